package ai.wikibuilder.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.ImportFact;
import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.source.SourceSpan;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the graph of a large Java repository weighs, measured on its arrays. */
class GraphSizeTest {
  private static final long SEED = 7;

  private static final int SYMBOLS_PER_FILE = 20;

  private static final int REFERENCES_PER_FILE = 100;

  private static CodeGraph generated(int fileCount) {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    CodeGraphBuilder builder = new CodeGraphBuilder();
    SourceText text =
        SourceText.of("other.call12(value); // a line of usual length here\n".repeat(200));
    List<FileFacts> facts = new ArrayList<>();
    for (int file = 0; file < fileCount; file++) {
      facts.add(facts(file, fileCount, random));
    }
    long start = System.nanoTime();
    for (int file = 0; file < fileCount; file++) {
      builder.add(
          "src/main/java/p%03d/T%06d.java".formatted(file / 50, file), text, facts.get(file));
    }
    CodeGraph graph = builder.build();
    System.out.printf(
        "%d symbols, %d references, %d edges: %d ms%n",
        graph.symbolCount(),
        fileCount * REFERENCES_PER_FILE,
        graph.edgeCount(),
        (System.nanoTime() - start) / 1_000_000);
    return graph;
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

  private static void assertSmall(CodeGraph graph) {
    long allowed =
        (SymbolTable.BYTES_PER_SYMBOL + 8L) * graph.symbolCount()
            + (long) EdgeTable.BYTES_PER_EDGE * graph.edgeCount()
            + 64;
    assertThat(graph.heapBytes()).isLessThanOrEqualTo(allowed);
    assertThat(graph.edgeCount()).isGreaterThan(graph.symbolCount());
  }

  @Test
  void aSymbolWeighs41BytesWithImportanceAndIndexAndAnEdge17() {
    assertThat(SymbolTable.BYTES_PER_SYMBOL + 8).isEqualTo(41);
    assertThat(EdgeTable.BYTES_PER_EDGE).isEqualTo(17);
    assertSmall(generated(500));
  }

  @Test
  @Tag("long")
  void threeHundredThousandSymbolsStaySmall() {
    assertSmall(generated(15_000));
  }
}
