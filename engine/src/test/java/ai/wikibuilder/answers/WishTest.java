package ai.wikibuilder.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {
  @ParameterizedTest
  @CsvSource({
    "which setting limits the size of uploads, SETTING",
    "which option sets the port, SETTING",
    "hangi ayar yükleme boyutunu sınırlar, SETTING",
    "which environment variables are read, ENVIRONMENT",
    "who is allowed to edit a document, DOING",
    "who calls ship, CALLERS",
    "can a crawl be paused, SUPPORT",
    "is it possible to pause a crawl, SUPPORT",
    "how is a setting read, DOING"
  })
  void aQuestionIsReadByHowItIsPut(String question, Wish wish) {
    assertThat(Wish.of(question)).isEqualTo(wish);
  }
}
