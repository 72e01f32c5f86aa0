package ai.wikibuilder.index;

/**
 * Brings English word forms together: {@code validates, validated, validation} become one term.
 *
 * <p>Deliberately light: plural, past, progressive and the noun endings that code is full of. A
 * stem need not be a word; it only has to be the same for words and queries. Works in place on
 * lower-case ASCII; no tables, no objects.
 */
final class Stemmer {
  /** Shorter words carry their ending as part of the name ({@code bus}, {@code die}). */
  private static final int LENGTH_MIN = 4;

  private Stemmer() {}

  /** Stems {@code word[0, length)} in place and returns the new length, at least 1. */
  static int stem(byte[] word, int length) {
    if (length < LENGTH_MIN) {
      return length;
    }
    int n = plural(word, length);
    n = pastAndProgressive(word, n);
    n = nouns(word, n);
    if (n >= LENGTH_MIN && word[n - 1] == 'e') {
      n--;
    }
    if (n >= LENGTH_MIN && word[n - 1] == 'y' && !isVowel(word[n - 2])) {
      word[n - 1] = 'i';
    }
    return n;
  }

  private static int plural(byte[] word, int n) {
    if (word[n - 1] != 's') {
      return n;
    }
    if (ends(word, n, "ies")) {
      return n > 4 ? n - 2 : n - 1;
    }
    if (ends(word, n, "sses") || ends(word, n, "xes") || ends(word, n, "ches")) {
      return n - 2;
    }
    if (ends(word, n, "shes") || ends(word, n, "zes")) {
      return n - 2;
    }
    byte before = word[n - 2];
    return before == 's' || before == 'u' || before == 'i' ? n : n - 1;
  }

  private static int pastAndProgressive(byte[] word, int n) {
    byte end = word[n - 1];
    if (end != 'g' && end != 'd') {
      return n;
    }
    int stem;
    if (ends(word, n, "ing") && n >= 6) {
      stem = n - 3;
    } else if (ends(word, n, "ed") && n >= 5 && word[n - 3] != 'e') {
      stem = n - 2;
    } else {
      return n;
    }
    if (!hasVowel(word, stem)) {
      return n;
    }
    byte last = word[stem - 1];
    if (last == word[stem - 2] && last != 'l' && last != 's' && last != 'z') {
      return stem - 1;
    }
    return stem >= 6 && ends(word, stem, "at") ? stem - 2 : stem;
  }

  private static int nouns(byte[] word, int n) {
    byte end = word[n - 1];
    if (end != 'n' && end != 'e') {
      return n;
    }
    if (n >= 10 && ends(word, n, "ization")) {
      return n - 5;
    }
    if (n >= 9 && ends(word, n, "ation")) {
      return n - 5;
    }
    if (n >= 7 && ends(word, n, "ate")) {
      return n - 3;
    }
    if (n >= 6 && (ends(word, n, "tion") || ends(word, n, "sion"))) {
      return n - 3;
    }
    return n;
  }

  private static boolean ends(byte[] word, int n, String ending) {
    int from = n - ending.length();
    if (from < 1) {
      return false;
    }
    for (int i = 0; i < ending.length(); i++) {
      if (word[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasVowel(byte[] word, int n) {
    for (int i = 0; i < n; i++) {
      if (isVowel(word[i]) || word[i] == 'y') {
        return true;
      }
    }
    return false;
  }

  private static boolean isVowel(byte letter) {
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
  }
}
