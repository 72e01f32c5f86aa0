package ai.wikibuilder.pages.building;

import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Collects how to get, build, run and test the repository, from its manifests and documents. */
public final class Commands {
  /** Rows of one aim on the first page; the documents have the rest. */
  private static final int ROW_COUNT_MAX = 3;

  /** Projects of one repository whose own commands are told. */
  private static final int PROGRAM_COUNT_MAX = 3;

  /** Targets of a project that can be started. */
  private static final Set<String> STARTED = Set.of("serve", "start", "run", "dev");

  /** Names of commands that make documents, not the product. */
  private static final Pattern OF_DOCUMENTS =
      Pattern.compile("(?i).*\\b(?:documentation|docs|website|translations?)\\b.*");

  /** Beginnings of names of commands that are about something beside the product. */
  private static final Pattern BESIDE_IT =
      Pattern.compile("(?i)(?:docs?|site|website|www|storybook|examples?|playground|e2e)[:-].*");

  /** A script that does nothing but say that there is no such thing, or no longer. */
  private static final Pattern ONLY_SAYS =
      Pattern.compile(
          "(?:echo\\b|node -e [\"']console\\.\\w+\\()(?:(?!&&|\\|\\||;).)*+(?:&& (?:exit \\d|false))?");

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
  private final Map<String, Consumer<Phrase>> recipes = new HashMap<>();

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
    new DocumentedCommands(repository, recipes).rows(rows, seen);
    new DeclaredUses(repository).rows(rows);
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
        boolean included = manifest.path().endsWith(".mk");
        boolean counts = included ? isIncluded(repository, manifest) : repository.isMain(file);
        if (slashes == depth && counts && (first || manifest.isProject())) {
          result.add(manifest);
        }
      }
    }
    if (result.stream().anyMatch(manifest -> manifest.tool() == Manifest.Tool.NX)) {
      addPrograms(repository, result);
    }
    return result;
  }

  /** Whether the Makefile beside it takes its targets over, tests or not. */
  private static boolean isIncluded(Repository repository, Manifest part) {
    SourceText text = repository.text("Makefile").orElse(SourceText.of(""));
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = text.lines(line, line).strip();
      boolean names = List.of(words.split("\\s+", -1)).contains(part.path());
      if (names && words.matches("[-s]?include\\s.*")) {
        return true;
      }
    }
    return false;
  }

  /** What Nx starts by the name of a project: its file lies deeper than all others. */
  private static void addPrograms(Repository repository, List<Manifest> result) {
    repository.graph().manifests().stream()
        .filter(manifest -> manifest.tool() == Manifest.Tool.NX && !result.contains(manifest))
        .filter(manifest -> repository.isMain(repository.graph().file(manifest.path())))
        .filter(
            manifest -> manifest.commands().stream().anyMatch(one -> STARTED.contains(one.name())))
        .limit(PROGRAM_COUNT_MAX)
        .forEach(result::add);
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

  /** What commands of a build file run, by what is typed. */
  private void recipes(Manifest manifest) {
    for (Manifest.Command command : manifest.commands()) {
      if (!command.text().isEmpty() && CommandLine.fits(command.text())) {
        recipes.put(
            invocation.of(manifest, command.name()),
            says -> says.code("text", command.text()).by(invocation.lines(manifest, command)));
      }
    }
  }

  private void fromManifest(Manifest manifest, List<Row> rows, Set<String> seen) {
    for (Manifest.Command command : manifest.commands()) {
      String typed = invocation.of(manifest, command.name());
      boolean wanted =
          SCRIPTS.contains(lastWord(command.name())) || isOfTheWhole(manifest, command.name());
      if (wanted
          && !ONLY_SAYS.matcher(command.text()).matches()
          && !invocation.isScript(manifest, command.name())
          && CommandLine.isNew(typed, seen)) {
        rows.add(new Row(Row.Aim.of(typed), typed, says(manifest, command)));
      }
    }
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
