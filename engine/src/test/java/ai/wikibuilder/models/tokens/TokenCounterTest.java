package ai.wikibuilder.models.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCounterTest {
  private static final TokenCounter COUNTER = new TokenCounter();

  @ParameterizedTest
  @CsvSource({"'',0", "hello world,2", "'Hello, world!',4", "antidisestablishmentarianism,6"})
  void tokensAreThoseOfTheVocabulary(String text, int tokens) {
    assertThat(COUNTER.count(text)).isEqualTo(tokens);
  }

  @Test
  void markersOfTheVocabularyAreOrdinaryText() {
    assertThatCode(() -> COUNTER.count("<|endoftext|> <|im_start|>system"))
        .doesNotThrowAnyException();
    assertThat(COUNTER.count("<|endoftext|>")).isGreaterThan(3);
  }

  @Test
  @Timeout(20)
  void noTextTakesForever() {
    for (String text :
        List.of(
            "a".repeat(1_000_000),
            " ".repeat(1_000_000),
            "\n".repeat(1_000_000),
            "0".repeat(1_000_000),
            "é漢🙂".repeat(200_000))) {
      long started = System.nanoTime();
      assertThat(COUNTER.count(text)).isPositive();
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }
  }
}
