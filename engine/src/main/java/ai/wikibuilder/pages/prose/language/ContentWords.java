package ai.wikibuilder.pages.prose.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of a text that say something, cut to their stems so that endings do not matter. */
public final class ContentWords {
  /** Longer stems are cut: {@code validates} and {@code validation} are to meet. */
  private static final int STEM_CHAR_COUNT_MAX = 6;

  private static final int WORD_CHAR_COUNT_MIN = 4;

  /** What may follow a stem, longest first. */
  private static final List<String> ENDINGS =
      List.of(
          "ations", "ation", "ments", "ings", "ment", "ions", "ing", "ers", "ion", "ed", "es", "er",
          "ly", "s");

  /** Letters an ending leaves. */
  private static final int STEM_CHAR_COUNT_MIN = 4;

  /** Words every page is full of. */
  private static final Set<String> EVERYDAY =
      Set.of(
          "this",
          "that",
          "these",
          "those",
          "which",
          "with",
          "from",
          "into",
          "when",
          "where",
          "what",
          "then",
          "than",
          "they",
          "them",
          "their",
          "there",
          "have",
          "does",
          "done",
          "been",
          "being",
          "will",
          "would",
          "should",
          "could",
          "must",
          "each",
          "every",
          "other",
          "another",
          "also",
          "only",
          "more",
          "most",
          "some",
          "such",
          "same",
          "both",
          "very",
          "just",
          "over",
          "under",
          "after",
          "before",
          "until",
          "while",
          "because",
          "about",
          "through",
          "between",
          "within",
          "without",
          "class",
          "method",
          "function",
          "file",
          "code",
          "type",
          "object",
          "value",
          "name",
          "line",
          "uses",
          "used",
          "using",
          "call",
          "calls",
          "called",
          "return",
          "returns",
          "here",
          "part",
          "module",
          "package",
          "import",
          "public",
          "private",
          "static",
          "void",
          "string",
          "int",
          "null",
          "true",
          "false",
          "self",
          "final",
          "first",
          "second",
          "whether",
          "given");

  private ContentWords() {}

  /** The stems of a text, names taken apart into their words. Whole files go through it. */
  public static Set<String> of(String text) {
    Set<String> stems = new HashSet<>();
    for (String part : NameWords.of(text)) {
      int start = 0;
      for (int i = 0; i <= part.length(); i++) {
        if (i == part.length() || Character.isDigit(part.charAt(i))) {
          String word = part.substring(start, i);
          if (word.length() >= WORD_CHAR_COUNT_MIN && !EVERYDAY.contains(word)) {
            stems.add(stem(word));
          }
          start = i + 1;
        }
      }
    }
    return stems;
  }

  private static String stem(String word) {
    int end = word.length();
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= STEM_CHAR_COUNT_MIN) {
        end = word.length() - ending.length();
        break;
      }
    }
    return word.substring(0, Math.min(end, STEM_CHAR_COUNT_MAX));
  }

  /** How many of the stems a text has. */
  public static int shared(Set<String> stems, Set<String> others) {
    int count = 0;
    for (String stem : stems) {
      count += others.contains(stem) ? 1 : 0;
    }
    return count;
  }
}
