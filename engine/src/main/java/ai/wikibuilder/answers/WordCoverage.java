package ai.wikibuilder.answers;

import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which words of a question stand in what was found, be it as a part of a name: a question about
 * another project is told by them. Stateless.
 */
public final class WordCoverage {
  /** Share of the question's words that must stand in what was found. */
  private static final double KNOWN_SHARE_MIN = 0.5;

  /** Endings are cut from longer words only. */
  private static final int STEM_CHAR_COUNT_MIN = 4;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private WordCoverage() {}

  /** Words that stand nowhere in the places found. */
  public static List<String> missing(List<String> words, List<SearchHit> hits, TextReader reader) {
    StringBuilder all = new StringBuilder();
    for (SearchHit hit : hits) {
      all.append(hit.path()).append(' ').append(hit.symbol()).append(' ');
      reader.text(hit.path()).ifPresent(text -> all.append(lines(text, hit)).append('\n'));
    }
    String found = all.toString().toLowerCase(Locale.ROOT);
    List<String> missing = new ArrayList<>();
    for (String word : words) {
      boolean stands = true;
      for (String part : NO_WORD.split(word.toLowerCase(Locale.ROOT), -1)) {
        stands &= found.contains(stem(part));
      }
      if (!stands) {
        missing.add(word);
      }
    }
    return missing;
  }

  /** Whether enough of a question is known to answer it. */
  public static boolean suffices(List<String> words, List<String> missing) {
    return words.size() - missing.size() >= words.size() * KNOWN_SHARE_MIN;
  }

  /** Without the commonest English endings: registered is found in register. */
  public static String stem(String word) {
    for (String ending : List.of("ing", "ies", "ed", "es", "s")) {
      if (word.endsWith(ending) && word.length() - ending.length() >= STEM_CHAR_COUNT_MIN) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static String lines(SourceText text, SearchHit hit) {
    int last = Math.min(hit.endLine(), text.lineCount());
    return hit.startLine() > last ? "" : text.lines(hit.startLine(), last);
  }
}
