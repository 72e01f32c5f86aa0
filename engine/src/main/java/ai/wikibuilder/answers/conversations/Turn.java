package ai.wikibuilder.answers.conversations;

import ai.wikibuilder.pages.Evidence;
import java.time.Instant;
import java.util.List;

/**
 * One question and what it was answered. Immutable.
 *
 * @param standalone the question as it is understood without the turns before it
 * @param answer sentences that stand, each with its {@link Marks}
 * @param evidence places it cites, in the order of reading
 * @param state how it ended, in the word the answer has for it
 * @param commit the answer is about; empty where the snapshot has none
 * @param model that answered, empty for none
 * @param tokens that were used
 */
public record Turn(
    Instant at,
    String question,
    String standalone,
    String answer,
    List<Evidence> evidence,
    String state,
    String commit,
    String model,
    long tokens) {
  /** State of one that somebody answers just now. */
  public static final String ASKED = "asked";

  /** State of one whose answer did not come to its end. */
  public static final String BROKEN_OFF = "broken-off";

  public Turn {
    evidence = List.copyOf(evidence);
  }

  /** The sentences alone: a later answer has numbers of its own. */
  public String words() {
    return Marks.without(answer);
  }

  /** Whether its answer came to an end: a model is told of such turns alone. */
  public boolean isOver() {
    return !state.equals(ASKED) && !state.equals(BROKEN_OFF);
  }
}
