package ai.wikibuilder.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.ChatReply.Stop;
import ai.wikibuilder.models.PieceListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyDraftTest {
  /** What somebody who is told of the pieces has in the end. */
  private static final class Told implements PieceListener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void piece(String piece) {
      text.append(piece);
    }

    @Override
    public void startOver() {
      text.setLength(0);
    }
  }

  /** A user saw the model talk to itself: its template opens the thoughts in the prompt. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 1_000})
  void thoughtsWithoutABeginningAreTakenBack(int size) {
    assertThat(said("The user wants a page.\nI see.\n</think>\n\nThe crane lifts [1].", size))
        .isEqualToIgnoringWhitespace("The crane lifts [1].");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It ends thoughts at `</think>`.\nThen it goes on.",
        "What it reads:\n\n```\n<b>\n</think>\n```\n",
        "It begins at <think>\nand ends at\n</think>\nof the reply.",
      })
  void aPageThatSpeaksOfThoughtsKeepsItsWords(String page) {
    assertThat(said(page, 5)).isEqualTo(page);
  }

  @Test
  void aUseOfNothingIsNotBelieved() {
    ReplyDraft draft = new ReplyDraft(piece -> {}, 100);
    draft.used(0, 0, 0);
    draft.wrote(0);

    assertThat(draft.use()).isEmpty();
  }

  private static String said(String reply, int size) {
    Told told = new Told();
    ReplyDraft draft = new ReplyDraft(told, 1_000);
    for (int at = 0; at < reply.length(); at += size) {
      draft.piece(reply.substring(at, Math.min(reply.length(), at + size)));
    }
    draft.stop(Stop.END);

    assertThat(draft.reply().text()).isEqualTo(told.text.toString());
    return told.text.toString();
  }
}
