package ai.wikibuilder.pages.surface;

import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What people wrote beside a setting, with the lines it stands in. Immutable.
 *
 * @param lines those of the comment and of the setting below it
 */
public record StatedComment(String text, Evidence lines) {
  /** Lines above or below a setting in which its comment stands. */
  private static final int LINE_COUNT_MAX = 6;

  private static final int LENGTH_MIN = 12;
  private static final int LENGTH_MAX = 200;

  /** The first comment of some places that says something. */
  public static Optional<StatedComment> first(Repository repository, List<Setting> places) {
    for (Setting place : places) {
      String words = place.comment();
      boolean says =
          words.length() >= LENGTH_MIN && words.length() <= LENGTH_MAX && words.indexOf(' ') > 0;
      if (says) {
        int below = lineBelow(repository, place);
        int first = below > 0 ? place.line() : firstLine(repository, place);
        Optional<StatedComment> found =
            repository
                .lines(place.path(), first, Math.max(place.line(), below))
                .filter(lines -> standsIn(repository, words, lines))
                .map(lines -> new StatedComment(words, lines));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** False of the words of a constant that stands elsewhere. */
  private static boolean standsIn(Repository repository, String words, Evidence lines) {
    return repository
        .text(lines.path())
        .filter(
            text -> plain(text.lines(lines.startLine(), lines.endLine())).contains(plain(words)))
        .isPresent();
  }

  /** The line below that holds the comment as a whole, 0 when none does. */
  private static int lineBelow(Repository repository, Setting place) {
    SourceText text = repository.text(place.path()).orElse(SourceText.of(""));
    int last = Math.min(text.lineCount(), place.line() + LINE_COUNT_MAX);
    for (int line = place.line() + 1; line <= last; line++) {
      if (text.lines(line, line).contains(place.comment())) {
        return line;
      }
    }
    return 0;
  }

  /** The first line above whose words the comment begins with. */
  private static int firstLine(Repository repository, Setting place) {
    SourceText text = repository.text(place.path()).orElse(SourceText.of(""));
    String begins = plain(place.comment());
    boolean here = place.line() >= 1 && place.line() <= text.lineCount();
    if (here && plain(text.lines(place.line(), place.line())).contains(begins)) {
      return place.line();
    }
    for (int line = place.line() - 1; line >= Math.max(1, place.line() - LINE_COUNT_MAX); line--) {
      String words = line <= text.lineCount() ? plain(text.lines(line, line)) : "";
      if (!words.isEmpty() && begins.startsWith(words)) {
        return line;
      }
    }
    return Math.max(1, place.line() - LINE_COUNT_MAX);
  }

  private static String plain(String words) {
    return words.replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
