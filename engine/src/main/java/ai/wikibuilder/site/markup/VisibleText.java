package ai.wikibuilder.site.markup;

import java.util.Locale;

/**
 * Makes characters visible that hide or reorder what is around them: a reader must see the order a
 * compiler sees. Thread-safe: no state.
 */
public final class VisibleText {
  private VisibleText() {}

  /**
   * The text with each direction mark, invisible blank, tag and control character written as {@code
   * [U+202E]}, and each half of a broken pair as the replacement character. Tabs and line feeds
   * stay; a carriage return before a line feed goes.
   */
  public static String of(String text) {
    int first = firstHidden(text);
    if (first < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
    int i = first;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c == '\r' && next < text.length() && text.charAt(next) == '\n') {
        i = next;
        continue;
      }
      if (c >= 0xD800 && c <= 0xDFFF) {
        out.append('\uFFFD');
      } else if (hides(c) || joinsNothing(text, i, c)) {
        out.append(String.format(Locale.ROOT, "[U+%04X]", c));
      } else {
        out.appendCodePoint(c);
      }
      i = next;
    }
    return out.toString();
  }

  private static int firstHidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? c != '\n' && c != '\t' : c >= 0x7F && (c > 0x5FF || c < 0xAE)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean hides(int c) {
    if (c < ' ') {
      return c != '\n' && c != '\t';
    }
    return (c >= 0x7F && c <= 0x9F)
        || c == 0xAD
        || c == 0x61C
        || c == 0x180E
        || c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE007F);
  }

  /**
   * The two joiners belong between letters of some scripts and in emoji; beside ASCII they only
   * hide.
   */
  private static boolean joinsNothing(String text, int at, int c) {
    if (c != 0x200C && c != 0x200D) {
      return false;
    }
    boolean afterOther = at > 0 && text.charAt(at - 1) > 0x7F;
    boolean beforeOther = at + 1 < text.length() && text.charAt(at + 1) > 0x7F;
    return !(afterOther && beforeOther);
  }
}
