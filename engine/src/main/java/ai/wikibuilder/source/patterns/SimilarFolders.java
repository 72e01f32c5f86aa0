package ai.wikibuilder.source.patterns;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Finds what somebody may have meant by a sub-path that is not there. */
public final class SimilarFolders {
  /** Suggestions shown; more would not be read. */
  private static final int SUGGESTION_COUNT_MAX = 5;

  /** Folders compared; a huge repository gets suggestions from its first ones. */
  private static final int FOLDER_COUNT_MAX = 20_000;

  private SimilarFolders() {}

  /** Says that the sub-path is not there, with folders like it. */
  public static String message(String subPath, Collection<String> paths) {
    TreeSet<String> folders = new TreeSet<>();
    for (String path : paths) {
      for (int end = path.lastIndexOf('/');
          end > 0 && folders.size() < FOLDER_COUNT_MAX && folders.add(path.substring(0, end));
          end = path.lastIndexOf('/', end - 1)) {
        // Stops at the first folder that is known, since those above it are known too.
      }
    }
    List<String> similar =
        folders.stream()
            .filter(folder -> distance(folder, subPath) <= Math.max(2, subPath.length() / 3))
            .sorted(
                Comparator.<String>comparingInt(folder -> distance(folder, subPath))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(SUGGESTION_COUNT_MAX)
            .toList();
    List<String> shown =
        similar.isEmpty()
            ? folders.stream()
                .filter(folder -> folder.indexOf('/') < 0)
                .limit(SUGGESTION_COUNT_MAX)
                .toList()
            : similar;
    return "No folder %s in the repository.%s"
        .formatted(
            subPath, shown.isEmpty() ? "" : " There are, for example: " + String.join(", ", shown));
  }

  /** Edits between the two, 0 when one ends with the other; upper and lower case are the same. */
  private static int distance(String folder, String asked) {
    String left = folder.toLowerCase(Locale.ROOT);
    String right = asked.toLowerCase(Locale.ROOT);
    if (left.endsWith("/" + right) || left.equals(right)) {
      return 0;
    }
    return EditDistance.between(left, right);
  }
}
