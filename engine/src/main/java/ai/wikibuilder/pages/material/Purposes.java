package ai.wikibuilder.pages.material;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What modules and documents are for: in the repository's own words where it has some, else derived
 * from the names of what they define. For one thread.
 */
public final class Purposes {
  /** Fewer characters are a badge or a caption, not a description. */
  private static final int PROSE_LENGTH_MIN = 40;

  /** What a document is about stands below its first headings, or nowhere. */
  private static final int LEAD_HEADING_COUNT_MAX = 3;

  /** Definitions looked at for three different names. */
  private static final int DERIVED_LOOK_COUNT = 30;

  /** Definitions among which those with words of their own are looked for. */
  private static final int QUOTED_LOOK_COUNT = 8;

  /** Definitions of a module without words of its own that speak for it. */
  private static final int QUOTED_COUNT_MAX = 2;

  /** The doc of a type stands for its module when the type holds this share of its importance. */
  private static final double CENTRAL_SHARE = 0.25;

  /** In more files a function is not what a module is about, however much it is called. */
  private static final int FUNCTION_FILE_COUNT_MAX = 2;

  /** How paragraphs begin that tell how a folder was made or tested, not what it is. */
  private static final Pattern OF_OTHER =
      Pattern.compile(
          "(?i)(?:(?:the |these )?tests?\\b|(?:or|and|but|then|just|open|make sure)\\b|[^.]{1,30} can be (?:built|compiled|installed|run|started)\\b|this \\w+ (?:was|has been) (?:generated|bootstrapped|created|made)"
              + "|to (?:run|build|install|start|use|get|add|test|generate)\\b|run(?:ning)?\\b|install|(?:follow|update|learn|click|copy|clone|download|visit|check) (?:the|this|these|how|our|your|\\.)|if\\b|please"
              + "|note\\b|see\\b|you\\b|we\\b|for (?:more|details|further|full)\\b|first[, ])");

  /** The first line of a statement that leads to another file. */
  private static final Pattern LEADS = Pattern.compile("^\\s*(?:import|export|pub|use|from|#)");

  /** Such a statement that gives out what it names. */
  private static final Pattern GIVES_OUT =
      Pattern.compile("^\\s*(?:export\\b|pub\\b|#\\s*include)");

  /** The end of such a statement where the names come first. */
  private static final Pattern NAMES_FILE = Pattern.compile("\\bfrom\\s*[\"']");

  /** Lines that a list of names between braces takes at most. */
  private static final int STATEMENT_LINES_MAX = 60;

  private static final Pattern LISTED = Pattern.compile("\\s{0,8}(?:[-*+]|\\d{1,3}[.)]) +\\S");

  private static final Pattern README_NAMES =
      Pattern.compile("(?i)readme(?:\\.(?:md|markdown|rst|rdoc|org|txt|adoc))?");

  private final Repository repository;
  private final KeySymbols symbols;
  private final Calls calls;
  private final FolderWords folders;
  private final PackageWords packages;
  private final Map<Integer, List<Sentence>> known = new HashMap<>();

  Purposes(Repository repository, KeySymbols symbols, Calls calls) {
    this.repository = repository;
    this.calls = calls;
    this.symbols = symbols;
    this.folders = new FolderWords(repository);
    this.packages = new PackageWords(repository);
  }

  /** The first paragraph of prose in a document. */
  public Optional<Repository.Quoted> lead(String path, int sentenceCountMax) {
    return lead(path, sentenceCountMax, text -> true);
  }

  /** The first paragraph of prose in a document that is wanted. */
  public Optional<Repository.Quoted> lead(
      String path, int sentenceCountMax, Predicate<String> wanted) {
    Document document = repository.document(path).orElse(new Document("", List.of()));
    Set<String> headings = new HashSet<>();
    for (Document.Part part : document.parts()) {
      headings.add(part.heading());
      if (headings.size() > LEAD_HEADING_COUNT_MAX) {
        break;
      }
      if (part.kind() == Document.Kind.PARAGRAPH
          && isProse(part.text())
          && !isListed(path, part)
          && wanted.test(part.text())) {
        Optional<Repository.Quoted> quoted =
            Quotations.ofProse(part.text(), sentenceCountMax)
                .filter(quotation -> Quotations.lengthOf(quotation.text()) >= PROSE_LENGTH_MIN)
                .flatMap(quotation -> repository.quoted(path, part.startLine(), quotation));
        if (quoted.isPresent()) {
          return quoted;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a paragraph is an item of a list: it speaks of one thing of many. */
  private boolean isListed(String path, Document.Part part) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    return part.startLine() <= text.lineCount()
        && LISTED.matcher(text.lines(part.startLine(), part.startLine())).lookingAt();
  }

  /** Whether a paragraph has sentences and is no list, table or hint. */
  public static boolean isProse(String text) {
    String words = text.strip();
    boolean list =
        words.startsWith("See ")
            || words.startsWith("[!")
            || words.startsWith("|")
            || words.startsWith("* ")
            || words.startsWith("- ");
    boolean sentence =
        words.contains(". ")
            || words.contains(".\n")
            || words.endsWith(".")
            || words.endsWith("!")
            || words.indexOf('。') >= 0;
    return Quotations.lengthOf(words) >= PROSE_LENGTH_MIN && !list && sentence;
  }

  /** What a package says of itself in its own files, in up to two sentences. */
  public Optional<Repository.Quoted> ofPackage(CodeModule module) {
    return packages.of(module);
  }

  /** What a file says of itself at its top. */
  public Optional<Repository.Quoted> ofFile(String path) {
    return packages.ofFile(path);
  }

  /** One or two sentences about a module; never empty. */
  public List<Sentence> sentences(CodeModule module) {
    return known.computeIfAbsent(
        module.id(),
        _ -> own(module).map(said -> List.of(said.end())).orElseGet(() -> derived(module)));
  }

  /** Whether a module neither says what it is for nor defines anything by name. */
  public boolean isNameless(CodeModule module) {
    return own(module).isEmpty() && symbols.of(module.files(), 1).isEmpty();
  }

  /** Whether a module is the rest of a folder with parts, and nothing is said of that folder. */
  public boolean isRemnant(CodeModule module) {
    return isRest(module) && own(module).isEmpty();
  }

  /**
   * Whether a module with parts below it owns no more than one folder beside theirs: what that says
   * of itself is not said of the whole.
   */
  private boolean isRest(CodeModule module) {
    String key = module.key() + "/";
    String folder = module.folder() + "/";
    boolean deeper = !module.key().isEmpty() && folder.startsWith(key) && !folder.equals(key);
    return deeper
        && repository.graph().modules().stream()
            .filter(other -> other.id() != module.id() && other.key().startsWith(key))
            .anyMatch(other -> !(other.folder() + "/").startsWith(folder));
  }

  /** In this order: package comment, README, other documents, central type. */
  private Optional<Phrase> own(CodeModule module) {
    if (isRest(module)) {
      return readme(List.of(module.key()))
          .map(words -> quote("purpose.own", words))
          .or(() -> folders.of(module.key()).map(words -> quote("purpose.told", words)));
    }
    Optional<Repository.Quoted> said =
        packages.of(module).or(() -> readme(List.of(module.folder(), module.key())));
    if (said.isPresent()) {
      return Optional.of(quote("purpose.own", said.get()));
    }
    Optional<Repository.Quoted> told =
        folders.of(module.folder()).or(() -> folders.of(module.key()));
    if (told.isPresent()) {
      return Optional.of(quote("purpose.told", told.get()));
    }
    List<GraphSymbol> key = symbols.of(module.files(), 1);
    if (key.isEmpty() || share(key.getFirst(), module) < CENTRAL_SHARE) {
      return Optional.empty();
    }
    GraphSymbol central = key.getFirst();
    if (isGathered(module)) {
      return Optional.empty();
    }
    boolean value = !central.kind().isCallable() && !central.kind().isType();
    if (value && module.files().size() > 1) {
      return Optional.empty();
    }
    if (central.kind().isCallable() && module.files().size() > FUNCTION_FILE_COUNT_MAX) {
      return Optional.empty();
    }
    return repository
        .doc(central)
        .map(words ->
            quote("purpose.central", words)
                .text("kind", repository.words().text("kind." + central.kind().label()))
                .code("name", central.name()));
  }

  /** Whether its files stand in several folders that share nothing: no type is central to it. */
  private boolean isGathered(CodeModule module) {
    return module.key().isEmpty()
        && module.files().stream()
                .map(repository.graph()::path)
                .map(path -> path.substring(0, Math.max(0, path.indexOf('/'))))
                .distinct()
                .limit(2)
                .count()
            > 1;
  }

  private Phrase quote(String key, Repository.Quoted words) {
    return repository.say(key).quote("quote", words.text()).by(words.evidence());
  }

  private double share(GraphSymbol symbol, CodeModule module) {
    double sum = 0;
    for (int file : module.files()) {
      for (int id = repository.graph().firstSymbol(file);
          id < repository.graph().endSymbol(file);
          id++) {
        sum += repository.graph().parent(id) < 0 ? repository.graph().importance(id) : 0;
      }
    }
    return sum == 0 ? 0 : symbol.importance() / sum;
  }

  private Optional<Repository.Quoted> readme(List<String> folders) {
    List<String> candidates = new ArrayList<>(folders);
    candidates.removeIf(String::isEmpty);
    for (String folder : candidates) {
      for (String path : repository.filesIn(folder)) {
        if (README_NAMES.matcher(Repository.fileName(path)).matches()) {
          return lead(path, 1, text -> !OF_OTHER.matcher(text.strip()).lookingAt());
        }
      }
    }
    return Optional.empty();
  }

  private List<Sentence> derived(CodeModule module) {
    List<GraphSymbol> key = distinct(symbols.of(module.files(), DERIVED_LOOK_COUNT));
    if (key.isEmpty()) {
      return List.of(nameless(module));
    }
    Optional<Sentence> programs = new Derivations(repository, calls).programs(module);
    if (programs.isPresent()) {
      return List.of(programs.get());
    }
    Phrase phrase =
        key.size() == 1
            ? repository.say("purpose.derived.one")
            : repository.words().say("purpose.derived", module.key());
    phrase.codes("names", key.stream().map(GraphSymbol::name).toList());
    key.forEach(symbol -> phrase.by(repository.head(symbol)));
    List<Sentence> result = new ArrayList<>();
    result.add(phrase.end());
    int said = 0;
    Set<String> named = new HashSet<>();
    for (GraphSymbol symbol : symbols.of(module.files(), QUOTED_LOOK_COUNT)) {
      Optional<Repository.Quoted> words =
          said < QUOTED_COUNT_MAX && named.add(symbol.name())
              ? repository.doc(symbol)
              : Optional.empty();
      if (words.isPresent()) {
        said++;
        result.add(quote("purpose.first", words.get()).code("name", symbol.name()).end());
      }
    }
    Derivations derivations = new Derivations(repository, calls);
    if (said == 0) {
      result.addAll(derivations.of(module));
    }
    derivations.endings(module).ifPresent(result::add);
    return result;
  }

  /** Of a module that defines nothing by name its largest files are named. */
  private Sentence nameless(CodeModule module) {
    boolean parsed = module.files().stream().allMatch(repository::isParsed);
    Optional<Sentence> passing = parsed ? passing(module) : Optional.empty();
    if (passing.isPresent()) {
      return passing.get();
    }
    if (parsed) {
      Phrase nothing = repository.say("purpose.nothing");
      module.files().stream().limit(1).forEach(file -> nothing.by(repository.whole(file)));
      return nothing.count("files", module.files().size()).end();
    }
    List<Integer> largest = new ArrayList<>(module.files());
    largest.sort(Comparator.comparingInt((Integer file) -> -repository.graph().lineCount(file)));
    List<Integer> shown = largest.subList(0, Math.min(3, largest.size()));
    Phrase phrase =
        repository
            .say("purpose.unparsed")
            .count("files", shown.size())
            .codes(
                "names",
                shown.stream()
                    .map(file -> Repository.fileName(repository.graph().path(file)))
                    .toList());
    shown.forEach(file -> phrase.by(repository.whole(file)));
    return phrase.end();
  }

  /**
   * The statement that a line belongs to, as far as the file it names, if it gives out what it
   * names; a script that only uses it does not.
   */
  private Optional<Evidence> givingOut(int file, int line) {
    String path = repository.graph().path(file);
    if (path.endsWith("__init__.py")) {
      return repository.line(file, line);
    }
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    int first = Math.min(line, text.lineCount());
    while (first > 1
        && line - first < STATEMENT_LINES_MAX
        && !LEADS.matcher(text.lines(first, first)).find()) {
      first--;
    }
    if (first == 0 || !GIVES_OUT.matcher(text.lines(first, first)).find()) {
      return Optional.empty();
    }
    int last =
        IntStream.rangeClosed(line, Math.min(text.lineCount(), first + STATEMENT_LINES_MAX))
            .filter(at -> NAMES_FILE.matcher(text.lines(at, at)).find())
            .findFirst()
            .orElse(line);
    return Optional.of(new Evidence(path, first, last));
  }

  /** Of a module that only passes on what stands elsewhere: the files it names most. */
  private Optional<Sentence> passing(CodeModule module) {
    Map<Integer, Integer> lines = new LinkedHashMap<>();
    Phrase phrase = repository.say("purpose.passing").count("files", module.files().size());
    for (int file : module.files()) {
      for (CodeGraph.Import one : repository.graph().imports(file)) {
        boolean leadsOut =
            one.file() >= 0 && repository.graph().moduleOf(one.file()) != module.id();
        Optional<Evidence> place =
            leadsOut && lines.size() < 3 ? givingOut(file, one.line()) : Optional.empty();
        if (place.isPresent() && lines.putIfAbsent(one.file(), one.line()) == null) {
          phrase.by(place.get());
        }
      }
    }
    List<String> names = lines.keySet().stream().map(repository.graph()::path).toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(phrase.codes("names", names).end());
  }

  /** At most three, each name once: overloads and variants say the same. */
  private static List<GraphSymbol> distinct(List<GraphSymbol> found) {
    Map<String, GraphSymbol> byName = new LinkedHashMap<>();
    found.forEach(symbol -> byName.putIfAbsent(symbol.name(), symbol));
    return byName.values().stream().limit(3).toList();
  }
}
