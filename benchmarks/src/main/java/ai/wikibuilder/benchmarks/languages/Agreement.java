package ai.wikibuilder.benchmarks.languages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many of the definitions one side found the other has too. Immutable.
 *
 * @param missed examples by kind, at most {@link #EXAMPLES_MAX} each
 */
record Agreement(int total, int found, Map<String, List<Tag>> missed) {
  /** A name may stand some lines from where the definition begins; more is another definition. */
  private static final int LINES_APART_MAX = 2;

  /** Enough to see what is missing. */
  static final int EXAMPLES_MAX = 8;

  /** Found is a definition of the same file and name within two lines, whatever its kind. */
  static Agreement between(Collection<Tag> expected, Collection<Tag> ours) {
    record Place(String path, String name) {}
    Map<Place, List<Integer>> lines = new HashMap<>();
    for (Tag tag : ours) {
      lines
          .computeIfAbsent(new Place(tag.path(), tag.name()), place -> new ArrayList<>())
          .add(tag.line());
    }
    int found = 0;
    Map<String, List<Tag>> missed = new TreeMap<>();
    for (Tag tag : expected) {
      boolean near =
          lines.getOrDefault(new Place(tag.path(), tag.name()), List.of()).stream()
              .anyMatch(line -> Math.abs(line - tag.line()) <= LINES_APART_MAX);
      if (near) {
        found++;
      } else {
        missed.computeIfAbsent(tag.kind(), kind -> new ArrayList<>()).add(tag);
      }
    }
    return new Agreement(expected.size(), found, missed);
  }
}
