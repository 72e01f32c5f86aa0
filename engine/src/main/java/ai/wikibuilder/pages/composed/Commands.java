package ai.wikibuilder.pages.composed;

import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.plan.KeyDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects how to get, build, run and test the repository, from its manifests and documents. */
final class Commands {
  /** Rows of the table; the documents have the rest. */
  private static final int ROW_COUNT_MAX = 14;

  /** Lines of one document's code blocks that are taken over. */
  private static final int DOCUMENT_ROW_COUNT_MAX = 6;

  /** Longer commands do not fit a table and are left to the document. */
  private static final int COMMAND_LENGTH_MAX = 100;

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:git|mvn|\\./mvnw|gradle|\\./gradlew|npm|pnpm|yarn|npx|bun|deno|pip|pip3|pipx|poetry|uv"
              + "|python3?|tox|nox|pytest|make|cmake|docker|docker-compose|cargo|go|flask|brew|bazel"
              + "|sbt|dotnet|bundle|gem|composer|\\./[\\w.-]+)\\s+\\S.*|(?:pytest|make|tox|nox)");

  private static final Set<String> SCRIPTS =
      Set.of("build", "test", "start", "dev", "lint", "run", "install", "check", "all", "docs");

  private final Repository repository;

  Commands(Repository repository) {
    this.repository = repository;
  }

  /** The section, empty when nothing says how to build anything. */
  Optional<Page.Section> section() {
    List<List<Sentence>> rows = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    clone(rows);
    for (KeyDocument document : repository.plan().documents()) {
      boolean counts =
          document.kind() == KeyDocument.Kind.README
              || document.kind() == KeyDocument.Kind.CONTRIBUTING;
      if (counts && document.path().indexOf('/') < 0) {
        fromDocument(document.path(), rows, seen);
      }
    }
    List<Manifest> manifests = manifests();
    manifests.forEach(manifest -> fromManifest(manifest, rows, seen));
    List<Block> blocks = new ArrayList<>();
    List<Sentence> needs = needs(manifests);
    if (!needs.isEmpty()) {
      blocks.add(new Block.Paragraph(needs));
    }
    if (!rows.isEmpty()) {
      blocks.add(
          new Block.Table(
              List.of("To", "Type", "Where it stands"),
              rows.subList(0, Math.min(ROW_COUNT_MAX, rows.size()))));
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Page.Section("Get it, build it, run it, test it", blocks));
  }

  private void clone(List<List<Sentence>> rows) {
    repository
        .composition()
        .snapshot()
        .address()
        .ifPresent(address ->
            rows.add(
                List.of(
                    Sentence.of("get it"),
                    new Say().code("git clone " + address).end(),
                    Sentence.of("the address this wiki was built from"))));
  }

  /** The manifests nearest to the root, those of tests and examples left out. */
  private List<Manifest> manifests() {
    List<Manifest> result = new ArrayList<>();
    for (int depth = 0; depth <= 2 && result.isEmpty(); depth++) {
      for (Manifest manifest : repository.graph().manifests()) {
        long slashes = manifest.path().chars().filter(character -> character == '/').count();
        int file = repository.graph().file(manifest.path());
        if (slashes == depth && file >= 0 && repository.isMain(file)) {
          result.add(manifest);
        }
      }
    }
    return result;
  }

  private List<Sentence> needs(List<Manifest> manifests) {
    List<Sentence> result = new ArrayList<>();
    for (Manifest manifest : manifests) {
      manifest
          .runtime()
          .ifPresent(fact ->
              result.add(
                  Say.text("The build file ")
                      .code(manifest.path())
                      .then(" asks for ")
                      .then(readable(fact.value()))
                      .by(repository.lines(manifest.path(), fact.line(), fact.line()))
                      .end(".")));
    }
    return result.subList(0, Math.min(3, result.size()));
  }

  /** {@code Node >=20} becomes {@code Node 20 or newer}. */
  private static String readable(String runtime) {
    return runtime.matches("\\w+ >= ?[\\d.]+")
        ? runtime.replaceFirst(">= ?", "") + " or newer"
        : runtime;
  }

  private void fromDocument(String path, List<List<Sentence>> rows, Set<String> seen) {
    Document document = repository.document(path).orElse(new Document("", List.of()));
    int taken = 0;
    for (Document.Part part : document.parts()) {
      if (part.kind() != Document.Kind.CODE) {
        continue;
      }
      String[] lines = part.text().split("\n", -1);
      for (String line : lines) {
        String command = line.strip().replaceFirst("^[$>] ", "").replaceFirst("\\s+#.*$", "");
        boolean fits =
            command.length() <= COMMAND_LENGTH_MAX
                && !command.endsWith("\\")
                && COMMAND.matcher(command).matches();
        if (taken < DOCUMENT_ROW_COUNT_MAX && fits && seen.add(command)) {
          taken++;
          addDocumentRow(path, part, command, rows);
        }
      }
    }
  }

  private void addDocumentRow(
      String path, Document.Part part, String command, List<List<Sentence>> rows) {
    Optional<Evidence> evidence = lineOf(path, part, command);
    evidence.ifPresent(lines ->
        rows.add(
            List.of(
                Sentence.of(part.heading().isEmpty() ? "use it" : part.heading()),
                new Say().code(command).end(),
                new Say().code(path).by(lines).end())));
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

  private void fromManifest(Manifest manifest, List<List<Sentence>> rows, Set<String> seen) {
    String inFolder = manifest.folder().isEmpty() ? "" : " in " + manifest.folder();
    for (Manifest.Command command : manifest.commands()) {
      if (SCRIPTS.contains(command.name())) {
        String typed = invocation(manifest, command.name());
        if (seen.add(typed)) {
          rows.add(row(command.name() + inFolder, typed, says(manifest, command)));
        }
      }
    }
    String usual = usual(manifest);
    if (!usual.isEmpty() && manifest.commands().isEmpty()) {
      boolean documented = seen.stream().anyMatch(line -> line.contains(usual.split(" ", 2)[0]));
      if (!documented && seen.add(usual)) {
        Sentence where =
            Say.text("the usual command for ")
                .code(manifest.path())
                .then("; the repository does not state its own")
                .by(repository.lines(manifest.path(), 1, 1))
                .end();
        rows.add(row("build and test" + inFolder, usual, where));
      }
    }
  }

  private Sentence says(Manifest manifest, Manifest.Command command) {
    Say say = new Say();
    if (command.text().isEmpty() || command.text().length() > COMMAND_LENGTH_MAX) {
      say.code(manifest.path());
    } else {
      say.then("runs ").code(command.text());
    }
    return say.by(repository.lines(manifest.path(), command.line(), command.line())).end();
  }

  private static List<Sentence> row(String to, String command, Sentence where) {
    return List.of(Sentence.of(to), new Say().code(command).end(), where);
  }

  private String invocation(Manifest manifest, String name) {
    if (manifest.tool() == Manifest.Tool.MAKE) {
      return "make " + name;
    }
    if (manifest.tool() == Manifest.Tool.COMPOSER) {
      return "composer run " + name;
    }
    if (manifest.tool() == Manifest.Tool.GRADLE) {
      return (has("gradlew") ? "./gradlew " : "gradle ") + name;
    }
    if (manifest.tool() == Manifest.Tool.CMAKE) {
      return "cmake --build build --target " + name;
    }
    String runner = has("pnpm-workspace.yaml") ? "pnpm" : has(".yarnrc.yml") ? "yarn" : "npm";
    boolean plain = runner.equals("yarn") || name.equals("test") || name.equals("start");
    return runner + (plain ? " " : " run ") + name;
  }

  private boolean has(String path) {
    return repository.graph().file(path) >= 0;
  }

  private String usual(Manifest manifest) {
    if (!manifest.isProject()) {
      return "";
    }
    return switch (manifest.tool()) {
      case MAVEN -> has("mvnw") ? "./mvnw verify" : "mvn verify";
      case GRADLE -> has("gradlew") ? "./gradlew build" : "gradle build";
      case CARGO -> "cargo test";
      case GO -> "go test ./...";
      case PYTHON -> "pip install .";
      case CMAKE -> "cmake -B build";
      case DOTNET -> "dotnet test";
      case COMPOSER -> "composer install";
      case SWIFT -> "swift test";
      case HASKELL -> has("stack.yaml") ? "stack test" : "cabal test";
      case SBT -> "sbt test";
      case NPM, MAKE, RUBY, LUA -> "";
    };
  }
}
