package ai.wikibuilder.models.wire;

/**
 * Takes out what some servers leave at the beginning of a reply: the thoughts of the model between
 * {@code <think>} and {@code </think>}. Elsewhere in a reply the same words are text. For one
 * thread.
 */
final class InlineThoughts {
  private static final String BEGIN = "<think>";
  private static final String END = "</think>";

  private enum State {
    UNDECIDED,
    THINKING,
    /** Behind thoughts, where blank lines belong to them. */
    BLANK,
    TEXT
  }

  private final StringBuilder held = new StringBuilder();
  private State state = State.UNDECIDED;

  /** What of the text so far may be passed on now. */
  String text(String piece) {
    if (state == State.TEXT) {
      return piece;
    }
    held.append(piece);
    if (state == State.UNDECIDED) {
      decide();
    }
    if (state == State.THINKING) {
      int end = held.indexOf(END);
      // of thoughts only as much is kept as the end may begin with
      held.delete(0, end < 0 ? Math.max(0, held.length() - END.length()) : end + END.length());
      state = end < 0 ? State.THINKING : State.BLANK;
    }
    if (state == State.BLANK) {
      String text = held.toString().stripLeading();
      held.setLength(0);
      held.append(text);
      state = text.isEmpty() ? State.BLANK : State.TEXT;
    }
    return state == State.TEXT ? release() : "";
  }

  private void decide() {
    String begun = held.toString().stripLeading();
    if (begun.startsWith(BEGIN)) {
      state = State.THINKING;
    } else if (!BEGIN.startsWith(begun)) {
      state = State.TEXT;
    }
  }

  /** What was held back although it was no thought, at the end of the reply. */
  String rest() {
    return state == State.UNDECIDED ? release() : "";
  }

  private String release() {
    String text = held.toString();
    held.setLength(0);
    return text;
  }
}
