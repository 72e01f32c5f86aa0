package ai.wikibuilder.pages.prose.language;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * How many words a text has, also in languages that put no blanks between them. Stateless.
 *
 * <p>There, two letters count as a word: that is how long most words of Chinese are, and a Japanese
 * one with its ending is little longer.
 */
public final class WordCount {
  private static final int LETTERS_OF_A_WORD = 2;

  /** The sign of a long vowel, of Japanese alone and yet of no script. */
  private static final int LONG_VOWEL = 'ー';

  private static final Set<UnicodeScript> WITHOUT_BLANKS =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private WordCount() {}

  /** Words of a text; names and numbers are words, signs are none. */
  public static int of(String text) {
    int words = 0;
    int letters = 0;
    boolean inWord = false;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int sign = text.codePointAt(at);
      boolean alone = sign == LONG_VOWEL || WITHOUT_BLANKS.contains(UnicodeScript.of(sign));
      letters += alone ? 1 : 0;
      boolean joined = !alone && (Character.isLetterOrDigit(sign) || sign == '_');
      words += joined && !inWord ? 1 : 0;
      inWord = joined;
    }
    return words + (letters + 1) / LETTERS_OF_A_WORD;
  }
}
