package ai.wikibuilder.pages.building;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.languages.CodeFiles;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.material.Repository;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Knows which build files speak for the code: a repository in Rust may keep one of Python for its
 * documents. Immutable.
 */
public final class MainCode {
  /** A language below this share of the lines of code is not what the repository is about. */
  private static final double SHARE_MIN = 0.15;

  /** Below this share it is an example or a tool beside the product. */
  private static final double SOME_SHARE_MIN = 0.05;

  private final Map<String, Long> lines = new HashMap<>();
  private final boolean told;
  private long sum;

  public MainCode(Repository repository) {
    CodeGraph graph = repository.graph();
    for (int file = 0; file < graph.fileCount(); file++) {
      if (graph.moduleOf(file) >= 0 && repository.isMain(file)) {
        lines.merge(
            CodeFiles.displayName(graph.path(file), graph.language(file)),
            (long) graph.lineCount(file),
            Long::sum);
        sum += graph.lineCount(file);
      }
    }
    this.told = graph.manifests().stream().anyMatch(one -> one.isProject() && share(one) > 0);
  }

  /** Whether a build file is of a language that much of the code is written in. */
  public boolean isOf(Manifest manifest) {
    return !told || languages(manifest.tool()).isEmpty() || share(manifest) >= SHARE_MIN;
  }

  /** Whether some of the code is written in a language of the build file's tool. */
  public boolean isOfSome(Manifest manifest) {
    return !told || languages(manifest.tool()).isEmpty() || share(manifest) >= SOME_SHARE_MIN;
  }

  private double share(Manifest manifest) {
    long own = 0;
    for (String language : languages(manifest.tool())) {
      own += lines.getOrDefault(language, 0L);
    }
    return sum == 0 ? 0 : own / (double) sum;
  }

  /** Names of the languages a tool is for; empty for tools that are for any. */
  static Set<String> languages(Manifest.Tool tool) {
    return switch (tool) {
      case MAVEN, GRADLE, SBT -> Set.of("Java", "Kotlin", "Scala", "Groovy", "Clojure");
      case CARGO -> Set.of("Rust");
      case GO -> Set.of("Go");
      case PYTHON, TOX, NOX -> Set.of("Python", "Cython");
      case NPM, DENO, TURBO, NX ->
          Set.of("JavaScript", "TypeScript", "Vue", "Svelte", "CSS", "SCSS", "HTML");
      case RUBY, RAKE -> Set.of("Ruby");
      case COMPOSER -> Set.of("PHP");
      case DOTNET -> Set.of("C#", "F#", "Visual Basic");
      case SWIFT -> Set.of("Swift", "Objective-C");
      case HASKELL -> Set.of("Haskell");
      case LUA -> Set.of("Lua");
      case MIX -> Set.of("Elixir", "Erlang");
      case DART -> Set.of("Dart");
      case ZIG -> Set.of("Zig");
      case NIM -> Set.of("Nim");
      case CMAKE, MAKE, JUST, TASK -> Set.of();
    };
  }
}
