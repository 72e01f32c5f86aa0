package ai.wikibuilder.pages;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.languages.CodeFiles;
import ai.wikibuilder.pages.composed.ComposedPages;
import ai.wikibuilder.pages.material.RepositoryName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a wiki without a model. The same composition gives the same wiki, byte for byte.
 * Stateless, may be shared by threads.
 */
public final class PageComposer {
  /** Composes all planned pages; texts are asked for again and again and not kept. */
  public Wiki compose(Composition unnamed) {
    Composition composition = RepositoryName.named(unnamed);
    Map<String, Long> lines = linesByLanguage(composition.graph());
    ComposedPages pages = new ComposedPages(composition, lines);
    return new Wiki(
            composition.snapshot(), pages.summary(), pages.pages(), numbers(composition, lines))
        .by(Authorship.composed(composition.plan().steering().language()));
  }

  private static Map<String, Long> linesByLanguage(CodeGraph graph) {
    Map<String, Long> counts = new TreeMap<>();
    for (int file = 0; file < graph.fileCount(); file++) {
      counts.merge(
          CodeFiles.displayName(graph.path(file), graph.language(file)),
          (long) graph.lineCount(file),
          Long::sum);
    }
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static Wiki.Numbers numbers(Composition composition, Map<String, Long> lines) {
    CodeGraph graph = composition.graph();
    long bytes = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      bytes += graph.byteCount(file);
    }
    return new Wiki.Numbers(
        graph.fileCount(),
        lines.values().stream().mapToLong(count -> count).sum(),
        bytes,
        graph.symbolCount(),
        graph.edgeCount(),
        composition.maskedSecretCount(),
        lines,
        composition.skipped());
  }
}
