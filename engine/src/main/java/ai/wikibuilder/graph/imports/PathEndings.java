package ai.wikibuilder.graph.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Finds files by the end of their path. */
final class PathEndings {
  private final SourceFiles files;
  private final Map<String, List<Integer>> byLastPart = new HashMap<>();

  PathEndings(SourceFiles files) {
    this.files = files;
    for (int file = 0; file < files.size(); file++) {
      byLastPart
          .computeIfAbsent(Paths.lastPart(files.path(file)), name -> new ArrayList<>(1))
          .add(file);
    }
  }

  /**
   * The file whose path ends with the given parts. Of several, the one that shares most folders
   * with the file that asks; {@link ModuleFinder#NONE} when two share as many.
   */
  int find(int from, String ending) {
    return find(
        ending, file -> files.path(file).equals(ending) ? Integer.MAX_VALUE : shared(from, file));
  }

  /** The same, of several the one with the highest rank; ranks are not negative. */
  int find(String ending, IntUnaryOperator rank) {
    int best = ModuleFinder.NONE;
    int bestRank = -1;
    for (int file : candidates(ending)) {
      int its = rank.applyAsInt(file);
      if (its > bestRank) {
        best = file;
        bestRank = its;
      } else if (its == bestRank) {
        best = ModuleFinder.NONE;
      }
    }
    return best;
  }

  /** All files whose path ends with the given parts. */
  List<Integer> candidates(String ending) {
    List<Integer> found = new ArrayList<>();
    for (int file : byLastPart.getOrDefault(Paths.lastPart(ending), List.of())) {
      String path = files.path(file);
      if (path.equals(ending) || path.endsWith("/" + ending)) {
        found.add(file);
      }
    }
    return found;
  }

  int shared(int from, int file) {
    return Paths.sharedFolders(files.path(from), files.path(file));
  }
}
