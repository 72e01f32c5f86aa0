package ai.wikibuilder.pages.building;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.manifests.Fact;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What is typed to run a command of a build file. */
final class Invocation {
  /** Lines of one recipe that are cited. */
  private static final int RECIPE_LINE_COUNT_MAX = 12;

  /** {@code "packageManager": "pnpm@9"}, or how the packages are installed. */
  private static final Pattern RUNNER =
      Pattern.compile(
          "(?:\"packageManager\"\\s*+:\\s*+\"|^\\s*+(?:\\$ )?)(pnpm|yarn|bun)(?:@\\d|\\s++(?:install|i|build|dev|start|test)?\\s*+$|\\s++run )",
          Pattern.MULTILINE);

  /** Commands of Composer itself: a script of that name needs its "run". */
  private static final Set<String> OF_COMPOSER =
      Set.of(
          "about",
          "archive",
          "audit",
          "browse",
          "bump",
          "config",
          "depends",
          "diagnose",
          "exec",
          "fund",
          "global",
          "home",
          "info",
          "init",
          "install",
          "licenses",
          "list",
          "outdated",
          "prohibits",
          "reinstall",
          "remove",
          "require",
          "run",
          "search",
          "show",
          "status",
          "suggests",
          "update",
          "upgrade",
          "validate",
          "why");

  private static final Pattern CALLING =
      Pattern.compile("(?i)(?:readme|contributing)\\.\\w+|\\.github/workflows/[^/]+\\.ya?ml");

  private static final int CALLING_COUNT_MAX = 30;

  private final Repository repository;

  Invocation(Repository repository) {
    this.repository = repository;
  }

  /** A command that a build file names. */
  String of(Manifest manifest, String name) {
    String typed = inside(manifest, name);
    boolean moves =
        switch (manifest.tool()) {
          case NPM, MAKE, JUST, TASK, RAKE, DENO -> true;
          default -> false;
        };
    return manifest.folder().isEmpty() || !moves
        ? typed
        : "cd " + manifest.folder() + " && " + typed;
  }

  private String inside(Manifest manifest, String name) {
    return switch (manifest.tool()) {
      case MAKE -> "make " + name;
      case COMPOSER -> (OF_COMPOSER.contains(name) ? "composer run " : "composer ") + name;
      case GRADLE -> (isWrapped() ? "./gradlew " : "gradle ") + name;
      case CMAKE -> "cmake --build build --target " + name;
      case JUST -> "just " + name;
      case TASK -> "task " + name;
      case RAKE -> (has("Gemfile") ? "bundle exec rake " : "rake ") + name;
      case DENO -> "deno task " + name;
      case ZIG -> "zig build " + name;
      case NIM -> "nimble " + name;
      case TURBO -> executor() + "turbo run " + name;
      case NX ->
          executor()
              + (isOfOne(manifest)
                  ? "nx " + name + " " + project(manifest)
                  : "nx run-many -t " + name);
      case MAVEN, PYTHON, CARGO, GO, DOTNET, RUBY, SWIFT, HASKELL, LUA, SBT, MIX, DART, TOX, NOX ->
          name;
      case NPM -> {
        String runner = runner();
        // Bun has a test runner of its own: without "run" the script of that name is not what runs
        boolean plain =
            runner.equals("yarn")
                || (!runner.equals("bun") && (name.equals("test") || name.equals("start")));
        yield runner + (plain ? " " : " run ") + name;
      }
    };
  }

  /** Whether a file is that of one project of several. */
  private static boolean isOfOne(Manifest manifest) {
    return manifest.fileName().equals("project.json");
  }

  /** What Nx calls a project: its name, else that of its folder. */
  private String project(Manifest manifest) {
    return manifest
        .name()
        .map(Fact::value)
        .orElseGet(() ->
            manifest.folder().isEmpty()
                ? repository.name()
                : Repository.fileName(manifest.folder()));
  }

  /** Whether a script of the same folder runs the task of a task runner, so that both are one. */
  boolean isScript(Manifest manifest, String name) {
    boolean runner = manifest.tool() == Manifest.Tool.TURBO || manifest.tool() == Manifest.Tool.NX;
    Pattern called =
        Pattern.compile("\\b(?:turbo|nx)\\b.*[ =]" + Pattern.quote(name) + "(?![\\w:-]).*");
    return runner
        && repository.graph().manifests().stream()
            .filter(one -> one.tool() == Manifest.Tool.NPM)
            .filter(one -> one.folder().equals(manifest.folder()))
            .flatMap(one -> one.commands().stream())
            .anyMatch(one -> called.matcher(one.text()).find());
  }

  /** The lines of a command: of a file of recipes with its recipe. */
  Optional<Evidence> lines(Manifest manifest, Manifest.Command command) {
    int last = command.line();
    boolean recipes =
        manifest.tool() == Manifest.Tool.MAKE || manifest.tool() == Manifest.Tool.JUST;
    if (recipes) {
      SourceText text = repository.text(manifest.path()).orElse(SourceText.of(""));
      while (last < text.lineCount()
          && last - command.line() < RECIPE_LINE_COUNT_MAX
          && text.lines(last + 1, last + 1).matches("(?s)[\t ].*\\S.*")) {
        last++;
      }
    } else if (command.text().contains("; ")) {
      last = listEnd(manifest.path(), command.line());
    }
    return repository.lines(manifest.path(), command.line(), last);
  }

  /** The last line of a list of steps, or its first when it does not end. */
  private int listEnd(String path, int first) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    int end = Math.min(text.lineCount(), first + RECIPE_LINE_COUNT_MAX);
    for (int line = first; line <= end; line++) {
      if (text.lines(line, line).strip().matches(".*\\],?")) {
        return line;
      }
    }
    return first;
  }

  /** What runs a tool that is installed beside the code. */
  private String executor() {
    return switch (runner()) {
      case "pnpm" -> "pnpm ";
      case "yarn" -> "yarn ";
      case "bun" -> "bunx ";
      default -> "npx ";
    };
  }

  private String runner() {
    if (has("pnpm-workspace.yaml")) {
      return "pnpm";
    }
    if (has(".yarnrc.yml") || has(".yarnrc")) {
      return "yarn";
    }
    // locked versions are not read; the build file and the README name the tool people use
    for (String path : List.of("package.json", "README.md")) {
      SourceText text = repository.text(path).orElse(SourceText.of(""));
      Matcher named = RUNNER.matcher(text.lineCount() == 0 ? "" : text.lines(1, text.lineCount()));
      if (named.find()) {
        return named.group(1);
      }
    }
    return "npm";
  }

  /** The usual commands of a build tool, empty when it has none. */
  List<String> usual(Manifest manifest) {
    if (!manifest.isProject()) {
      return List.of();
    }
    return switch (manifest.tool()) {
      case MAVEN -> List.of(has("mvnw") || isTyped("./mvnw ") ? "./mvnw verify" : "mvn verify");
      case GRADLE ->
          isWrapped()
              ? List.of("./gradlew build", "./gradlew check")
              : List.of("gradle build", "gradle check");
      case CARGO ->
          mains(".rs").isEmpty()
              ? List.of("cargo build", "cargo test")
              : List.of("cargo run", "cargo build", "cargo test");
      case GO -> goes();
      case PYTHON -> List.of("pip install .");
      case CMAKE -> cmake(manifest);
      case DOTNET -> List.of("dotnet build", "dotnet test");
      case COMPOSER -> List.of("composer install");
      case SWIFT -> List.of("swift build", "swift test");
      case HASKELL ->
          has("stack.yaml")
              ? List.of("stack build", "stack test")
              : List.of("cabal build", "cabal test");
      case SBT -> List.of("sbt compile", "sbt test");
      case MIX -> List.of("mix deps.get", "mix compile", "mix test");
      case DART -> List.of("dart pub get", "dart test");
      case ZIG -> List.of("zig build");
      case RUBY -> has("Gemfile") ? List.of("bundle install") : List.of();
      case NPM -> List.of(runner() + " install");
      case NIM -> List.of("nimble install", "nimble test");
      case MAKE, LUA, JUST, TASK, RAKE, TOX, NOX, DENO, TURBO, NX -> List.of();
    };
  }

  /** With its tests where the build file makes some that can be run. */
  private List<String> cmake(Manifest manifest) {
    String build = "cmake -B build && cmake --build build";
    SourceText text = repository.text(manifest.path()).orElse(SourceText.of(""));
    boolean tests =
        text.toString().matches("(?si).*\\b(?:enable_testing\\s*\\(|include\\s*\\(\\s*CTest\\b).*");
    return tests ? List.of(build, "ctest --test-dir build") : List.of(build);
  }

  /** With the one program there is, if there is one. */
  private List<String> goes() {
    List<String> folders =
        mains(".go").stream()
            .map(path -> path.substring(0, Math.max(0, path.lastIndexOf('/'))))
            .distinct()
            .toList();
    if (folders.size() > 1) {
      // tools of the code itself stand beside what the repository is for
      folders = folders.stream().filter(path -> path.matches("(?:cmd/[^/]+)?")).toList();
    }
    List<String> result = new ArrayList<>();
    if (folders.size() == 1) {
      result.add("go run ." + (folders.getFirst().isEmpty() ? "" : "/" + folders.getFirst()));
    }
    result.addAll(List.of("go build ./...", "go test ./..."));
    return result;
  }

  /** Files of the product in which a program starts. */
  private List<String> mains(String ending) {
    return repository.graph().entryPoints().stream()
        .filter(entry -> entry.kind() == EntryPoint.Kind.MAIN)
        .map(EntryPoint::path)
        .filter(path -> path.endsWith(ending) && repository.isMain(repository.graph().file(path)))
        .toList();
  }

  /** The script is written by the tool and not read; its settings stand beside it. */
  private boolean isWrapped() {
    return has("gradlew") || isTyped("./gradlew ");
  }

  /** Whether people or pipelines call it; a wrapper itself is not read, as its tool's. */
  private boolean isTyped(String call) {
    CodeGraph graph = repository.graph();
    return IntStream.range(0, graph.fileCount())
        .mapToObj(graph::path)
        .filter(path -> CALLING.matcher(path).matches())
        .limit(CALLING_COUNT_MAX)
        .map(path -> repository.text(path).orElse(SourceText.of("")).toString())
        .anyMatch(text -> text.replace('\n', ' ').contains(call));
  }

  private boolean has(String path) {
    return repository.graph().file(path) >= 0;
  }
}
