package ai.wikibuilder.site.markup;

import ai.wikibuilder.site.markup.Attribute.Name;
import java.util.Arrays;

/**
 * Code cut into lines and coloured: comments, strings, numbers and reserved words. Immutable.
 *
 * <p>The colouring reads from the first character, so that a comment or string begun above the
 * shown lines is known; text is given from the start of its file where there is one. One pass, no
 * back-tracking: cost grows with the length of the text. Code it misreads is coloured wrongly and
 * still shown character for character.
 */
public final class CodeText {
  /** Longer texts are shown without colours: reading them costs more than the colours give. */
  static final int COLOURED_CHAR_COUNT_MAX = 1 << 20;

  /**
   * A quote that is not closed within so many characters is no string: keeps hostile lines from
   * costing a square.
   */
  private static final int STRING_CHAR_COUNT_MAX = 500;

  private static final String[] STYLE = {"tc", "ts", "tk", "tn"};
  private static final int COMMENT = 0;
  private static final int STRING = 1;
  private static final int WORD = 2;
  private static final int NUMBER = 3;

  private final String text;
  private final Syntax syntax;

  /** Triples of start, end and style, in order, not overlapping. */
  private int[] tokens = new int[192];

  private int tokenCount;
  private int[] lineStarts = new int[64];
  private int lineCount;

  private CodeText(String text, Syntax syntax) {
    this.text = text;
    this.syntax = syntax;
  }

  /**
   * Reads a text.
   *
   * @param languageOrPath id of its language or path of its file
   */
  public static CodeText of(String text, String languageOrPath) {
    boolean coloured = text.length() <= COLOURED_CHAR_COUNT_MAX;
    CodeText code = new CodeText(text, coloured ? Syntax.of(languageOrPath) : Syntax.PLAIN);
    code.findLines();
    if (code.syntax != Syntax.PLAIN) {
      code.findTokens();
    }
    return code;
  }

  /** How many lines there are; a line feed at the very end begins none. */
  public int lineCount() {
    return lineCount;
  }

  /**
   * Writes one line without its line break.
   *
   * @param line 1-based
   * @param charCountMax what is beyond gives way to an ellipsis
   */
  public void writeLine(Html html, int line, int charCountMax) {
    int from = lineStarts[line - 1];
    int end = line < lineCount ? lineStarts[line] : text.length();
    while (end > from && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    int to = Math.min(end, from + charCountMax);
    if (to < end && Character.isHighSurrogate(text.charAt(to - 1))) {
      to--;
    }
    int at = from;
    for (int t = firstTokenEndingAfter(from); t < tokenCount && tokens[3 * t] < to; t++) {
      int start = Math.max(tokens[3 * t], from);
      int stop = Math.min(tokens[3 * t + 1], to);
      html.text(text, at, start);
      html.leaf(Tag.SPAN, text.substring(start, stop), Attribute.cls(STYLE[tokens[3 * t + 2]]));
      at = stop;
    }
    html.text(text, at, to);
    if (to < end) {
      html.leaf(Tag.SPAN, "…", Attribute.cls("cut"), Attribute.attr(Name.ARIA_HIDDEN, "true"));
    }
  }

  private int firstTokenEndingAfter(int offset) {
    int low = 0;
    int high = tokenCount;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens[3 * middle + 1] > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private void findLines() {
    for (int at = 0; at < text.length(); ) {
      if (lineCount == lineStarts.length) {
        lineStarts = Arrays.copyOf(lineStarts, 2 * lineCount);
      }
      lineStarts[lineCount++] = at;
      int feed = text.indexOf('\n', at);
      at = feed < 0 ? text.length() : feed + 1;
    }
  }

  private void findTokens() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (!syntax.lineComment().isEmpty() && startsLineComment(at)) {
        end = endOfLine(at);
        add(at, end, COMMENT);
      } else if (c == '/' && syntax.blockComment() && text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        end = close < 0 ? text.length() : close + 2;
        add(at, end, COMMENT);
      } else if (syntax.quotes(c)) {
        end = endOfString(at, c);
        if (end > at + 1) {
          add(at, end, STRING);
        }
      } else if (isWordPart(c)) {
        end = endOfWord(at);
        if (c >= '0' && c <= '9') {
          add(at, end, NUMBER);
        } else if (!isMember(at) && syntax.reserves(text.substring(at, end))) {
          add(at, end, WORD);
        }
      }
      at = end;
    }
  }

  /** A hash inside a word or after a dollar sign is not a comment in a shell. */
  private boolean startsLineComment(int at) {
    if (!text.startsWith(syntax.lineComment(), at)) {
      return false;
    }
    return syntax != Syntax.HASH || at == 0 || Character.isWhitespace(text.charAt(at - 1));
  }

  private int endOfLine(int at) {
    int feed = text.indexOf('\n', at);
    return feed < 0 ? text.length() : feed;
  }

  /**
   * The offset after the closing quote; just after the opening one when the line does not close it.
   */
  private int endOfString(int at, char quote) {
    String triple = String.valueOf(quote).repeat(3);
    if (quote != '`' && text.startsWith(triple, at)) {
      int close = text.indexOf(triple, at + 3);
      return close < 0 ? text.length() : close + 3;
    }
    boolean spansLines = syntax.spansLines(quote);
    int last = spansLines ? text.length() : Math.min(text.length(), at + STRING_CHAR_COUNT_MAX);
    for (int i = at + 1; i < last; i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return i + 1;
      }
      if (c == '\\') {
        i++;
      } else if (c == '\n' && !spansLines) {
        return at + 1;
      }
    }
    return spansLines ? text.length() : at + 1;
  }

  /** What follows a full stop is a name, whatever it is called. */
  private boolean isMember(int at) {
    return at > 0 && text.charAt(at - 1) == '.';
  }

  private int endOfWord(int at) {
    int end = at;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c > 127;
  }

  private void add(int start, int end, int style) {
    if (3 * tokenCount == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * tokens.length);
    }
    tokens[3 * tokenCount] = start;
    tokens[3 * tokenCount + 1] = end;
    tokens[3 * tokenCount + 2] = style;
    tokenCount++;
  }
}
