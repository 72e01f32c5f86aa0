package ai.wikibuilder.pages.building;

import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.source.SourceText;
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

  /** The usual command of a build tool, empty when it has none. */
  String usual(Manifest manifest) {
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

  private boolean has(String path) {
    return repository.graph().file(path) >= 0;
  }
}
