package ai.wikibuilder.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FactsCodecTest {
  @Test
  void whatIsWrittenIsRead() {
    for (long seed = 0; seed < 500; seed++) {
      FileFacts facts = randomFacts(new Random(seed));

      assertThat(FactsCodec.decode(FactsCodec.encode(facts))).as("seed " + seed).isEqualTo(facts);
    }
  }

  @Test
  void anyChangedByteIsNoticed() {
    byte[] frame = FactsCodec.encode(randomFacts(new Random(7)));
    for (int i = 0; i < frame.length; i++) {
      byte[] damaged = frame.clone();
      damaged[i] ^= 0x10;

      assertDamaged(damaged);
    }
  }

  @Test
  void anyCutIsNoticed() {
    byte[] frame = FactsCodec.encode(randomFacts(new Random(8)));
    for (int length = 0; length < frame.length; length++) {
      assertDamaged(java.util.Arrays.copyOf(frame, length));
    }
  }

  private static void assertDamaged(byte[] frame) {
    assertThatThrownBy(() -> FactsCodec.decode(frame))
        .isInstanceOfSatisfying(
            FactsException.class, e -> assertThat(e.kind()).isEqualTo(FactsException.Kind.DAMAGED));
  }

  private static FileFacts randomFacts(Random random) {
    List<Symbol> symbols = new ArrayList<>();
    int symbolCount = random.nextInt(20);
    for (int i = 0; i < symbolCount; i++) {
      symbols.add(
          new Symbol(
              pick(random, SymbolKind.values()),
              name(random),
              random.nextInt(i + 1) - 1,
              name(random),
              span(random),
              span(random),
              1 + random.nextInt(1 << 20),
              random.nextBoolean() ? Optional.of(span(random)) : Optional.empty(),
              pick(random, Visibility.values())));
    }
    List<Reference> references = new ArrayList<>();
    for (int i = random.nextInt(30); i > 0; i--) {
      ReferenceKind kind = pick(random, ReferenceKind.values());
      int enclosing = random.nextInt(symbolCount + 1) - 1;
      references.add(
          new Reference(kind, name(random), name(random), 1 + random.nextInt(1 << 20), enclosing));
    }
    List<ImportFact> imports = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      imports.add(new ImportFact(name(random), name(random), name(random), 1 + random.nextInt(99)));
    }
    FileFacts.Outcome outcome = pick(random, FileFacts.Outcome.values());
    return new FileFacts("java", outcome, name(random), symbols, references, imports);
  }

  private static SourceSpan span(Random random) {
    int start = random.nextInt(1 << 28);
    int line = 1 + random.nextInt(1 << 24);
    return new SourceSpan(
        start, start + random.nextInt(1 << 20), line, line + random.nextInt(1 << 16));
  }

  private static String name(Random random) {
    return List.of("", "a", "save", "größe", "😀", "x".repeat(300)).get(random.nextInt(6));
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
