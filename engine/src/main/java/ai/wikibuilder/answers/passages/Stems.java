package ai.wikibuilder.answers.passages;

import ai.wikibuilder.answers.WordCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts texts into words as the index does: names into their parts, common endings off. */
final class Stems {
  private static final Pattern PART =
      Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{Ll}\\p{Lo}]+|\\p{N}+");

  private Stems() {}

  /** All of a text, in its order; single characters are none. */
  static List<String> of(String text) {
    List<String> stems = new ArrayList<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (part.end() - part.start() > 1) {
        String word = part.group().toLowerCase(Locale.ROOT);
        String stem = WordCoverage.stem(word);
        stems.add(
            stem.endsWith("e") && stem.length() > 4 ? stem.substring(0, stem.length() - 1) : stem);
      }
    }
    return stems;
  }
}
