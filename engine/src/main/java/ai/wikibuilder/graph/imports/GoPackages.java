package ai.wikibuilder.graph.imports;

import java.util.HashMap;
import java.util.Map;

/**
 * A Go import names a folder: the path of the module in go.mod and the folder below it; without a
 * go.mod the longest end of the path that is a folder. The answer is the folder's first file that
 * is no test; it stands for all of them.
 */
final class GoPackages implements ModuleFinder {
  /** Shorter ends of a path, such as {@code errors}, are names of the standard library too. */
  private static final int SUFFIX_PARTS_MIN = 2;

  private final Map<String, Integer> fileByFolder = new HashMap<>();
  private final Map<String, String> modules;

  GoPackages(SourceFiles files, PackageFolders folders) {
    this.modules = folders.go();
    for (int file = 0; file < files.size(); file++) {
      String path = files.path(file);
      if (path.endsWith(".go") && !path.endsWith("_test.go")) {
        fileByFolder.putIfAbsent(Paths.folder(path), file);
      }
    }
  }

  @Override
  public int file(int from, String module) {
    for (int end = module.length(); end > 0; end = module.lastIndexOf('/', end - 1)) {
      String folder = modules.get(module.substring(0, end));
      if (folder != null) {
        String rest = module.substring(Math.min(module.length(), end + 1));
        return fileByFolder.getOrDefault(Paths.inside(folder, rest), NONE);
      }
    }
    return modules.isEmpty() ? bySuffix(module) : NONE;
  }

  private int bySuffix(String module) {
    String rest = module;
    while (rest.split("/", -1).length >= SUFFIX_PARTS_MIN) {
      Integer file = fileByFolder.get(rest);
      if (file != null) {
        return file;
      }
      rest = rest.substring(rest.indexOf('/') + 1);
    }
    return NONE;
  }
}
