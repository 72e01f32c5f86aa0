package ai.wikibuilder.graph;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.columns.Names;
import ai.wikibuilder.graph.columns.Wanted;
import ai.wikibuilder.graph.imports.ModuleFinder;
import ai.wikibuilder.graph.imports.ModuleFinders;
import ai.wikibuilder.graph.languages.LanguageRules;
import ai.wikibuilder.graph.languages.LanguageRules.ImportStyle;
import ai.wikibuilder.graph.languages.LanguageRules.Sight;
import java.util.Arrays;

/**
 * Follows imports to the file or the symbol they name.
 *
 * <p>A target is one int: a symbol (0 and above), a file ({@link #ofFile}), {@link #OUTSIDE} when
 * the import names something that is not in the repository.
 */
final class ImportResolver {
  /** The import leads out of the repository, or nowhere that is known. */
  static final int OUTSIDE = -1;

  /** A package of the repository, or a name that several of its files have. */
  static final int INSIDE = -5;

  /** Targets from here down are files; what lies between is left to {@link Scopes}' answers. */
  private static final int FILE_FIRST = -10;

  /** Files that re-export from files that re-export: further hops are not followed. */
  private static final int HOP_COUNT_MAX = 6;

  /** The object beside a Kotlin type when it has no name of its own. */
  private static final String COMPANION = "Companion";

  /** Not yet followed. */
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final FileTable files;
  private final ReferenceTable references;
  private final Names names;
  private final Scopes scopes;
  private final ModuleFinders finders;
  private final int everything;

  /** What CommonJS calls the value of a whole file. */
  private final int commonExports;

  private final int[] targets;
  private final int[] wholes;

  ImportResolver(ReferenceTable references, Scopes scopes, ModuleFinders finders) {
    this.files = scopes.files;
    this.references = references;
    this.names = scopes.names;
    this.scopes = scopes;
    this.finders = finders;
    this.everything = names.find("*");
    this.commonExports = names.find("exports");
    this.targets = new int[references.importCount()];
    Arrays.fill(targets, UNKNOWN);
    this.wholes = new int[files.size()];
    Arrays.fill(wholes, UNKNOWN);
    learn();
    for (int file = 0; file < files.size(); file++) {
      for (int i = files.firstImport(file); i < files.firstImport(file + 1); i++) {
        targets[i] = target(file, i, 0);
      }
    }
  }

  private void learn() {
    for (int file = 0; file < files.size(); file++) {
      ModuleFinder finder = finders.of(scopes.rules(file).imports());
      for (int i = files.firstImport(file); i < files.firstImport(file + 1); i++) {
        finder.learn(file, names.name(references.importModule(i)));
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

  /**
   * Where the import leads: its target; without one the file whose name the import writes but which
   * does not say in plain words that it gives out such a name; or {@link #INSIDE}.
   */
  int landing(int file, int importFact) {
    int target = targets[importFact];
    if (target != OUTSIDE) {
      return target;
    }
    ImportStyle style = scopes.rules(file).imports();
    if (style == ImportStyle.SCRIPT_PATH) {
      int found = finders.of(style).file(file, names.name(references.importModule(importFact)));
      return found < 0 ? OUTSIDE : ofFile(found);
    }
    return leadsInside(file, importFact) ? INSIDE : OUTSIDE;
  }

  /** The symbol that a script is as a whole, as by {@code module.exports = name}. */
  int whole(int file) {
    if (wholes[file] == UNKNOWN) {
      boolean script = scopes.rules(file).imports() == ImportStyle.SCRIPT_PATH;
      wholes[file] = script && commonExports >= 0 ? whole(file, 0) : OUTSIDE;
    }
    return wholes[file];
  }

  private int whole(int file, int hops) {
    int given = OUTSIDE;
    for (int i = files.firstImport(file); i < files.firstImport(file + 1); i++) {
      given = references.importAlias(i) == commonExports ? targets[i] : given;
    }
    int next = fileOf(given);
    return next < 0 || next == file || hops >= HOP_COUNT_MAX
        ? Math.max(OUTSIDE, given)
        : whole(next, hops + 1);
  }

  /**
   * Whether an import names something in the repository: what it leads to, or, without one target,
   * a package that files declare, all of it or a name that several of its symbols have.
   */
  private boolean leadsInside(int file, int importFact) {
    int module = references.importModule(importFact);
    int name = references.importName(importFact);
    return switch (scopes.rules(file).imports()) {
      case PACKAGE, PHP_NAME, INCLUDE ->
          name == everything
              ? files.isPackage(module)
              : scopes.inPackage(module, name, Wanted.ANY) == Scopes.SEVERAL
                  || isPackage(module, name);
      default -> false;
    };
  }

  /** Whether a name in a package is itself a package that files declare. */
  private boolean isPackage(int module, int name) {
    String around = names.name(module);
    int whole = names.find(around.isEmpty() ? names.name(name) : around + "." + names.name(name));
    return whole >= 0 && files.isPackage(whole);
  }

  ReferenceTable references() {
    return references;
  }

  private int target(int file, int fact, int hops) {
    if (targets[fact] != UNKNOWN) {
      return targets[fact];
    }
    String module = names.name(references.importModule(fact));
    int name = references.importName(fact);
    ImportStyle style = scopes.rules(file).imports();
    return switch (style) {
      case PACKAGE -> packageTarget(module, name);
      case INCLUDE, PHP_NAME ->
          isWholeFile(fact)
              ? inModule(finders.of(style).file(file, module), name, fact, hops)
              : packageTarget(module, name);
      case RUST_PATH -> inRust(file, module, fact, hops);
      case NONE -> OUTSIDE;
      case PYTHON_MODULE -> inPython(file, module, fact, hops);
      default -> inModule(finders.of(style).file(file, module), name, fact, hops);
    };
  }

  private int inPython(int file, String module, int fact, int hops) {
    ModuleFinder python = finders.of(ImportStyle.PYTHON_MODULE);
    int name = references.importName(fact);
    int found = python.file(file, module);
    if (found >= 0 || isWholeFile(fact)) {
      return inModule(found, name, fact, hops);
    }
    // A package whose own file is empty is no file here; its modules are.
    String dot = module.endsWith(".") ? "" : ".";
    int below = python.file(file, module + dot + names.name(name));
    return below < 0 ? OUTSIDE : ofFile(below);
  }

  private boolean isWholeFile(int fact) {
    return names.name(references.importName(fact)).isEmpty();
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
    String last = module.substring(dot + 1);
    int type = packageTarget(module.substring(0, dot), names.find(last));
    if (type < 0 && last.equals(COMPANION)) { // its members are those of the type around it
      return packageTarget(module.substring(0, dot), name);
    }
    if (type < 0 || name < 0) {
      return OUTSIDE;
    }
    return name == everything ? type : scopes.member(type, name, Wanted.ANY);
  }

  private int inRust(int file, String module, int fact, int hops) {
    int name = references.importName(fact);
    int place = path(file, withoutBlocks(file, references.importLine(fact), module), hops);
    if (fileOf(place) >= 0) {
      int found = inModule(fileOf(place), name, fact, hops);
      if (found != OUTSIDE || isWholeFile(fact)) {
        return found;
      }
      int below = submodule(fileOf(place), names.name(name));
      return below != OUTSIDE ? below : onlyBelow(fileOf(place), name);
    }
    if (place < 0) {
      return OUTSIDE;
    }
    return name == everything || isWholeFile(fact)
        ? place
        : Math.max(OUTSIDE, scopes.member(place, name, Wanted.ANY));
  }

  /** A path as the file itself would write it, when it stands in a module written in the file. */
  private String withoutBlocks(int file, int line, String module) {
    int depth = 0;
    for (int i = files.firstSymbol(file); i < files.firstSymbol(file + 1); i++) {
      boolean around = scopes.symbols.startLine(i) <= line && line <= scopes.symbols.endLine(i);
      depth += around && scopes.kind(i) == SymbolKind.NAMESPACE ? 1 : 0;
    }
    return withoutBlocks(depth, module);
  }

  /** The same for a place that so many modules written in the file are around. */
  static String withoutBlocks(int depth, String module) {
    String rest = module;
    for (int i = 0; i < depth && (rest.equals("super") || rest.startsWith("super.")); i++) {
      rest = rest.equals("super") ? "self" : rest.substring("super.".length());
    }
    boolean stripped = rest.length() < module.length() && !rest.equals("self");
    return stripped && !rest.startsWith("super") ? "self." + rest : rest;
  }

  /**
   * What a module gives out without that a line of it says so, as by a macro: the only symbol of
   * the name in the folder of the module. None when a line says that it comes from elsewhere.
   */
  private int onlyBelow(int file, int name) {
    for (int i = files.firstImport(file); i < files.firstImport(file + 1); i++) {
      if (references.importAlias(i) == name) {
        return OUTSIDE;
      }
    }
    String folder = finders.folderBelow(file) + "/";
    int found = OUTSIDE;
    for (int i = scopes.firstOfName(name); i < scopes.endOfName(name); i++) {
      int symbol = scopes.ofName(i);
      int parent = scopes.parent(symbol);
      boolean free = parent < 0 || scopes.kind(parent) == SymbolKind.NAMESPACE;
      if (free && files.path(scopes.fileOf(symbol)).startsWith(folder)) {
        if (found != OUTSIDE) {
          return OUTSIDE;
        }
        found = symbol;
      }
    }
    return found;
  }

  private int submodule(int file, String name) {
    int below = finders.of(ImportStyle.RUST_PATH).file(file, name);
    return below < 0 ? OUTSIDE : ofFile(below);
  }

  /** What a path of modules and symbols leads to: a file, a symbol or {@link #OUTSIDE}. */
  int path(int file, String module, int hops) {
    int found = finders.of(ImportStyle.RUST_PATH).file(file, module);
    if (found >= 0) {
      return ofFile(found);
    }
    if (hops >= HOP_COUNT_MAX) {
      return OUTSIDE;
    }
    int dot = module.lastIndexOf('.');
    int name = names.find(module.substring(dot + 1));
    if (name < 0) {
      return OUTSIDE;
    }
    int around = dot < 0 ? ofFile(file) : path(file, module.substring(0, dot), hops + 1);
    if (fileOf(around) >= 0) {
      int given = exported(fileOf(around), name, hops + 1);
      return given != OUTSIDE ? given : onlyBelow(fileOf(around), name);
    }
    return around < 0 ? OUTSIDE : Math.max(OUTSIDE, scopes.member(around, name, Wanted.ANY));
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
    return exported(file, name, hops, Wanted.ANY);
  }

  /** The same for a certain kind of symbols. */
  int exported(int file, int name, int hops, Wanted wanted) {
    LanguageRules rules = scopes.rules(file);
    int own =
        rules.sees(Sight.FOLDER)
            ? scopes.inFolder(file, name, wanted)
            : scopes.topLevel(file, name, wanted);
    if (own >= 0) {
      return own;
    }
    if (hops >= HOP_COUNT_MAX) {
      return OUTSIDE;
    }
    int reexported = reexported(file, name, hops + 1);
    return reexported != OUTSIDE ? reexported : pythonSubmodule(file, name);
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
        int found = throughStar(file, target(file, i, hops), name, hops);
        if (found != OUTSIDE) {
          return found;
        }
      }
    }
    return OUTSIDE;
  }

  private int throughStar(int file, int target, int name, int hops) {
    int other = fileOf(target);
    if (other >= 0) {
      return other == file ? OUTSIDE : exported(other, name, hops);
    }
    return target < 0 ? OUTSIDE : Math.max(OUTSIDE, scopes.member(target, name, Wanted.ANY));
  }

  private boolean emptyAlias(int fact) {
    return names.name(references.importAlias(fact)).isEmpty();
  }

  private int pythonSubmodule(int file, int name) {
    String path = files.path(file);
    if (!path.endsWith("/__init__.py") && !path.equals("__init__.py")) {
      return OUTSIDE;
    }
    ModuleFinder python = finders.of(ImportStyle.PYTHON_MODULE);
    int found = python.file(file, "." + names.name(name));
    return found < 0 ? OUTSIDE : ofFile(found);
  }
}
