package ai.wikibuilder.pages.building;

import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.KeyDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects how to get, build, run and test the repository, from its manifests and documents. */
public final class Commands {
  /** Rows of one aim on the first page; the documents have the rest. */
  private static final int ROW_COUNT_MAX = 3;

  /** Lines of one document's code blocks that are taken over. */
  private static final int DOCUMENT_ROW_COUNT_MAX = 12;

  /** A script of the repository's own; some are made by others of them. */
  private static final Pattern SCRIPT =
      Pattern.compile("(?:\\./|(?=(?:bin|scripts?)/))([\\w./-]+)(?:\\s.*)?");

  /** Below such a heading stands how documents are made, not the product. */
  private static final Pattern OF_DOCUMENTS =
      Pattern.compile("(?i).*\\b(?:documentation|docs|website|translations?)\\b.*");

  /** Beginnings of names of commands that are about something beside the product. */
  private static final Pattern BESIDE_IT =
      Pattern.compile("(?i)(?:docs?|site|website|www|storybook|examples?|playground|e2e)[:-].*");

  /** Scripts that a tool makes, which may be there without being read. */
  private static final Set<String> MADE =
      Set.of("configure", "config.status", "autogen.sh", "mvnw", "gradlew");

  private static final Pattern README =
      Pattern.compile("(?i)(?:\\.github/)?readme(?:\\.(?:md|markdown|rst|rdoc|adoc|txt|org))?");

  /** Guides that by their names say how it is built, installed or worked on. */
  private static final Pattern INSTRUCTIONS =
      Pattern.compile(
          "(?i)(?:docs?/)?(?:build(?:ing)?|install(?:ation|ing)?|develop(?:ment|ing)?|hacking|testing"
              + "|getting[-_]?started|quick[-_]?start)\\.\\w+");

  private static final Set<String> SCRIPTS =
      Set.of(
          "build",
          "test",
          "tests",
          "spec",
          "start",
          "dev",
          "lint",
          "run",
          "install",
          "check",
          "all",
          "serve",
          "setup",
          "bootstrap",
          "fmt",
          "format",
          "tox");

  private final Repository repository;
  private final Invocation invocation;
  private final Map<String, List<Consumer<Phrase>>> recipes = new HashMap<>();

  public Commands(Repository repository) {
    this.repository = repository;
    this.invocation = new Invocation(repository);
  }

  /** The section of the first page, empty when nothing says how to build anything. */
  public Optional<Page.Section> section() {
    MainCode main = new MainCode(repository);
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    List<Manifest> manifests = manifests(repository);
    manifests.forEach(this::recipes);
    clone(rows, seen);
    for (KeyDocument document : repository.plan().documents()) {
      if (isInstruction(document)) {
        fromDocument(document.path(), rows, seen);
      }
    }
    manifests.forEach(manifest -> fromManifest(manifest, rows, seen));
    Pipelines pipelines = new Pipelines(repository);
    pipelines.rows(rows, seen);
    if (rows.stream().noneMatch(row -> row.aim() == Row.Aim.RUN)) {
      new DockerNeeds(repository).row().ifPresent(rows::add);
    }
    manifests.stream()
        .filter(manifest -> manifest.folder().isEmpty() && main.isOf(manifest))
        .forEach(manifest -> usual(manifest, rows, seen));
    List<Block> blocks = new ArrayList<>();
    List<Sentence> needs = needs(manifests.stream().filter(main::isOf).toList());
    if (!needs.isEmpty()) {
      blocks.add(new Block.Paragraph(needs));
    }
    if (!rows.isEmpty()) {
      blocks.add(table(rows));
    }
    pipelines.tests().ifPresent(tests -> blocks.add(new Block.Paragraph(List.of(tests))));
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Page.Section(repository.words().text("heading.commands"), blocks));
  }

  private static boolean isInstruction(KeyDocument document) {
    if (document.kind() == KeyDocument.Kind.GUIDE) {
      return INSTRUCTIONS.matcher(document.path()).matches();
    }
    boolean counts =
        document.kind() == KeyDocument.Kind.README
            || document.kind() == KeyDocument.Kind.CONTRIBUTING;
    // a README with a language in its name says the same in other words
    boolean first =
        document.kind() != KeyDocument.Kind.README || README.matcher(document.path()).matches();
    return counts
        && first
        && (document.path().indexOf('/') < 0 || document.path().startsWith(".github/"));
  }

  private Block table(List<Row> rows) {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(Row::aim));
    List<List<Sentence>> cells = new ArrayList<>();
    int ofAim = 0;
    for (int i = 0; i < sorted.size(); i++) {
      Row row = sorted.get(i);
      ofAim = i > 0 && sorted.get(i - 1).aim() == row.aim() ? ofAim + 1 : 1;
      if (ofAim <= ROW_COUNT_MAX) {
        cells.add(
            List.of(
                repository.words().plain(row.aim().key()),
                repository.say("cell.code").code("words", row.command()).end(),
                row.says()));
      }
    }
    return new Block.Table(
        List.of(
            repository.words().text("column.to"),
            repository.words().text("column.type"),
            repository.words().text("column.does")),
        cells);
  }

  private void clone(List<Row> rows, Set<String> seen) {
    Optional<String> address = repository.composition().snapshot().address();
    if (address.isPresent() && seen.add("git clone " + address.get())) {
      rows.add(
          new Row(
              Row.Aim.GET,
              "git clone " + address.get(),
              repository.words().plain("command.clone")));
    }
  }

  /**
   * The manifests nearest to the root, those of tests and examples left out; where none of them is
   * a project of its own, those of the projects right below too.
   */
  static List<Manifest> manifests(Repository repository) {
    List<Manifest> result = new ArrayList<>();
    for (int depth = 0; depth <= 2; depth++) {
      boolean known = result.stream().anyMatch(Manifest::isProject);
      if (known) {
        break;
      }
      boolean first = result.isEmpty();
      for (Manifest manifest : repository.graph().manifests()) {
        long slashes = manifest.path().chars().filter(character -> character == '/').count();
        int file = repository.graph().file(manifest.path());
        if (slashes == depth && repository.isMain(file) && (first || manifest.isProject())) {
          result.add(manifest);
        }
      }
    }
    return result;
  }

  private List<Sentence> needs(List<Manifest> manifests) {
    List<Sentence> result = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    for (Manifest manifest : manifests) {
      manifest
          .runtime()
          .filter(fact -> known.add(fact.value()))
          .ifPresent(fact ->
              result.add(
                  repository
                      .words()
                      .say(
                          manifest.tool() == Manifest.Tool.DOTNET
                              ? "command.targets"
                              : "command.needs",
                          manifest.path())
                      .code("manifest", manifest.path())
                      .text("runtime", readable(fact.value()))
                      .by(repository.lines(manifest.path(), fact.line(), fact.line()))
                      .end()));
    }
    List<Sentence> few = new ArrayList<>(result.subList(0, Math.min(3, result.size())));
    new DockerNeeds(repository).sentence(manifests).ifPresent(few::add);
    return few;
  }

  /** {@code Node >=20} becomes {@code Node 20 or newer}, monikers of .NET become its names. */
  private String readable(String runtime) {
    if (runtime.startsWith(".NET ")) {
      List<String> targets = new ArrayList<>();
      for (String target : runtime.substring(".NET ".length()).split(";", -1)) {
        targets.add(moniker(target.strip()));
      }
      targets.removeIf(String::isBlank);
      return repository.words().list(targets);
    }
    return runtime.matches("\\w+ >= ?[\\d.]+")
        ? repository
            .words()
            .text("command.newer")
            .replace("{runtime}", runtime.replaceFirst(">= ?", ""))
        : runtime;
  }

  private static String moniker(String target) {
    if (target.startsWith("netstandard")) {
      return ".NET Standard " + target.substring("netstandard".length());
    }
    if (target.matches("net\\d{2,3}")) {
      return ".NET Framework "
          + String.join(".", target.substring(3).split("", -1)).replaceFirst("\\.$", "");
    }
    return target.matches("net(?:coreapp)?\\d.*")
        ? ".NET " + target.replaceFirst("net(?:coreapp)?", "")
        : target;
  }

  private void fromDocument(String path, List<Row> rows, Set<String> seen) {
    Document document = repository.document(path).orElse(new Document("", List.of()));
    int taken = 0;
    for (Document.Part part : document.parts()) {
      boolean typed =
          part.kind() == Document.Kind.CODE
              && CommandLine.isShell(part.language())
              && !OF_DOCUMENTS.matcher(part.heading()).matches();
      if (!typed) {
        continue;
      }
      for (String line : part.text().split("\n", -1)) {
        String command = line.strip().replaceFirst("^[$>%] ", "").replaceFirst("\\s+#.*$", "");
        boolean ours =
            CommandLine.isWhole(command)
                && (!command.startsWith("git clone") || isOwn(command))
                && isThere(command);
        if (taken < DOCUMENT_ROW_COUNT_MAX && ours && seen.add(command)) {
          taken++;
          lineOf(path, part, command)
              .ifPresent(lines -> rows.add(documented(command, part.heading(), lines)));
        }
      }
    }
  }

  /** Whether a script that is called by its path stands in the repository. */
  private boolean isThere(String command) {
    Matcher script = SCRIPT.matcher(command);
    return !script.matches()
        || repository.graph().file(script.group(1)) >= 0
        || MADE.contains(Repository.fileName(script.group(1)));
  }

  /** Whether an address that is cloned is that of this repository, by its last part. */
  private boolean isOwn(String clone) {
    String last = clone.replaceFirst("[/\\s]+$", "").replaceFirst("\\.git$", "");
    last = last.substring(Math.max(last.lastIndexOf('/'), last.lastIndexOf(' ')) + 1);
    return last.equalsIgnoreCase(repository.name()) || clone.contains("/" + repository.name());
  }

  private Row documented(String command, String heading, Evidence lines) {
    Phrase says = repository.say("command.documented").code("document", lines.path()).by(lines);
    recipes.getOrDefault(command, List.of()).forEach(recipe -> recipe.accept(says));
    headingLine(lines, heading).ifPresent(line -> says.quote("heading", heading).by(line));
    return new Row(Row.Aim.of(command), command, says.end());
  }

  /** The nearest line above that has the words of a heading as they are shown. */
  private Optional<Evidence> headingLine(Evidence below, String heading) {
    return heading.isBlank()
        ? Optional.empty()
        : repository
            .text(below.path())
            .flatMap(text -> {
              int line = below.startLine() - 1;
              while (line > 0 && !text.lines(line, line).contains(heading)) {
                line--;
              }
              return line > 0 ? repository.lines(below.path(), line, line) : Optional.empty();
            });
  }

  private Optional<Evidence> lineOf(String path, Document.Part part, String command) {
    return repository
        .text(path)
        .flatMap(text -> {
          int last = Math.min(part.endLine(), text.lineCount());
          for (int line = part.startLine(); line <= last; line++) {
            if (text.lines(line, line).contains(command)) {
              return repository.lines(path, line, line);
            }
          }
          return Optional.empty();
        });
  }

  /** What commands of a build file run, by what is typed. */
  private void recipes(Manifest manifest) {
    for (Manifest.Command command : manifest.commands()) {
      if (!command.text().isEmpty() && CommandLine.fits(command.text())) {
        recipes.put(
            invocation.of(manifest, command.name()),
            List.of(
                says -> says.code("text", command.text()).by(invocation.lines(manifest, command))));
      }
    }
  }

  private void fromManifest(Manifest manifest, List<Row> rows, Set<String> seen) {
    for (Manifest.Command command : manifest.commands()) {
      String typed = invocation.of(manifest, command.name());
      boolean wanted =
          SCRIPTS.contains(lastWord(command.name())) || isOfTheWhole(manifest, command.name());
      if (wanted && !invocation.isScript(manifest, command.name()) && isNew(typed, seen)) {
        rows.add(new Row(Row.Aim.of(typed), typed, says(manifest, command)));
      }
    }
  }

  /** {@code pnpm build} and {@code pnpm run build} are one command. */
  private static boolean isNew(String typed, Set<String> seen) {
    String shorter = typed.replaceFirst("^((?:npm|pnpm|yarn|bun)) run ", "$1 ");
    return !seen.contains(shorter) && seen.add(typed);
  }

  /** {@code py:test} stands for a test where nothing is called that alone. */
  private static boolean isOfTheWhole(Manifest manifest, String name) {
    int colon = name.lastIndexOf(':');
    String last = name.substring(colon + 1);
    return colon > 0
        && SCRIPTS.contains(last)
        && !OF_DOCUMENTS.matcher(name.replace(':', ' ')).matches()
        && !BESIDE_IT.matcher(name).matches()
        && manifest.commands().stream().noneMatch(one -> one.name().equals(last));
  }

  /** {@code hatch run test}, {@code nox -s tests} and {@code tox} are known by their ends. */
  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /** The tool's own commands, for aims that neither a document nor a build file has words for. */
  private void usual(Manifest manifest, List<Row> rows, Set<String> seen) {
    for (String usual : invocation.usual(manifest)) {
      boolean known = rows.stream().anyMatch(row -> row.aim() == Row.Aim.of(usual));
      if (!known && seen.add(usual)) {
        Sentence where =
            repository
                .say("command.usual")
                .code("manifest", manifest.path())
                .by(repository.lines(manifest.path(), 1, 1))
                .end();
        rows.add(new Row(Row.Aim.of(usual), usual, where));
      }
    }
  }

  private Sentence says(Manifest manifest, Manifest.Command command) {
    boolean fits = !command.text().isEmpty() && CommandLine.fits(command.text());
    Phrase says =
        fits
            ? repository.say("command.runs").code("text", command.text())
            : repository.say("command.stated").code("manifest", manifest.path());
    return says.by(invocation.lines(manifest, command)).end();
  }
}
