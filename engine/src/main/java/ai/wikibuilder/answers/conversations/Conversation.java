package ai.wikibuilder.answers.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Questions and answers in their order. Immutable.
 *
 * @param id lower-case letters and digits; empty for one that is not kept yet
 * @param summary of its first turns, for prompts: the turns themselves stay
 */
public record Conversation(String id, List<Turn> turns, Optional<Summary> summary) {
  /** Turns of one conversation; who asks more begins another. */
  public static final int TURN_COUNT_MAX = 500;

  /** Characters of a heading: what was pasted into a question is no heading. */
  private static final int HEADING_CHAR_COUNT_MAX = 120;

  public Conversation {
    turns = List.copyOf(turns);
  }

  /**
   * The first turns in few words.
   *
   * @param turnCount turns it stands for
   */
  public record Summary(int turnCount, String text) {}

  /** One without turns. */
  public static Conversation begin() {
    return new Conversation("", List.of(), Optional.empty());
  }

  public Conversation with(Turn turn) {
    List<Turn> all = new ArrayList<>(turns);
    all.add(turn);
    return new Conversation(id, all, summary);
  }

  public Conversation summedUp(Summary first) {
    return new Conversation(id, turns, Optional.of(first));
  }

  /** Turns that its summary does not stand for. */
  public List<Turn> recent() {
    int first = Math.min(turns.size(), summary.map(Summary::turnCount).orElse(0));
    return turns.subList(first, turns.size());
  }

  public boolean isEmpty() {
    return turns.isEmpty();
  }

  /** Its first question. */
  public String title() {
    return turns.isEmpty() ? "" : turns.getFirst().question();
  }

  /** The same on one line, cut after some 120 characters. */
  public String heading() {
    String line = title().replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= HEADING_CHAR_COUNT_MAX
        ? line
        : line.substring(0, line.offsetByCodePoints(0, HEADING_CHAR_COUNT_MAX)) + "…";
  }
}
