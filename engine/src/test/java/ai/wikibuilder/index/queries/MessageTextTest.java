package ai.wikibuilder.index.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cannot open file 'a b.txt' for writing | \"Cannot open file '%s' for writing\"",
        "Target class [App\\Foo] does not exist. | \"Target class [$concrete] does not exist.\"",
        "KeyError: no such shelf here | raise KeyError(\"no such shelf here\")",
        "Expected 3 rows but got 4 rows today | \"Expected {} rows but got {} rows today\"",
        "can't open what won't close | \"can't open what won't close\"",
      })
  void theWholeMessageStandsWhereItIsPrinted(String message, String code) {
    assertThat(new MessageText(message).share(code)).isEqualTo(1);
  }

  @Test
  void ofAMessageThatWasPutTogetherThePartCounts() {
    MessageText message = new MessageText("loop detected for property 'a' with type 'B'");

    assertThat(message.share("message = \"loop detected for property\";"))
        .isCloseTo(4 / 6.0, within(1e-9));
  }

  @Test
  void whatMayBeChanceCountsNothing() {
    MessageText message = new MessageText("cannot open the file 'a' for writing");

    assertThat(message.share("to open the file again")).isZero();
    assertThat(new MessageText("'a' [b] 7").share("a b 7")).isZero();
    assertThat(new MessageText("").share("")).isZero();
  }
}
