package ai.wikibuilder.graph.languages;

import ai.wikibuilder.source.SourceText;

/**
 * Reads a chain of names and calls backwards from its last name: {@code a.b(x).} in front of {@code
 * c} is {@code a.b()}. Goes over ends of lines where a line begins with the divider.
 */
final class Chains {
  /** The chain begins with something that is no name: a literal, a cast, an index. */
  static final String EXPRESSION = "(";

  /** A longer chain is a program of its own; its receiver's type would be a guess. */
  private static final int BYTE_COUNT_MAX = 1500;

  private final byte[] bytes;
  private final SourceText text;
  private final boolean arrows;

  /** Where the chain found last begins. */
  private int start;

  /**
   * A reader of one text.
   *
   * @param arrows whether {@code ->} leads to a member; elsewhere a lambda's body follows it
   */
  Chains(SourceText text, boolean arrows) {
    this.text = text;
    this.arrows = arrows;
    this.bytes = text.utf8();
  }

  int start() {
    return start;
  }

  /** What stands before the name at a place, empty when the name stands alone. */
  String before(int nameAt) {
    start = nameAt;
    int limit = Math.max(0, nameAt - BYTE_COUNT_MAX);
    StringBuilder chain = new StringBuilder();
    int divider = dividerBefore(start, limit);
    while (divider >= 0) {
      int end = skipBlanksBack(divider, limit);
      boolean call = end > limit && bytes[end - 1] == ')';
      int nameEnd = call ? argumentsStart(end, limit) : end;
      int nameStart = wordStart(nameEnd, limit);
      if (nameStart >= nameEnd) {
        return EXPRESSION;
      }
      if (!chain.isEmpty()) {
        chain.insert(0, '.');
      }
      chain.insert(0, text.slice(nameStart, nameEnd) + (call ? "()" : ""));
      start = nameStart;
      divider = dividerBefore(start, limit);
    }
    return chain.toString();
  }

  /**
   * Start of the divider that ends right before a place, blanks left out; -1 when there is none.
   */
  private int dividerBefore(int at, int limit) {
    int end = skipBlanksBack(at, limit);
    if (end <= limit) {
      return -1;
    }
    byte last = bytes[end - 1];
    byte first = end - 2 >= limit ? bytes[end - 2] : 0;
    if (last == '.' && first != '.') {
      boolean safe = first == '?' || first == '!' || first == '&';
      return skipMarks(safe ? end - 2 : end - 1, limit);
    }
    if ((last == ':' && first == ':') || (arrows && last == '>' && first == '-')) {
      return skipMarks(end - 2, limit);
    }
    return -1;
  }

  private int skipMarks(int from, int limit) {
    int at = from;
    while (at > limit && (bytes[at - 1] == '?' || bytes[at - 1] == '!')) {
      at--;
    }
    return at;
  }

  private int skipBlanksBack(int from, int limit) {
    int at = from;
    while (at > limit && isBlank(bytes[at - 1])) {
      at--;
    }
    return at;
  }

  /** Place of the opening parenthesis, and before it of type arguments; the end if unbalanced. */
  private int argumentsStart(int end, int limit) {
    int open = opening(end, limit, '(', ')');
    if (open > limit && bytes[open - 1] == '>') {
      return opening(open, limit, '<', '>');
    }
    return open;
  }

  private int opening(int end, int limit, char open, char close) {
    int depth = 0;
    for (int at = end - 1; at >= limit; at--) {
      if (bytes[at] == close) {
        depth++;
      } else if (bytes[at] == open && --depth == 0) {
        return at;
      }
    }
    return end;
  }

  private int wordStart(int end, int limit) {
    int at = end;
    while (at > limit && (LineClues.isWord(bytes[at - 1]) || bytes[at - 1] == '@')) {
      at--;
    }
    boolean number = at < end && bytes[at] >= '0' && bytes[at] <= '9';
    return number ? end : at;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
