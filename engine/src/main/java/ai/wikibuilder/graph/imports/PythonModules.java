package ai.wikibuilder.graph.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Dotted paths of folders and files, dots at the front for relative ones. A module is known by its
 * path from the folder above its outermost package, and from each folder above that.
 */
final class PythonModules implements ModuleFinder {
  private static final String PACKAGE_FILE = "__init__.py";

  private final SourceFiles files;
  private final Map<String, int[]> filesByModule = new HashMap<>();

  PythonModules(SourceFiles files) {
    this.files = files;
    for (int file = 0; file < files.size(); file++) {
      if (files.path(file).endsWith(".py") || files.path(file).endsWith(".pyi")) {
        add(file);
      }
    }
  }

  private void add(int file) {
    String path = files.path(file);
    String stem = path.substring(0, path.lastIndexOf('.'));
    if (stem.endsWith("/__init__")) {
      stem = stem.substring(0, stem.length() - "/__init__".length());
    }
    int slash = stem.lastIndexOf('/');
    while (slash >= 0 && files.find(stem.substring(0, slash) + "/" + PACKAGE_FILE) >= 0) {
      slash = stem.lastIndexOf('/', slash - 1);
    }
    register(stem.substring(slash + 1), file);
    // Folders above may be packages too: an empty package file is not among the files.
    while (slash >= 0) {
      slash = stem.lastIndexOf('/', slash - 1);
      register(stem.substring(slash + 1), file);
    }
  }

  private void register(String modulePath, int file) {
    filesByModule.merge(modulePath.replace('/', '.'), new int[] {file}, PythonModules::joined);
  }

  private static int[] joined(int[] first, int[] second) {
    int[] result = Arrays.copyOf(first, first.length + 1);
    result[first.length] = second[0];
    return result;
  }

  @Override
  public int file(int from, String module) {
    if (module.startsWith(".")) {
      return relative(from, module);
    }
    int best = NONE;
    int bestShared = -2;
    for (int candidate : filesByModule.getOrDefault(module, new int[0])) {
      int shared = nearness(files.path(from), files.path(candidate), module);
      if (shared > bestShared) {
        best = candidate;
        bestShared = shared;
      } else if (shared == bestShared) {
        best = source(best, candidate);
      }
    }
    return best;
  }

  /** Folders in common; none for a lone script that the one who asks does not stand beside. */
  private static int nearness(String from, String candidate, String module) {
    boolean script = module.indexOf('.') < 0 && !candidate.endsWith("/" + PACKAGE_FILE);
    boolean beside = (from + "/").startsWith(Paths.folder(candidate));
    return script && !beside ? -1 : Paths.sharedFolders(from, candidate);
  }

  /** A stub beside a module describes it; the module is meant. */
  private int source(int one, int other) {
    if (one < 0) {
      return NONE;
    }
    boolean stub = files.path(other).equals(files.path(one) + "i");
    return stub ? one : NONE;
  }

  private int relative(int from, String module) {
    int dots = 0;
    while (dots < module.length() && module.charAt(dots) == '.') {
      dots++;
    }
    String folder = files.path(from);
    for (int i = 0; i < dots; i++) {
      if (folder.lastIndexOf('/') < 0 && (i < dots - 1 || folder.isEmpty())) {
        return NONE;
      }
      folder = Paths.folder(folder);
    }
    String stem = Paths.inside(folder, module.substring(dots).replace('.', '/'));
    int found = files.find(stem + ".py");
    return found >= 0 ? found : files.find(Paths.inside(stem, PACKAGE_FILE));
  }
}
