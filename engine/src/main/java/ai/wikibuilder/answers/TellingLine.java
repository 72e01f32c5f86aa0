package ai.wikibuilder.answers;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The line of a place that says most about a question. Immutable.
 *
 * @param number 1-based
 * @param text without the space around it
 */
record TellingLine(int number, String text) {
  /** The first of those with most of the words; empty when none has any. */
  static Optional<TellingLine> of(SourceText text, Evidence place, List<String> words) {
    List<String> asked = words.stream().map(WordParts::stem).distinct().toList();
    Optional<TellingLine> best = Optional.empty();
    int most = 0;
    int last = Math.min(place.endLine(), text.lineCount());
    for (int number = place.startLine(); number <= last; number++) {
      String line = text.lines(number, number).strip();
      String lower = line.toLowerCase(Locale.ROOT);
      int shared = (int) asked.stream().filter(lower::contains).count();
      if (shared > most) {
        most = shared;
        best = Optional.of(new TellingLine(number, line));
      }
    }
    return best;
  }

  /** The line and its neighbours, as far as they are of the place. */
  Evidence around(Evidence place) {
    return new Evidence(
        place.path(),
        Math.max(place.startLine(), number - 1),
        Math.min(place.endLine(), number + 1));
  }
}
