package ai.wikibuilder.site.markup;

/**
 * Escapes text for Markdown as GitHub reads it: whatever the text holds, it is shown and not
 * obeyed. Thread-safe: no state.
 */
public final class MarkdownText {
  /** Characters that mean something anywhere in a line. */
  private static final String SPECIAL = "\\`*[]<>|~$&@";

  /** Characters that mean something at the start of a line. */
  private static final String SPECIAL_AT_START = "#+-=>:";

  private MarkdownText() {}

  /** Text for the middle of a line; line breaks become blanks. */
  public static String escape(String text) {
    String line = oneLine(text);
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (SPECIAL.indexOf(c) >= 0 || (c == '_' && !insideWord(line, i)) || startsAddress(line, i)) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  /** Text that begins a line: what would make a heading, a list or a rule of it is escaped too. */
  public static String escapeAtStart(String text) {
    String escaped = escape(text.stripLeading());
    int digits = 0;
    while (digits < escaped.length() && Character.isDigit(escaped.charAt(digits))) {
      digits++;
    }
    if (digits > 0 && digits < escaped.length() && ".)".indexOf(escaped.charAt(digits)) >= 0) {
      return escaped.substring(0, digits) + "\\" + escaped.substring(digits);
    }
    boolean special = !escaped.isEmpty() && SPECIAL_AT_START.indexOf(escaped.charAt(0)) >= 0;
    return special && escaped.charAt(0) != '\\' ? "\\" + escaped : escaped;
  }

  /** A code span whose fence is longer than any run of backticks inside. */
  public static String code(String text) {
    String line = oneLine(text);
    if (line.isBlank()) {
      return "` `";
    }
    String fence = "`".repeat(longestRun(line) + 1);
    boolean padded = line.charAt(0) == '`' || line.charAt(line.length() - 1) == '`';
    padded |= line.charAt(0) == ' ' && line.charAt(line.length() - 1) == ' ';
    return padded ? fence + " " + line + " " + fence : fence + line + fence;
  }

  /** A code span for the cell of a table, where a bar must be escaped even inside code. */
  public static String codeInCell(String text) {
    String code = code(text);
    return code.indexOf('|') < 0 ? code : escape(text);
  }

  /** A fenced block. The language is reduced to letters and digits. */
  public static String block(String language, String text) {
    String shown = VisibleText.of(text);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < language.length(); i++) {
      char c = language.charAt(i);
      if (c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '-')) {
        word.append(c);
      }
    }
    String fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
    String end = shown.endsWith("\n") ? "" : "\n";
    return fence + word + "\n" + shown + end + fence + "\n";
  }

  /** An address for the round brackets of a link. */
  public static String address(String written) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      switch (c) {
        case '(' -> out.append("%28");
        case ')' -> out.append("%29");
        case '<' -> out.append("%3C");
        case '>' -> out.append("%3E");
        case '\\' -> out.append("%5C");
        case '|' -> out.append("%7C");
        case '*' -> out.append("%2A");
        case ' ' -> out.append("%20");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static String oneLine(String text) {
    return VisibleText.of(text).replace('\n', ' ').replace('\t', ' ');
  }

  /** An underscore between letters is only a part of a name. */
  private static boolean insideWord(String line, int at) {
    return at > 0
        && at + 1 < line.length()
        && Character.isLetterOrDigit(line.charAt(at - 1))
        && Character.isLetterOrDigit(line.charAt(at + 1));
  }

  /** GitHub makes links of bare addresses; an escaped colon or full stop prevents it. */
  private static boolean startsAddress(String line, int at) {
    char c = line.charAt(at);
    return (c == ':' && line.startsWith("://", at))
        || (c == '.' && at >= 3 && line.regionMatches(true, at - 3, "www", 0, 3));
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
