package ai.wikibuilder.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.ImportFact;
import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.columns.ImportColumns;
import ai.wikibuilder.source.SourceSpan;
import ai.wikibuilder.source.SourceText;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the graph of a large Java repository weighs: its arrays, and all it keeps on the heap. */
class GraphSizeTest {
  private static final long SEED = 7;

  private static final int SYMBOLS_PER_FILE = 20;

  private static final int REFERENCES_PER_FILE = 100;

  private static final int LINES_PER_FILE = 320;

  /** 250 MB for five million lines. */
  private static final long BYTES_PER_MILLION_LINES_MAX = 50_000_000;

  /** Other tests of the process may hold something more when it is measured the second time. */
  private static final long SLACK = 2_000_000;

  /** A graph and what it weighs with everything it keeps, in bytes of heap. */
  private record Weighed(CodeGraph graph, long bytes) {}

  private static Weighed generated(int fileCount) {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    CodeGraphBuilder builder = new CodeGraphBuilder();
    SourceText text =
        SourceText.of(
            "other.call12(value); // a line of usual length here\n".repeat(LINES_PER_FILE));
    List<FileFacts> facts = new ArrayList<>();
    for (int file = 0; file < fileCount; file++) {
      facts.add(facts(file, fileCount, random));
    }
    long before = usedBytes();
    for (int file = 0; file < fileCount; file++) {
      builder.add(
          "src/main/java/p%03d/T%06d.java".formatted(file / 50, file), text, facts.get(file));
    }
    CodeGraph graph = builder.build();
    long bytes = usedBytes() - before;
    System.out.printf(
        "%d lines, %d symbols, %d edges: %.1f MB%n",
        (long) fileCount * LINES_PER_FILE, graph.symbolCount(), graph.edgeCount(), bytes / 1e6);
    assertThat(facts).hasSize(fileCount); // still held, so that the difference is the graph's
    return new Weighed(graph, bytes);
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc(); // the second one frees what the first one found
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static FileFacts facts(int file, int fileCount, Random random) {
    List<Symbol> symbols = new ArrayList<>();
    for (int i = 0; i < SYMBOLS_PER_FILE; i++) {
      SourceSpan span = new SourceSpan(i * 10, i * 10 + 40, i + 1, i + 1);
      SymbolKind kind = i == 0 ? SymbolKind.CLASS : SymbolKind.METHOD;
      String name = i == 0 ? "T%06d".formatted(file) : "call" + i;
      symbols.add(
          new Symbol(
              kind,
              name,
              i == 0 ? -1 : 0,
              "",
              span,
              span,
              i + 1,
              Optional.of(span),
              Visibility.PUBLIC));
    }
    List<Reference> references = new ArrayList<>();
    List<ImportFact> imports = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int other = random.nextInt(fileCount);
      imports.add(
          new ImportFact(
              "p%03d".formatted(other / 50),
              "T%06d".formatted(other),
              "T%06d".formatted(other),
              1));
    }
    for (int i = 0; i < REFERENCES_PER_FILE; i++) {
      String type = imports.get(random.nextInt(imports.size())).name();
      boolean call = i % 2 == 0;
      references.add(
          new Reference(
              call ? ReferenceKind.CALL : ReferenceKind.TYPE,
              call ? "call" + (1 + random.nextInt(SYMBOLS_PER_FILE - 1)) : type,
              call ? type : "",
              1 + i,
              random.nextInt(SYMBOLS_PER_FILE)));
    }
    return new FileFacts(
        "java",
        FileFacts.Outcome.PARSED,
        "p%03d".formatted(file / 50),
        symbols,
        references,
        imports);
  }

  private static void assertSmall(Weighed weighed) {
    CodeGraph graph = weighed.graph();
    long lines = 0;
    long imports = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      lines += graph.lineCount(file);
      imports += graph.imports(file).size();
    }
    long columns =
        (SymbolTable.BYTES_PER_SYMBOL + 12L) * graph.symbolCount()
            + (long) EdgeTable.BYTES_PER_EDGE * graph.edgeCount()
            + ImportColumns.BYTES_PER_IMPORT * imports;
    assertThat(graph.heapBytes()).isLessThanOrEqualTo(columns + 64);
    assertThat(weighed.bytes()).isLessThan(BYTES_PER_MILLION_LINES_MAX * lines / 1_000_000 + SLACK);
    assertThat(graph.edgeCount()).isGreaterThan(graph.symbolCount());
  }

  @Test
  void aSymbolWeighs45BytesWithImportanceIndexAndFileAnEdge17AndAnImport16() {
    assertThat(SymbolTable.BYTES_PER_SYMBOL + 12).isEqualTo(45);
    assertThat(EdgeTable.BYTES_PER_EDGE).isEqualTo(17);
    assertThat(ImportColumns.BYTES_PER_IMPORT).isEqualTo(16);
  }

  /** OpenJDK 17 has 320 lines, 20 symbols, 60 edges and 5 imports a file; this has more edges. */
  @Test
  void aGraphWeighsLessThan50MegabytesForEachMillionLines() {
    assertSmall(generated(500));
  }

  @Test
  @Tag("long")
  void theGraphOfFiveMillionLinesWeighsLessThan250Megabytes() {
    Weighed weighed = generated(15_700);

    assertSmall(weighed);
    assertThat(weighed.bytes()).isLessThan(250_000_000);
  }
}
