package ai.wikibuilder.pages.building;

import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Optional;

/** What is typed to run a command of a build file. */
final class Invocation {
  /** Lines of one recipe that are cited. */
  private static final int RECIPE_LINE_COUNT_MAX = 12;

  private final Repository repository;

  Invocation(Repository repository) {
    this.repository = repository;
  }

  /** A command that a build file names. */
  String of(Manifest manifest, String name) {
    String typed = inside(manifest, name);
    boolean moves = manifest.tool() == Manifest.Tool.NPM || manifest.tool() == Manifest.Tool.MAKE;
    return manifest.folder().isEmpty() || !moves
        ? typed
        : "cd " + manifest.folder() + " && " + typed;
  }

  private String inside(Manifest manifest, String name) {
    return switch (manifest.tool()) {
      case MAKE -> "make " + name;
      case COMPOSER -> "composer run " + name;
      case GRADLE -> (has("gradlew") ? "./gradlew " : "gradle ") + name;
      case CMAKE -> "cmake --build build --target " + name;
      case MAVEN, PYTHON, CARGO, GO, DOTNET, RUBY, SWIFT, HASKELL, LUA, SBT -> name;
      case NPM -> {
        String runner = runner();
        boolean plain = runner.equals("yarn") || name.equals("test") || name.equals("start");
        yield runner + (plain ? " " : " run ") + name;
      }
    };
  }

  /** The lines of a command: of a Makefile with its recipe. */
  Optional<Evidence> lines(Manifest manifest, Manifest.Command command) {
    int last = command.line();
    if (manifest.tool() == Manifest.Tool.MAKE) {
      SourceText text = repository.text(manifest.path()).orElse(SourceText.of(""));
      while (last < text.lineCount()
          && last - command.line() < RECIPE_LINE_COUNT_MAX
          && text.lines(last + 1, last + 1).startsWith("\t")) {
        last++;
      }
    }
    return repository.lines(manifest.path(), command.line(), last);
  }

  private String runner() {
    if (has("pnpm-workspace.yaml") || has("pnpm-lock.yaml")) {
      return "pnpm";
    }
    return has(".yarnrc.yml") || has("yarn.lock") ? "yarn" : "npm";
  }

  /** The usual commands of a build tool, empty when it has none. */
  List<String> usual(Manifest manifest) {
    if (!manifest.isProject()) {
      return List.of();
    }
    return switch (manifest.tool()) {
      case MAVEN -> List.of(has("mvnw") ? "./mvnw verify" : "mvn verify");
      case GRADLE -> List.of(has("gradlew") ? "./gradlew build" : "gradle build");
      case CARGO -> List.of("cargo build", "cargo test");
      case GO -> List.of("go build ./...", "go test ./...");
      case PYTHON -> List.of("pip install .");
      case CMAKE -> List.of("cmake -B build");
      case DOTNET -> List.of("dotnet build", "dotnet test");
      case COMPOSER -> List.of("composer install");
      case SWIFT -> List.of("swift build", "swift test");
      case HASKELL ->
          has("stack.yaml")
              ? List.of("stack build", "stack test")
              : List.of("cabal build", "cabal test");
      case SBT -> List.of("sbt compile", "sbt test");
      case NPM, MAKE, RUBY, LUA -> List.of();
    };
  }

  private boolean has(String path) {
    return repository.graph().file(path) >= 0;
  }
}
