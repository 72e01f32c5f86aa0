package ai.wikibuilder.pages.prose.language;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text that say something, cut to their stems so that endings do not matter. */
public final class ContentWords {
  /** Longer stems are cut: {@code validates} and {@code validation} are to meet. */
  private static final int STEM_CHAR_COUNT_MAX = 6;

  private static final int WORD_CHAR_COUNT_MIN = 4;

  private static final Pattern WORD = Pattern.compile("\\p{L}{" + WORD_CHAR_COUNT_MIN + ",}");

  private static final Pattern ENDING =
      Pattern.compile("(?<=\\p{L}{4})(?:ings?|ed|es|s|ers?|ions?|ments?|ly|ation|ations)$");

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

  /** The stems of a text, names taken apart into their words. */
  public static Set<String> of(String text) {
    Set<String> stems = new HashSet<>();
    for (String part : NameWords.of(text)) {
      Matcher word = WORD.matcher(part.toLowerCase(Locale.ROOT));
      while (word.find()) {
        if (!EVERYDAY.contains(word.group())) {
          stems.add(stem(word.group()));
        }
      }
    }
    return stems;
  }

  private static String stem(String word) {
    String bare = ENDING.matcher(word).replaceFirst("");
    return bare.length() <= STEM_CHAR_COUNT_MAX ? bare : bare.substring(0, STEM_CHAR_COUNT_MAX);
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
