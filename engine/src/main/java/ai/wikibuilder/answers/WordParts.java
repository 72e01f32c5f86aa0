package ai.wikibuilder.answers;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The words of a text and those its names are made of, without their endings. Stateless. */
public final class WordParts {
  private WordParts() {}

  /** One word as it is compared. */
  public static String stem(String word) {
    return WordCoverage.stem(word.toLowerCase(Locale.ROOT));
  }

  /**
   * All of them; a part of one letter says nothing and is left out. A part is letters and digits,
   * and ends where a capital follows a small letter or a digit. Without patterns: whole wikis are
   * read so.
   */
  public static Set<String> of(String text) {
    Set<String> parts = new HashSet<>();
    int start = 0;
    boolean ends = false;
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      boolean inside = Character.isLetterOrDigit(letter);
      if (!inside || (ends && Character.isUpperCase(letter))) {
        add(text, start, i, parts);
        start = inside ? i : i + Character.charCount(letter);
      }
      ends = Character.isLowerCase(letter) || Character.isDigit(letter);
      i += Character.charCount(letter);
    }
    add(text, start, text.length(), parts);
    return parts;
  }

  private static void add(String text, int start, int end, Set<String> parts) {
    if (end - start > 1) {
      parts.add(stem(text.substring(start, end)));
    }
  }
}
