package ai.wikibuilder.pages.overview;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.manifests.Fact;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.plan.KeyDocument;
import ai.wikibuilder.source.SourceText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Knows the build file whose description is one of the whole repository. Immutable. */
final class Describing {
  private static final Pattern WHITE = Pattern.compile("\\s++");

  /** Lines of a description that are looked at. */
  private static final int LINE_COUNT_MAX = 12;

  /** Fewer words describe nothing. */
  private static final int WORD_COUNT_MIN = 3;

  private final Repository repository;

  Describing(Repository repository) {
    this.repository = repository;
  }

  /**
   * One at the root does, further down one under the name of the whole or with most of the code.
   */
  boolean describesTheWhole(Manifest manifest) {
    boolean described =
        manifest
            .description()
            .filter(fact -> fact.value().strip().split("\\s+", -1).length >= WORD_COUNT_MIN)
            .filter(fact -> !letters(fact.value()).equals(letters(repository.name())))
            .filter(fact -> !isTitle(fact.value()))
            .isPresent();
    String name = manifest.name().map(Fact::value).orElse("");
    return described
        && (manifest.folder().isEmpty()
            || name.equalsIgnoreCase(repository.name())
            || holdsMost(manifest.folder() + "/"));
  }

  /** Whether words are no more than what the README is called. */
  private boolean isTitle(String words) {
    return repository.plan().documents().stream()
        .filter(document -> document.kind() == KeyDocument.Kind.README)
        .flatMap(document -> repository.document(document.path()).stream())
        .anyMatch(document -> letters(document.title()).equals(letters(words)));
  }

  private static String letters(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private boolean holdsMost(String folder) {
    CodeGraph graph = repository.graph();
    int[] files =
        IntStream.range(0, graph.fileCount())
            .filter(file -> repository.isMain(file) && graph.moduleOf(file) >= 0)
            .toArray();
    long below =
        IntStream.of(files)
            .filter(file -> graph.path(file).startsWith(folder))
            .mapToLong(graph::lineCount)
            .sum();
    return below * 2 > IntStream.of(files).mapToLong(graph::lineCount).sum();
  }

  /** The lines that say it: a text of several stands below its key. */
  Optional<Evidence> lines(String path, Fact fact) {
    SourceText text = repository.composition().reader().text(path).orElse(SourceText.of(""));
    int end = Math.min(text.lineCount(), fact.line() + LINE_COUNT_MAX);
    int last = fact.line();
    while (last < end && !says(text, fact, last)) {
      last++;
    }
    return repository.lines(path, fact.line(), says(text, fact, last) ? last : fact.line());
  }

  private static boolean says(SourceText text, Fact fact, int last) {
    String lines = WHITE.matcher(text.lines(fact.line(), last)).replaceAll(" ");
    return lines.contains(WHITE.matcher(fact.value().strip()).replaceAll(" "));
  }
}
