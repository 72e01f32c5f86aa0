package ai.wikibuilder.pages.prose.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes names apart into the words they are made of. */
public final class NameWords {
  private NameWords() {}

  /**
   * The words a name is made of, in small letters: letters and digits of ASCII, cut before a
   * capital behind a small letter or a digit, and before the last of several capitals. Whole files
   * go through it, so it is a loop.
   */
  public static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean inside = i < name.length() && isPart(name.charAt(i));
      if (i > start && (!inside || isHump(name, i))) {
        words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        start = i;
      }
      start = inside ? start : i + 1;
    }
    return words;
  }

  private static boolean isPart(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || isCapital(letter)
        || (letter >= '0' && letter <= '9');
  }

  private static boolean isCapital(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  /** Whether a word of the name begins here; neither at its beginning nor at its end. */
  private static boolean isHump(String name, int at) {
    if (!isCapital(name.charAt(at))) {
      return false;
    }
    boolean lastOfSeveral =
        at + 1 < name.length()
            && Character.getType(name.charAt(at + 1)) == Character.LOWERCASE_LETTER;
    return !isCapital(name.charAt(at - 1)) || lastOfSeveral;
  }
}
