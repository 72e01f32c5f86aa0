package ai.wikibuilder.graph;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.columns.Wanted;
import ai.wikibuilder.graph.languages.LanguageRules;
import ai.wikibuilder.graph.languages.LanguageRules.ImportStyle;
import ai.wikibuilder.graph.languages.LanguageRules.Sight;

/**
 * Finds what a name that stands alone means at one place.
 *
 * <p>Answers are ints: a symbol (0 and above), a file ({@link ImportResolver#fileOf}), {@link
 * Scopes#NONE} when nothing explains the name, {@link Scopes#SEVERAL}, or {@link #EXTERNAL} when an
 * import says that it is not of this repository.
 */
final class NameResolver {
  /** The name belongs to something outside of the repository. */
  static final int EXTERNAL = -3;

  private final Scopes scopes;
  private final ImportResolver imports;
  private final TypeHierarchy types;
  private final ReferenceTable references;
  private final IncludedNames included;
  private final int everything;
  private final int noName;

  NameResolver(Scopes scopes, ImportResolver imports, TypeHierarchy types) {
    this.scopes = scopes;
    this.imports = imports;
    this.types = types;
    this.references = imports.references();
    this.included = new IncludedNames(scopes, imports);
    this.everything = scopes.names.find("*");
    this.noName = scopes.names.find("");
  }

  /** A name that stands alone. */
  int bare(int file, int enclosing, int name, Wanted wanted) {
    int local = inScopes(file, enclosing, name, wanted);
    if (local >= 0 && !needsObject(local)) {
      return included.definition(local);
    }
    int own = scopes.topLevel(file, name, wanted);
    if (own >= 0 && !needsObject(own)) {
      return included.definition(own);
    }
    int imported = imported(file, name, wanted);
    if (imported != Scopes.NONE) {
      return imported;
    }
    int near = near(file, enclosing, name, wanted);
    if (near == Scopes.NONE) {
      near = starImported(file, name, wanted);
    }
    return near == Scopes.NONE && wanted == Wanted.CALL ? withoutImport(file, name) : near;
  }

  /** A method that a script assigns to an object is never what a name alone means. */
  private boolean needsObject(int symbol) {
    return scopes.kind(symbol) == SymbolKind.METHOD
        && scopes.rules(scopes.fileOf(symbol)).sees(Sight.PROTOTYPES);
  }

  /** A function of PHP outside of all namespaces, or the only Rust macro of a name. */
  private int withoutImport(int file, int name) {
    return switch (scopes.rules(file).imports()) {
      case PHP_NAME -> scopes.inPackage(noName, name, Wanted.STRICT_CALL);
      case RUST_PATH -> onlyMacro(name);
      default -> Scopes.NONE;
    };
  }

  private int onlyMacro(int name) {
    int found = Scopes.NONE;
    for (int i = scopes.firstOfName(name); i < scopes.endOfName(name); i++) {
      if (scopes.symbols.isMacro(scopes.ofName(i))) {
        found = found == Scopes.NONE ? scopes.ofName(i) : Scopes.SEVERAL;
      }
    }
    return found;
  }

  /** The same package or folder, or a file that is read in place. */
  private int near(int file, int enclosing, int name, Wanted wanted) {
    LanguageRules rules = scopes.rules(file);
    int near = Scopes.NONE;
    if (rules.imports() == ImportStyle.INCLUDE || rules.imports() == ImportStyle.SHELL_PATH) {
      near = included.find(file, name, wanted);
    } else if (rules.sees(Sight.PACKAGE)) {
      near = scopes.inPackage(scopes.files.namespace(file), name, wanted);
    } else if (rules.sees(Sight.FOLDER)) {
      near = scopes.inFolder(file, name, wanted);
    }
    if (near == Scopes.NONE && rules.sees(Sight.OUTER_PACKAGES)) {
      near = inOuterPackages(file, enclosing, name, wanted);
    }
    return near;
  }

  private int inOuterPackages(int file, int enclosing, int name, Wanted wanted) {
    String around = scopes.names.name(namespace(file, enclosing));
    while (!around.isEmpty()) {
      int namespace = scopes.names.find(around);
      int found = namespace < 0 ? Scopes.NONE : scopes.inPackage(namespace, name, wanted);
      if (found != Scopes.NONE) {
        return found;
      }
      around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
    }
    return Scopes.NONE;
  }

  /** Name id of the namespace a place is in. */
  int namespace(int file, int enclosing) {
    if (enclosing < 0) {
      return scopes.files.namespace(file);
    }
    return scopes.kind(enclosing) == SymbolKind.NAMESPACE
        ? scopes.namespace(enclosing)
        : scopes.namespaceAround(enclosing);
  }

  private int inScopes(int file, int enclosing, int name, Wanted wanted) {
    boolean members = scopes.rules(file).sees(Sight.MEMBERS);
    for (int at = enclosing; at >= 0; at = scopes.parent(at)) {
      int found = Scopes.NONE;
      if (!scopes.kind(at).isType() || (at == enclosing && !members)) {
        found = scopes.member(at, name, wanted);
      } else if (members) {
        found = types.member(scopes.canonical(at), name, wanted);
      }
      if (found >= 0) {
        return found;
      }
    }
    return Scopes.NONE;
  }

  /** What an import of the file gives a name to. */
  int imported(int from, int name, Wanted wanted) {
    int end = scopes.files.firstImport(from + 1);
    for (int i = scopes.files.firstImport(from); i < end; i++) {
      if (references.importAlias(i) == name && !isOnlyIncluded(from, i)) {
        int target = imports.target(i);
        int file = wanted == Wanted.ANY ? -1 : ImportResolver.fileOf(target);
        int whole = file < 0 ? ImportResolver.OUTSIDE : imports.whole(file);
        return target == ImportResolver.OUTSIDE
            ? EXTERNAL
            : included.likeWanted(whole >= 0 ? whole : target, wanted);
      }
    }
    return scopes.rules(from).imports() == ImportStyle.GO_PACKAGE && wanted == Wanted.ANY
        ? goPackage(from, name)
        : Scopes.NONE;
  }

  /** A file that is read in place gives no name to itself; a name used twice is another's. */
  private boolean isOnlyIncluded(int file, int fact) {
    return switch (scopes.rules(file).imports()) {
      case LOAD_PATH, SHELL_PATH -> true;
      case INCLUDE -> scopes.names.name(references.importName(fact)).isEmpty();
      default -> false;
    };
  }

  /** A package may be called otherwise than the last part of its path. */
  private int goPackage(int file, int name) {
    int end = scopes.files.firstImport(file + 1);
    for (int i = scopes.files.firstImport(file); i < end; i++) {
      int other = ImportResolver.fileOf(imports.target(i));
      if (other >= 0 && scopes.files.namespace(other) == name) {
        return imports.target(i);
      }
    }
    return Scopes.NONE;
  }

  private int starImported(int file, int name, Wanted wanted) {
    int end = scopes.files.firstImport(file + 1);
    for (int i = scopes.files.firstImport(file); i < end; i++) {
      if (references.importName(i) != everything) {
        continue;
      }
      int target = imports.target(i);
      int found = Scopes.NONE;
      if (ImportResolver.fileOf(target) >= 0) {
        found = imports.exported(ImportResolver.fileOf(target), name, 0, wanted);
      } else if (target >= 0) {
        found = types.member(target, name, wanted);
      } else if (usesNamespaces(file)) {
        found = scopes.inPackage(references.importModule(i), name, wanted);
      }
      if (found >= 0) {
        return found;
      }
    }
    return Scopes.NONE;
  }

  boolean usesNamespaces(int file) {
    LanguageRules rules = scopes.rules(file);
    return rules.sees(Sight.PACKAGE) || rules.sees(Sight.OUTER_PACKAGES);
  }

  /** A name behind a chain of namespaces, looked for from the innermost namespace outwards. */
  int inNamespaces(int innermost, String words, int name, Wanted wanted) {
    String around = scopes.names.name(innermost);
    while (true) {
      int namespace = scopes.names.find(around.isEmpty() ? words : around + "." + words);
      int found = namespace < 0 ? Scopes.NONE : scopes.inPackage(namespace, name, wanted);
      if (found != Scopes.NONE) {
        return found >= 0 ? included.definition(found) : found;
      }
      if (around.isEmpty()) {
        return Scopes.NONE;
      }
      around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
    }
  }

  /** The body of a function that a header announces, the symbol itself when there is none. */
  int definition(int symbol) {
    return included.definition(symbol);
  }
}
