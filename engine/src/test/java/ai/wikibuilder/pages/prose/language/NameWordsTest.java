package ai.wikibuilder.pages.prose.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NameWordsTest {
  private static final Pattern HUMPS =
      Pattern.compile("[_\\W]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  @Test
  void aNameIsTakenApartAtItsHumps() {
    assertThat(NameWords.of("HTTPServer2Config_of.URL"))
        .containsExactly("http", "server2", "config", "of", "url");
    assertThat(NameWords.of("")).isEmpty();
    assertThat(NameWords.of("__")).isEmpty();
  }

  /** The expression says what is meant, and takes a tenth of a second for a small wiki. */
  @Test
  void theLoopCutsAsTheExpressionDoes() {
    Random random = new Random(7);
    String letters = "aaabcXYZ019_. -éİğß漢";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        name.append(letters.charAt(random.nextInt(letters.length())));
      }

      assertThat(NameWords.of(name.toString()))
          .as(name.toString())
          .isEqualTo(
              Arrays.stream(HUMPS.split(name, -1))
                  .filter(word -> !word.isEmpty())
                  .map(word -> word.toLowerCase(Locale.ROOT))
                  .toList());
    }
  }
}
