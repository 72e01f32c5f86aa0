package ai.wikibuilder.graph.imports;

import java.util.List;
import java.util.Map;

/**
 * Paths relative to the file, their extension left out or not; folders with an index or a main
 * script; short names of a tsconfig.json; and names of packages of the same repository.
 */
final class ScriptModules implements ModuleFinder {
  private static final List<String> ENDINGS =
      List.of("", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".vue", ".d.ts");

  private static final List<String> INDEXES =
      List.of("/index.ts", "/index.tsx", "/index.js", "/index.jsx", "/index.mjs", "/index.d.ts");

  /** Where a package keeps its sources; what its manifest names is usually built from them. */
  private static final List<String> SOURCE_FOLDERS = List.of("src", "", "lib", "source");

  private final SourceFiles files;
  private final Map<String, String> packages;
  private final Map<String, String> mains;
  private final List<PackageFolders.Alias> aliases;

  ScriptModules(SourceFiles files, PackageFolders folders) {
    this.files = files;
    this.packages = folders.npm();
    this.mains = folders.mains();
    this.aliases = folders.aliases();
  }

  @Override
  public int file(int from, String module) {
    if (module.isEmpty()) {
      return from; // a name that the file gives out under another one
    }
    if (module.startsWith(".")) {
      return script(Paths.joined(Paths.folder(files.path(from)), module));
    }
    int aliased = aliased(files.path(from), module);
    return aliased >= 0 ? aliased : inPackage(module);
  }

  private int aliased(String path, String module) {
    for (PackageFolders.Alias alias : aliases) {
      if (!alias.configFolder().isEmpty() && !path.startsWith(alias.configFolder() + "/")) {
        continue;
      }
      String pattern = alias.pattern();
      boolean star = pattern.endsWith("*");
      String front = star ? pattern.substring(0, pattern.length() - 1) : pattern;
      if (star ? module.startsWith(front) : module.equals(front)) {
        String rest = star ? module.substring(front.length()) : "";
        int found = script(alias.target().replace("*", rest));
        if (found >= 0) {
          return found;
        }
      }
    }
    return NONE;
  }

  private int inPackage(String module) {
    for (int end = module.length(); end > 0; end = module.lastIndexOf('/', end - 1)) {
      String folder = packages.get(module.substring(0, end));
      if (folder != null) {
        String rest = module.substring(Math.min(module.length(), end + 1));
        for (String sources : SOURCE_FOLDERS) {
          int found = script(Paths.inside(Paths.inside(folder, sources), rest));
          if (found >= 0) {
            return found;
          }
        }
        return NONE;
      }
    }
    return NONE;
  }

  /** The script of a path that may lack its ending, or name a folder. */
  private int script(String stem) {
    int found = withEnding(stem);
    int dot = stem.lastIndexOf('.');
    if (found < 0 && dot > stem.lastIndexOf('/')) {
      found = withEnding(stem.substring(0, dot));
    }
    for (int i = 0; found < 0 && i < INDEXES.size(); i++) {
      String index = INDEXES.get(i);
      found = files.find(stem.isEmpty() ? index.substring(1) : stem + index);
    }
    String main = mains.get(stem);
    return found >= 0 || main == null ? found : withEnding(main);
  }

  private int withEnding(String stem) {
    for (String ending : ENDINGS) {
      int found = files.find(stem + ending);
      if (found >= 0) {
        return found;
      }
    }
    return NONE;
  }
}
