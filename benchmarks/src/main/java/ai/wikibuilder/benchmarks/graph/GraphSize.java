package ai.wikibuilder.benchmarks.graph;

import ai.wikibuilder.graph.CodeGraph;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;

/** What the graph of a repository weighs on the heap, everything it keeps included. */
final class GraphSize {
  /** A collection may leave something for the next one. */
  private static final int COLLECTION_COUNT = 3;

  private GraphSize() {}

  static String measure(Path folder, Path scratch) throws IOException {
    Checkout checkout = new Checkout(folder, scratch);
    long before = usedBytes();
    CodeGraph graph = checkout.graph();
    long whole = usedBytes() - before;
    long lines = 0;
    long imports = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      lines += graph.lineCount(file);
      imports += graph.imports(file).size();
    }
    return String.format(
        Locale.ROOT,
        "%s: %,d files, %,d lines, %,d symbols, %,d edges, %,d imports: %.1f MB, of which columns"
            + " %.1f MB; %.1f bytes a line",
        checkout.name,
        graph.fileCount(),
        lines,
        graph.symbolCount(),
        graph.edgeCount(),
        imports,
        whole / 1e6,
        graph.heapBytes() / 1e6,
        (double) whole / lines);
  }

  private static long usedBytes() {
    for (int i = 0; i < COLLECTION_COUNT; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
