package ai.wikibuilder.models.wire;

import java.util.List;

/**
 * Takes out what some servers leave at the beginning of a reply: the thoughts of the model between
 * {@code <think>} and {@code </think>}, or tags of the same meaning. Elsewhere in a reply the same
 * words are text. For one thread.
 */
final class InlineThoughts {
  private static final List<String> BEGIN =
      List.of("<think>", "<thinking>", "<thought>", "<reasoning>");

  private enum State {
    UNDECIDED,
    THINKING,
    /** Behind thoughts, where blank lines belong to them. */
    BLANK,
    TEXT
  }

  private final StringBuilder held = new StringBuilder();
  private State state = State.UNDECIDED;
  private String endTag = "";

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
      int end = held.indexOf(endTag);
      // of thoughts only as much is kept as the end may begin with
      held.delete(
          0, end < 0 ? Math.max(0, held.length() - endTag.length()) : end + endTag.length());
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
    for (String tag : BEGIN) {
      if (begun.startsWith(tag)) {
        endTag = "</" + tag.substring(1);
        state = State.THINKING;
        return;
      }
    }
    if (BEGIN.stream().noneMatch(tag -> tag.startsWith(begun))) {
      state = State.TEXT;
    }
  }

  /**
   * Where the text behind thoughts begins whose opening tag was in the prompt, so that the reply
   * has the closing one alone: on a line of its own, outside of code.
   *
   * @param from where to look for it
   * @return -1 when there are none
   */
  static int endWithoutBeginning(StringBuilder reply, int from) {
    for (String tag : BEGIN) {
      String line = "</" + tag.substring(1) + "\n";
      int at = reply.indexOf(line, Math.max(0, from - line.length()));
      boolean isLine = at == 0 || (at > 0 && reply.charAt(at - 1) == '\n');
      if (isLine && reply.indexOf(tag) < 0 && !isCode(reply.substring(0, at))) {
        return at + line.length();
      }
    }
    return -1;
  }

  /** Whether what follows stands in a fence that is not closed yet. */
  private static boolean isCode(String before) {
    return before.split("```", -1).length % 2 == 0;
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
