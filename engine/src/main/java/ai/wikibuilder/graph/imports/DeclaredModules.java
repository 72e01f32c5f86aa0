package ai.wikibuilder.graph.imports;

import java.util.HashMap;
import java.util.Map;

/** Each file declares the name of its module, and imports say that name. */
final class DeclaredModules implements ModuleFinder {
  private final Map<String, int[]> filesByName = new HashMap<>();

  private final SourceFiles files;

  DeclaredModules(SourceFiles files) {
    this.files = files;
    for (int file = 0; file < files.size(); file++) {
      String name = files.declaredName(file);
      if (!name.isEmpty() && files.path(file).endsWith("hs")) {
        filesByName.merge(name, new int[] {file}, DeclaredModules::joined);
      }
    }
  }

  private static int[] joined(int[] first, int[] second) {
    int[] result = java.util.Arrays.copyOf(first, first.length + 1);
    result[first.length] = second[0];
    return result;
  }

  @Override
  public int file(int from, String module) {
    int best = NONE;
    int bestShared = -1;
    for (int file : filesByName.getOrDefault(module, new int[0])) {
      int shared = Paths.sharedFolders(files.path(from), files.path(file));
      if (shared != bestShared) {
        best = shared > bestShared ? file : best;
        bestShared = Math.max(shared, bestShared);
      } else {
        best = NONE;
      }
    }
    return best;
  }
}
