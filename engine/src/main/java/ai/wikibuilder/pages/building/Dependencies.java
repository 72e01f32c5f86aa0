package ai.wikibuilder.pages.building;

import ai.wikibuilder.graph.languages.CodeFiles;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what the repository depends on, and where each is imported. */
final class Dependencies {
  /** Rows of the table. */
  private static final int ROW_COUNT_MAX = 24;

  /** Files looked through for imports. */
  private static final int FILE_COUNT_MAX = 1500;

  /** Lines of a file in which imports stand. */
  private static final int LINE_COUNT_MAX = 120;

  private static final Pattern IMPORT =
      Pattern.compile(
          "^\\s*(?:import\\b|from\\b|use\\b|using\\b|require|#include|extern"
              + " crate|(?:const|let|var)\\s.*require\\(|.*\\bfrom\\s+['\"]|export\\s.*from).*");

  /** Settings of sites that are made of documents. */
  private static final Set<String> OF_SITE =
      Set.of("mkdocs.yml", "mkdocs.yaml", "conf.py", "_config.yml", ".readthedocs.yaml");

  /** {@code symfony/console}, but not {@code @angular/core} and {@code github.com/a/b}. */
  private static final Pattern PACKAGIST = Pattern.compile("[a-z][\\w-]*+/[a-z][\\w.-]*+");

  /** Well-known packages of Python whose modules are called otherwise. */
  private static final Map<String, String> MODULES =
      Map.of(
          "pyyaml", "yaml",
          "pillow", "pil",
          "beautifulsoup4", "bs4",
          "scikit-learn", "sklearn",
          "opencv-python", "cv2",
          "pyjwt", "jwt",
          "djangorestframework", "rest_framework",
          "mysqlclient", "mysqldb",
          "attrs", "attr");

  private final Repository repository;

  /** One dependency, first place of its declaration, and where it is imported. */
  private static final class Entry {
    private final Manifest.Dependency dependency;
    private final Evidence line;
    private final List<Evidence> imports = new ArrayList<>();
    private final Set<String> languages = new HashSet<>();
    private int fileCount;

    /** What its imports begin with, where that is not its name. */
    private String token = "";

    Entry(Manifest.Dependency dependency, Manifest.Tool tool, Evidence line) {
      this.dependency = dependency;
      this.line = line;
      this.languages.addAll(MainCode.languages(tool));
    }

    /** A package of npm is imported by no file of Go, whatever it is called. */
    boolean mayBeImportedBy(String language) {
      return languages.isEmpty() || languages.contains(language);
    }
  }

  Dependencies(Repository repository) {
    this.repository = repository;
  }

  Optional<Page.Section> section() {
    Map<String, Entry> entries = entries();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    findImports(entries);
    List<Entry> sorted = new ArrayList<>(entries.values());
    sorted.sort(
        Comparator.comparing((Entry entry) -> entry.dependency.scope())
            .thenComparingInt(entry -> -entry.fileCount));
    List<List<Sentence>> rows = new ArrayList<>();
    sorted.stream().limit(ROW_COUNT_MAX).forEach(entry -> rows.add(row(entry)));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(List.of(opening(sorted))));
    blocks.add(
        new Block.Table(
            List.of(
                repository.words().text("column.dependency"),
                repository.words().text("column.version"),
                repository.words().text("column.scope"),
                repository.words().text("column.used")),
            rows));
    if (sorted.size() > rows.size()) {
      Sentence rest =
          repository.say("dependencies.rest").count("count", sorted.size() - rows.size()).end();
      blocks.add(new Block.Paragraph(List.of(rest)));
    }
    return Optional.of(new Page.Section(repository.words().text("heading.dependencies"), blocks));
  }

  private Map<String, Entry> entries() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Set<String> own = new HashSet<>(); // packages of the same repository that name each other
    repository
        .graph()
        .manifests()
        .forEach(manifest -> manifest.name().ifPresent(name -> own.add(name.value())));
    for (Manifest manifest : repository.graph().manifests()) {
      boolean counts = repository.isMain(repository.graph().file(manifest.path()));
      boolean work = isOfWork(manifest);
      for (Manifest.Dependency stated :
          counts ? manifest.dependencies() : List.<Manifest.Dependency>of()) {
        Manifest.Dependency one = work ? ofWork(stated) : stated;
        boolean inside =
            one.name().startsWith(".") || one.name().startsWith(":") || own.contains(one.name());
        repository
            .lines(manifest.path(), one.line(), one.line())
            .filter(line -> !inside)
            .ifPresent(line -> keep(entries, new Entry(one, manifest.tool(), line)));
      }
    }
    return entries;
  }

  /** What is needed when it runs is told as that, wherever else it is named. */
  private static void keep(Map<String, Entry> entries, Entry entry) {
    entries.merge(
        entry.dependency.name(),
        entry,
        (known, other) -> {
          Set<String> languages = new HashSet<>(known.languages);
          languages.addAll(other.languages);
          boolean first = other.dependency.scope().compareTo(known.dependency.scope()) >= 0;
          Entry kept = first ? known : other;
          kept.languages.addAll(languages);
          return kept;
        });
  }

  /**
   * Whether a build file names what people need who work on the project: a Gemfile beside the
   * description of a gem does, and so do requirements beside the settings of a site of documents.
   */
  private boolean isOfWork(Manifest manifest) {
    String name = Repository.fileName(manifest.path());
    boolean gems = name.equals("Gemfile");
    boolean python = name.endsWith(".txt");
    return (gems || python)
        && repository.filesIn(manifest.folder()).stream()
            .map(Repository::fileName)
            .anyMatch(beside -> gems ? beside.endsWith(".gemspec") : OF_SITE.contains(beside));
  }

  private static Manifest.Dependency ofWork(Manifest.Dependency one) {
    boolean run = one.scope() == Manifest.Scope.RUN;
    return run
        ? new Manifest.Dependency(one.name(), one.version(), Manifest.Scope.BUILD, one.line())
        : one;
  }

  private Sentence opening(List<Entry> sorted) {
    long run = sorted.stream().filter(one -> one.dependency.scope() == Manifest.Scope.RUN).count();
    Phrase phrase =
        repository
            .say(
                run == 0
                    ? "dependencies.none"
                    : "dependencies" + (run == sorted.size() ? ".all" : ""))
            .count("all", sorted.size())
            .count("run", run);
    sorted.stream().limit(2).forEach(entry -> phrase.by(entry.line));
    return phrase.end();
  }

  private List<Sentence> row(Entry entry) {
    Phrase used =
        entry.fileCount == 0
            ? repository.say("cell").text("words", "–")
            : repository
                .say("dependencies.imported")
                .count("files", entry.fileCount)
                .by(entry.imports);
    if (entry.fileCount > 0 && !entry.token.isEmpty()) {
      used.code("token", entry.token);
    }
    String version = entry.dependency.version().isEmpty() ? "–" : entry.dependency.version();
    String scope = entry.dependency.scope().name().toLowerCase(Locale.ROOT);
    return List.of(
        repository.say("cell.code").code("words", entry.dependency.name()).by(entry.line).end(),
        repository.say("cell").text("words", version).end(),
        repository.words().plain("scope." + scope),
        used.end());
  }

  /** One pass over the heads of the main files, the most of them first in path order. */
  private void findImports(Map<String, Entry> entries) {
    Map<String, Entry> byToken = new HashMap<>();
    entries.forEach(
        (name, entry) -> tokens(name).forEach(token -> byToken.putIfAbsent(token, entry)));
    int looked = 0;
    for (int file = 0; file < repository.graph().fileCount() && looked < FILE_COUNT_MAX; file++) {
      if (repository.graph().moduleOf(file) >= 0 && repository.isParsed(file)) {
        looked++;
        findImports(file, byToken);
      }
    }
  }

  private void findImports(int file, Map<String, Entry> byToken) {
    String path = repository.graph().path(file);
    SourceText text = repository.composition().reader().text(path).orElse(SourceText.of(""));
    int last = Math.min(LINE_COUNT_MAX, text.lineCount());
    List<Entry> found = new ArrayList<>();
    Set<Integer> imports = new HashSet<>();
    String language = CodeFiles.displayName(path, repository.graph().language(file));
    // in Go an import is a text on a line of its own, as many things are
    boolean plain = repository.graph().language(file).equals("go");
    if (plain) {
      repository.graph().imports(file).forEach(one -> imports.add(one.line()));
    }
    for (int line = 1; line <= last; line++) {
      String words = text.lines(line, line);
      boolean imported =
          plain ? imports.contains(line) : IMPORT.matcher(words.stripTrailing()).matches();
      if (words.length() > 400 || !imported) {
        continue;
      }
      String lower = words.toLowerCase(Locale.ROOT);
      for (Map.Entry<String, Entry> token : byToken.entrySet()) {
        int at = at(lower, token.getKey());
        if (at >= 0
            && token.getValue().mayBeImportedBy(language)
            && !found.contains(token.getValue())) {
          found.add(token.getValue());
          boolean other =
              !token.getValue().dependency.name().equalsIgnoreCase(token.getKey())
                  && token.getKey().indexOf('\\') < 0;
          token.getValue().token = other ? written(words, at, token.getKey()) : "";
          token.getValue().fileCount++;
          if (token.getValue().imports.size() < 2) {
            repository.lines(path, line, line).ifPresent(token.getValue().imports::add);
          }
        }
      }
    }
  }

  /** As the line spells it: Pillow is imported as {@code PIL}. */
  private static String written(String line, int at, String token) {
    int end = at + token.length();
    boolean same = end <= line.length() && line.substring(at, end).equalsIgnoreCase(token);
    return same ? line.substring(at, end) : token;
  }

  /** Where a line names something as a whole; negative where it does not. */
  private static int at(String line, String token) {
    for (int at = line.indexOf(token); at >= 0; at = line.indexOf(token, at + 1)) {
      int end = at + token.length();
      boolean before = at == 0 || !isNamePart(line.charAt(at - 1));
      boolean after = end == line.length() || !isNamePart(line.charAt(end));
      if (before && after) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** How a dependency's name looks in an import, lower case. */
  private static List<String> tokens(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int colon = lower.indexOf(':');
    if (colon > 0) {
      return lower.startsWith("org.springframework")
          ? List.of()
          : List.of(lower.substring(0, colon));
    }
    if (lower.length() < 3) {
      return List.of();
    }
    if (PACKAGIST.matcher(lower).matches()) {
      return namespaces(lower);
    }
    if (lower.indexOf('/') > 0) {
      return List.of(lower);
    }
    String bare = lower.replaceFirst("^python[-_.]|[-_.](?:python|binary)$", "");
    String module = MODULES.getOrDefault(lower, bare);
    return List.of(lower, lower.replace('-', '_'), lower.replace('-', '.'), module).stream()
        .distinct()
        .toList();
  }

  /** {@code symfony/console} is imported as {@code Symfony\Component\Console}. */
  private static List<String> namespaces(String name) {
    int slash = name.indexOf('/');
    String vendor = name.substring(0, slash);
    String own = name.substring(slash + 1);
    String whole = own.replaceAll("[-_.]", "");
    Set<String> tokens = new LinkedHashSet<>(List.of(name, vendor + "\\" + whole));
    tokens.add(vendor + "\\component\\" + whole);
    tokens.add(vendor + "\\bundle\\" + whole);
    tokens.add(vendor + "\\" + own.replace('-', '\\'));
    if (vendor.startsWith(whole)) {
      tokens.add(vendor);
    }
    return List.copyOf(tokens);
  }
}
