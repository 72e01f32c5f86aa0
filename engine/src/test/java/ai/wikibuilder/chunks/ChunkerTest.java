package ai.wikibuilder.chunks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.source.SourceSpan;
import ai.wikibuilder.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkerTest {
  private static final FileFacts TEXT = FileFacts.none("text", FileFacts.Outcome.TEXT);

  @TempDir Path natives;

  private final Chunker chunker = new Chunker(ChunkLimits.defaults());

  @Test
  void everyLineIsInExactlyOneChunkWhateverTheTextAndTheFacts() {
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      SourceText text = SourceText.of(randomText(random));
      ChunkLimits limits = new ChunkLimits(20 + random.nextInt(100), 1 + random.nextInt(20));
      FileFacts facts = randomFacts(random, text);

      List<Chunk> chunks = new Chunker(limits).chunk(text, facts);

      assertJoins(text, chunks, "seed " + seed);
      for (Chunk chunk : chunks) {
        assertThat(
                chunk.tokenCount() <= limits.tokenCountMax()
                    || chunk.span().startLine() == chunk.span().endLine())
            .as("seed %d: only a single line may exceed the limit, got %s", seed, chunk)
            .isTrue();
      }
    }
  }

  @Test
  void theEmptyTextHasNoChunks() {
    assertThat(chunker.chunk(SourceText.of(""), TEXT)).isEmpty();
  }

  @Test
  void aSmallFileIsOneChunkAboutItsOnlyDefinition() {
    SourceText text = SourceText.of("package a;\n\n/** Doc. */\nclass A {\n  int total = 1;\n}\n");
    FileFacts facts = facts(text, symbol(text, SymbolKind.CLASS, "A", -1, 4, 6, 3));

    List<Chunk> chunks = chunker.chunk(text, facts);

    assertThat(chunks).hasSize(1);
    assertThat(chunks.getFirst().symbol()).isZero();
  }

  @Test
  void aLargeClassIsCutBetweenItsMethodsAndEachKeepsItsComment() {
    StringBuilder source = new StringBuilder("class A {\n");
    for (int method = 0; method < 3; method++) {
      source.append("  /** Comment ").append(method).append(". */\n  void m() {\n");
      source.append("    total = total + sum(total, other);\n".repeat(22)).append("  }\n\n");
    }
    SourceText text = SourceText.of(source.append("}\n").toString());
    List<Symbol> symbols = new ArrayList<>();
    symbols.add(symbol(text, SymbolKind.CLASS, "A", -1, 1, text.lineCount(), 1));
    for (int method = 0; method < 3; method++) {
      int comment = 2 + method * 26;
      symbols.add(symbol(text, SymbolKind.METHOD, "m", 0, comment + 1, comment + 24, comment));
    }

    List<Chunk> chunks = chunker.chunk(text, facts(text, symbols.toArray(Symbol[]::new)));

    assertJoins(text, chunks, "class");
    assertThat(chunks).extracting(Chunk::symbol).containsExactly(1, 2, 3);
    assertThat(text.slice(chunks.get(1).span())).startsWith("  /** Comment 1. */\n");
  }

  @Test
  void markdownIsCutAtHeadingsButNotInsideCode() {
    String section = "words of a section, many of them\n".repeat(30);
    SourceText text =
        SourceText.of("# One\n" + section + "```\n# no heading\n```\n## Two\n" + section);

    List<Chunk> chunks = chunker.chunk(text, FileFacts.none("markdown", FileFacts.Outcome.TEXT));

    assertThat(chunks).hasSize(2);
    assertThat(text.slice(chunks.get(1).span())).startsWith("## Two\n");
  }

  @Test
  void aGiganticLineIsAChunkOfItsOwn() {
    SourceText text = SourceText.of("one two\n" + "x = 1; ".repeat(5_000) + "\nthree four\n");

    List<Chunk> chunks = chunker.chunk(text, TEXT);

    assertThat(chunks.get(1).span().startLine()).isEqualTo(2);
    assertThat(chunks.get(1).span().endLine()).isEqualTo(2);
    assertJoins(text, chunks, "gigantic");
  }

  @Test
  void aParsedFileJoinsBackHoweverSmallTheLimit() {
    String method = "  /** Doc. */\n  @Deprecated\n  int m(int a) {\n    return a + 1;\n  }\n\n";
    SourceText text =
        SourceText.of("package a;\n\nclass A {\n" + method.repeat(40) + "  class B {}\n}\n");
    try (FactsExtractor extractor = new FactsExtractor(FactsSettings.defaults(natives))) {
      FileFacts facts = extractor.extract("A.java", text);
      assertThat(facts.symbols()).hasSize(42);

      for (int max = 10; max < 500; max += 7) {
        ChunkLimits limits = new ChunkLimits(max, max / 2);
        assertJoins(text, new Chunker(limits).chunk(text, facts), "limit " + max);
      }
    }
  }

  @Test
  void identifiersCountByTheirParts() {
    assertThat(tokens("getUserName")).isEqualTo(3);
    assertThat(tokens("internationalisation")).isEqualTo(5);
    assertThat(tokens("a.b(c)")).isEqualTo(6);
    assertThat(tokens("----------------")).isEqualTo(4);
    assertThat(tokens("   \t ")).isZero();
  }

  private static int tokens(String line) {
    return new TokenCounts(SourceText.of(line)).of(1, 1);
  }

  private static void assertJoins(SourceText text, List<Chunk> chunks, String about) {
    int line = 1;
    int at = 0;
    for (Chunk chunk : chunks) {
      assertThat(chunk.span().startLine()).as(about).isEqualTo(line);
      assertThat(chunk.span().startByte()).as(about).isEqualTo(at);
      line = chunk.span().endLine() + 1;
      at = chunk.span().endByte();
    }
    assertThat(at).as(about).isEqualTo(text.byteCount());
    assertThat(line).as(about).isEqualTo(text.lineCount() + 1);
  }

  private static String randomText(Random random) {
    String[] parts = {"\n", "\n\n", "\r\n", "word", " ", "\t", "{", "}", "# ", "```", "ünï", "😀"};
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(1_500);
    for (int i = 0; i < count; i++) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  /** Symbols with any lines at all, also beyond each other's and their parent's. */
  private static FileFacts randomFacts(Random random, SourceText text) {
    List<Symbol> symbols = new ArrayList<>();
    int count = text.lineCount() == 0 ? 0 : random.nextInt(30);
    for (int i = 0; i < count; i++) {
      int first = 1 + random.nextInt(text.lineCount());
      int last = first + random.nextInt(text.lineCount() - first + 1);
      int doc = 1 + random.nextInt(first);
      symbols.add(symbol(text, SymbolKind.CLASS, "s", random.nextInt(i + 1) - 1, first, last, doc));
    }
    String language = random.nextInt(4) == 0 ? "markdown" : "java";
    return new FileFacts(language, FileFacts.Outcome.PARSED, "", symbols, List.of(), List.of());
  }

  private static FileFacts facts(SourceText text, Symbol... symbols) {
    assertThat(text.lineCount()).isPositive();
    return new FileFacts(
        "java", FileFacts.Outcome.PARSED, "", List.of(symbols), List.of(), List.of());
  }

  private static Symbol symbol(
      SourceText text, SymbolKind kind, String name, int parent, int first, int last, int doc) {
    SourceSpan span = lines(text, first, last);
    return new Symbol(
        kind,
        name,
        parent,
        "",
        span,
        span,
        first,
        doc < first ? Optional.of(lines(text, doc, first - 1)) : Optional.empty(),
        Visibility.PUBLIC);
  }

  private static SourceSpan lines(SourceText text, int first, int last) {
    return new SourceSpan(text.startOfLine(first), text.startOfLine(last + 1), first, last);
  }
}
