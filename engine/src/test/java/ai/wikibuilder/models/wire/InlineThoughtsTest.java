package ai.wikibuilder.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineThoughtsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "<think>let me see</think>\\n\\nThe text.|The text.",
        "\\n<think>a < b </thin </think>The text.|The text.",
        "<thinking>let me <think> see</thinking>\\nThe text.|The text.",
        "The text.|The text.",
        "<thing> is text|<thing> is text",
        "Text with <think>inside</think>.|Text with <think>inside</think>.",
        "<th|<th",
        "<think>never ends|''",
        "' '|' '"
      })
  void thoughtsBeforeAReplyAreTakenOutHoweverItIsCut(String whole, String expected) {
    String text = whole.replace("\\n", "\n");
    String wanted = expected;
    for (int size = 1; size <= text.length(); size++) {
      InlineThoughts thoughts = new InlineThoughts();
      StringBuilder told = new StringBuilder();
      for (int at = 0; at < text.length(); at += size) {
        told.append(thoughts.text(text.substring(at, Math.min(text.length(), at + size))));
      }
      told.append(thoughts.rest());

      assertThat(told.toString()).as("pieces of %d", size).isEqualTo(wanted);
    }
  }
}
