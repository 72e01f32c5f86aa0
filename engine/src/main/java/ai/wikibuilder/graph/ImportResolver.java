package ai.wikibuilder.graph;

import ai.wikibuilder.graph.columns.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows imports to the file or the symbol they name.
 *
 * <p>A target is one int: a symbol (0 and above), a file ({@link #ofFile}), {@link #OUTSIDE} when
 * the import names something that is not in the repository.
 */
final class ImportResolver {
  /** The import leads out of the repository, or nowhere that is known. */
  static final int OUTSIDE = -1;

  /** Targets from here down are files; what lies between is left to {@link Scopes}' answers. */
  private static final int FILE_FIRST = -10;

  /** Files that re-export from files that re-export: further hops are not followed. */
  private static final int HOP_COUNT_MAX = 6;

  private static final List<String> SCRIPT_ENDINGS =
      List.of("", ".ts", ".tsx", ".d.ts", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".vue");

  private static final List<String> SCRIPT_INDEXES =
      List.of("/index.ts", "/index.tsx", "/index.js", "/index.jsx", "/index.mjs", "/index.d.ts");

  private final FileTable files;
  private final ReferenceTable references;
  private final Names names;
  private final Scopes scopes;
  private final int everything;
  private final Map<String, int[]> pythonModules = new HashMap<>();
  private final int[] targets;

  ImportResolver(FileTable files, ReferenceTable references, Names names, Scopes scopes) {
    this.files = files;
    this.references = references;
    this.names = names;
    this.scopes = scopes;
    this.everything = names.find("*");
    this.targets = new int[references.importCount()];
    for (int file = 0; file < files.size(); file++) {
      if (files.path(file).endsWith(".py") || files.path(file).endsWith(".pyi")) {
        addPythonModule(file);
      }
    }
    for (int file = 0; file < files.size(); file++) {
      for (int i = files.firstImport(file); i < files.firstImport(file + 1); i++) {
        targets[i] = target(file, i, 0);
      }
    }
  }

  static int ofFile(int file) {
    return FILE_FIRST - file;
  }

  /** The file a target names, or -1 when it is no file. */
  static int fileOf(int target) {
    return target <= FILE_FIRST ? FILE_FIRST - target : -1;
  }

  int target(int importFact) {
    return targets[importFact];
  }

  ReferenceTable references() {
    return references;
  }

  private int target(int file, int fact, int hops) {
    String module = names.name(references.importModule(fact));
    int name = references.importName(fact);
    return switch (scopes.rules(file).imports()) {
      case PACKAGE -> packageTarget(module, name);
      case PYTHON_MODULE -> inModule(pythonModule(file, module), name, fact, hops);
      case RELATIVE_PATH -> inModule(relativePath(file, module), name, fact, hops);
      case NONE -> OUTSIDE;
    };
  }

  private int packageTarget(String module, int name) {
    int namespace = names.find(module);
    if (namespace >= 0 && name >= 0) {
      int found = scopes.inPackage(namespace, name, Wanted.ANY);
      if (found >= 0) {
        return found;
      }
    }
    int dot = module.lastIndexOf('.');
    if (dot < 0) {
      return OUTSIDE;
    }
    int type = packageTarget(module.substring(0, dot), names.find(module.substring(dot + 1)));
    if (type < 0) {
      return OUTSIDE;
    }
    if (name < 0) {
      return OUTSIDE;
    }
    return name == everything ? type : scopes.member(type, name, Wanted.ANY);
  }

  private int inModule(int moduleFile, int name, int fact, int hops) {
    if (moduleFile < 0) {
      return OUTSIDE;
    }
    String word = names.name(name);
    if (word.isEmpty() || name == everything) {
      return ofFile(moduleFile);
    }
    int found = exported(moduleFile, name, hops);
    if (found != OUTSIDE) {
      return found;
    }
    if (word.equals("default")) {
      int byAlias = scopes.topLevel(moduleFile, references.importAlias(fact), Wanted.ANY);
      return byAlias >= 0 ? byAlias : ofFile(moduleFile);
    }
    return OUTSIDE;
  }

  /** What a file gives out under a name: its own symbol, a file beside it, or a re-export. */
  int exported(int file, int name, int hops) {
    int own = scopes.topLevel(file, name, Wanted.ANY);
    if (own >= 0) {
      return own;
    }
    if (hops >= HOP_COUNT_MAX) {
      return OUTSIDE;
    }
    int reexported = reexported(file, name, hops + 1);
    return reexported != OUTSIDE ? reexported : submodule(file, name);
  }

  private int reexported(int file, int name, int hops) {
    for (int i = files.firstImport(file); i < files.firstImport(file + 1); i++) {
      if (references.importAlias(i) == name) {
        return target(file, i, hops);
      }
    }
    for (int i = files.firstImport(file); i < files.firstImport(file + 1); i++) {
      if (references.importName(i) == everything
          && (references.importAlias(i) == everything || emptyAlias(i))) {
        int other = fileOf(target(file, i, hops));
        int found = other >= 0 && other != file ? exported(other, name, hops) : OUTSIDE;
        if (found != OUTSIDE) {
          return found;
        }
      }
    }
    return OUTSIDE;
  }

  private boolean emptyAlias(int fact) {
    return names.name(references.importAlias(fact)).isEmpty();
  }

  private int submodule(int file, int name) {
    String path = files.path(file);
    if (!path.endsWith("/__init__.py") && !path.equals("__init__.py")) {
      return OUTSIDE;
    }
    int found =
        pythonFile(path.substring(0, path.length() - "__init__.py".length()) + names.name(name));
    return found < 0 ? OUTSIDE : ofFile(found);
  }

  private void addPythonModule(int file) {
    String path = files.path(file);
    String stem = path.substring(0, path.lastIndexOf('.'));
    if (stem.endsWith("/__init__")) {
      stem = stem.substring(0, stem.length() - "/__init__".length());
    }
    int slash = stem.lastIndexOf('/');
    while (slash >= 0 && files.find(stem.substring(0, slash) + "/__init__.py") >= 0) {
      slash = stem.lastIndexOf('/', slash - 1);
    }
    int from = slash + 1;
    register(stem.substring(from), file);
    if (from > 0) {
      register(stem, file);
    }
  }

  private void register(String modulePath, int file) {
    pythonModules.merge(modulePath.replace('/', '.'), new int[] {file}, ImportResolver::joined);
  }

  private static int[] joined(int[] first, int[] second) {
    int[] result = java.util.Arrays.copyOf(first, first.length + 1);
    result[first.length] = second[0];
    return result;
  }

  private int pythonModule(int file, String module) {
    if (module.startsWith(".")) {
      return relativePython(file, module);
    }
    int[] candidates = pythonModules.getOrDefault(module, new int[0]);
    int best = -1;
    int bestShared = -1;
    for (int candidate : candidates) {
      int shared = sharedPrefix(files.path(file), files.path(candidate));
      if (shared > bestShared) {
        best = candidate;
        bestShared = shared;
      } else if (shared == bestShared) {
        best = -1;
      }
    }
    return best;
  }

  private static int sharedPrefix(String first, String second) {
    int shared = 0;
    for (int i = 0; i < Math.min(first.length(), second.length()); i++) {
      if (first.charAt(i) != second.charAt(i)) {
        break;
      }
      if (first.charAt(i) == '/') {
        shared++;
      }
    }
    return shared;
  }

  private int relativePython(int file, String module) {
    int dots = 0;
    while (dots < module.length() && module.charAt(dots) == '.') {
      dots++;
    }
    String folder = files.path(file);
    for (int i = 0; i < dots; i++) {
      int slash = folder.lastIndexOf('/');
      if (slash < 0 && (i < dots - 1 || folder.isEmpty())) {
        return -1;
      }
      folder = slash < 0 ? "" : folder.substring(0, slash);
    }
    String rest = module.substring(dots).replace('.', '/');
    return pythonFile(folder.isEmpty() ? rest : rest.isEmpty() ? folder : folder + "/" + rest);
  }

  private int pythonFile(String stem) {
    int module = files.find(stem + ".py");
    if (module >= 0) {
      return module;
    }
    return files.find(stem.isEmpty() ? "__init__.py" : stem + "/__init__.py");
  }

  private int relativePath(int file, String module) {
    if (!module.startsWith(".")) {
      return -1;
    }
    String path = files.path(file);
    String stem = joined(path.substring(0, Math.max(0, path.lastIndexOf('/'))), module);
    for (String ending : SCRIPT_ENDINGS) {
      int found = files.find(stem + ending);
      if (found >= 0) {
        return found;
      }
    }
    int dot = stem.lastIndexOf('.');
    if (dot > stem.lastIndexOf('/')) {
      String bare = stem.substring(0, dot);
      for (String ending : SCRIPT_ENDINGS) {
        int found = files.find(bare + ending);
        if (found >= 0) {
          return found;
        }
      }
    }
    for (String index : SCRIPT_INDEXES) {
      int found = files.find(stem.isEmpty() ? index.substring(1) : stem + index);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  /** Joins a folder and a relative path; dots that lead out of the repository lead nowhere. */
  private static String joined(String folder, String relative) {
    String at = folder;
    for (String part : relative.split("/", -1)) {
      if (part.equals("..")) {
        if (at.isEmpty()) {
          return "..";
        }
        at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
      } else if (!part.equals(".") && !part.isEmpty()) {
        at = at.isEmpty() ? part : at + "/" + part;
      }
    }
    return at;
  }
}
