package ai.wikibuilder.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatRequestTest {
  private static final List<Message> ONE = List.of(new Message.User("Write."));
  private static final ToolSpec TOOL = new ToolSpec("read", "Reads.", "{}");

  @Test
  void aRequestWithoutAMessageOrWithoutRoomForAReplyIsNone() {
    assertThatThrownBy(() -> request(List.of(), List.of(), Optional.empty(), 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> request(ONE, List.of(), Optional.empty(), 0))
        .hasMessageContaining("outputTokensMax");
  }

  @Test
  void jsonAndToolsAreNotAskedForTogether() {
    JsonShape shape = new JsonShape("plan", "{}");

    assertThatThrownBy(() -> request(ONE, List.of(TOOL), Optional.of(shape), 10))
        .hasMessageContaining("not both");
    assertThat(request(ONE, List.of(), Optional.of(shape), 10).shape()).hasValue(shape);
  }

  @Test
  void noMoreMarksAreSetThanProvidersTake() {
    Message marked = new Message.Instruction("constant", true);

    assertThat(request(Collections.nCopies(4, marked), List.of(), Optional.empty(), 10).messages())
        .hasSize(4);
    assertThatThrownBy(
            () -> request(Collections.nCopies(5, marked), List.of(), Optional.empty(), 10))
        .hasMessageContaining("at most 4");
  }

  @Test
  void theNameOfAToolIsOneThatEveryProviderTakes() {
    assertThatThrownBy(() -> new ToolSpec("read file", "Reads.", "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ChatRequest request(
      List<Message> messages,
      List<ToolSpec> tools,
      Optional<JsonShape> shape,
      int outputTokensMax) {
    return new ChatRequest(
        Purpose.PAGE, "overview", Tier.STRONG, messages, tools, shape, outputTokensMax);
  }
}
