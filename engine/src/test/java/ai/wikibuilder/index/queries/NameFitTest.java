package ai.wikibuilder.index.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class NameFitTest {
  /** "Set the size of a block", where "block" is rare. */
  private final NameFit fit =
      new NameFit(Map.of("size", 2.0, "block", 4.0), Map.of(), NameFitTest::cut);

  @Test
  void aNameMadeOfTheQuestionsWordsFitsBest() {
    assertThat(fit.of("Disk.setBlockSize")).isEqualTo(1);
    assertThat(fit.of("Disk.setBlockSize")).isGreaterThan(fit.of("Disk.setBlock"));
    assertThat(fit.of("Disk.setBlock")).isGreaterThan(fit.of("Disk.setSize"));
  }

  @Test
  void partsThatTheQuestionLacksCountAgainstAName() {
    assertThat(fit.of("blockSize")).isGreaterThan(fit.of("blockSizeCacheLimit"));
    assertThat(fit.of("blockSizeCacheLimit")).isPositive();
  }

  @Test
  void theContainerHelpsButNeverAlone() {
    assertThat(fit.of("Block.size")).isGreaterThan(fit.of("Ship.size"));
    assertThat(fit.of("BlockSize.reset")).isZero();
  }

  @Test
  void aQuestionWithoutTermsFitsNothing() {
    assertThat(new NameFit(Map.of(), Map.of(), NameFitTest::cut).of("blockSize")).isZero();
  }

  @Test
  void aRelatedWordFitsAndIsNotMissedWhereItIsNot() {
    NameFit related =
        new NameFit(Map.of("size", 2.0, "block", 4.0), Map.of("extent", 0.5), NameFitTest::cut);

    assertThat(related.of("Disk.extent")).isPositive().isLessThan(related.of("Disk.size"));
    assertThat(related.of("Disk.setBlockSize")).isEqualTo(1);
  }

  private static void cut(String name, BiConsumer<String, Boolean> terms) {
    String[] parts = name.split("(?=\\p{Lu})|[._]", -1);
    if (parts.length > 1) {
      terms.accept(name.toLowerCase(Locale.ROOT), true);
    }
    for (String part : parts) {
      terms.accept(part.toLowerCase(Locale.ROOT), false);
    }
  }
}
