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

  /**
   * Found is a definition of the same file and name, whatever its kind, when its name stands within
   * two lines, or when it goes on over the line: the equations of a function are one definition.
   */
  static Agreement between(Collection<Tag> expected, Collection<Tag> ours) {
    record Place(String path, String name) {}
    Map<Place, List<Tag>> known = new HashMap<>();
    for (Tag tag : ours) {
      known
          .computeIfAbsent(new Place(tag.path(), tag.plainName()), place -> new ArrayList<>())
          .add(tag);
    }
    int total = 0;
    int found = 0;
    Map<String, List<Tag>> missed = new TreeMap<>();
    for (Tag tag : expected) {
      if (tag.isAnonymous()) {
        continue;
      }
      total++;
      List<Tag> candidates = known.getOrDefault(new Place(tag.path(), tag.plainName()), List.of());
      if (candidates.stream().anyMatch(candidate -> isSame(candidate, tag))) {
        found++;
      } else {
        missed.computeIfAbsent(tag.kind(), kind -> new ArrayList<>()).add(tag);
      }
    }
    return new Agreement(total, found, missed);
  }

  private static boolean isSame(Tag ours, Tag expected) {
    return Math.abs(ours.line() - expected.line()) <= LINES_APART_MAX
        || (ours.line() < expected.line() && expected.line() <= ours.lastLine());
  }
}
