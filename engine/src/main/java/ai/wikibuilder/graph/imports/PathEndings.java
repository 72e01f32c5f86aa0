package ai.wikibuilder.graph.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    int best = ModuleFinder.NONE;
    int bestShared = -1;
    for (int file : byLastPart.getOrDefault(Paths.lastPart(ending), List.of())) {
      String path = files.path(file);
      if (!path.equals(ending) && !path.endsWith("/" + ending)) {
        continue;
      }
      int shared = path.equals(ending) ? Integer.MAX_VALUE : shared(from, path);
      if (shared > bestShared) {
        best = file;
        bestShared = shared;
      } else if (shared == bestShared) {
        best = ModuleFinder.NONE;
      }
    }
    return best;
  }

  private int shared(int from, String path) {
    return Paths.sharedFolders(files.path(from), path);
  }
}
