package ai.wikibuilder.graph;

import ai.wikibuilder.graph.columns.LongIntMap;
import ai.wikibuilder.graph.languages.LanguageRules;

/**
 * Finds what a name means at one place.
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
  private final VariableTypes variables;
  private final ReferenceTable references;
  private final int everything;

  NameResolver(
      Scopes scopes, ImportResolver imports, TypeHierarchy types, VariableTypes variables) {
    this.scopes = scopes;
    this.imports = imports;
    this.types = types;
    this.variables = variables;
    this.references = imports.references();
    this.everything = scopes.names.find("*");
  }

  /** A name that stands alone. */
  int bare(int file, int enclosing, int name, Wanted wanted) {
    int local = inScopes(file, enclosing, name, wanted);
    if (local >= 0) {
      return local;
    }
    int own = scopes.topLevel(file, name, wanted);
    if (own >= 0) {
      return own;
    }
    int imported = imported(file, name);
    if (imported != Scopes.NONE) {
      return imported;
    }
    LanguageRules rules = scopes.rules(file);
    int near = Scopes.NONE;
    if (rules.packageScope()) {
      near = scopes.inPackage(scopes.files.namespace(file), name, wanted);
    } else if (rules.folderScope()) {
      near = scopes.inFolder(file, name, wanted);
    }
    return near != Scopes.NONE ? near : starImported(file, name, wanted);
  }

  private int inScopes(int file, int enclosing, int name, Wanted wanted) {
    boolean members = scopes.rules(file).memberScope();
    for (int at = enclosing; at >= 0; at = scopes.parent(at)) {
      int found = Scopes.NONE;
      if (!scopes.kind(at).isType() || (at == enclosing && !members)) {
        found = scopes.member(at, name, wanted);
      } else if (members) {
        found = types.member(at, name, wanted);
      }
      if (found >= 0) {
        return found;
      }
    }
    return Scopes.NONE;
  }

  private int imported(int file, int name) {
    int end = scopes.files.firstImport(file + 1);
    for (int i = scopes.files.firstImport(file); i < end; i++) {
      if (references.importAlias(i) == name) {
        int target = imports.target(i);
        return target == ImportResolver.OUTSIDE ? EXTERNAL : target;
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
        found = imports.exported(ImportResolver.fileOf(target), name, 0);
      } else if (target >= 0) {
        found = types.member(target, name, wanted);
      } else if (scopes.rules(file).packageScope()) {
        found = scopes.inPackage(references.importModule(i), name, wanted);
      }
      if (found >= 0) {
        return found;
      }
    }
    return Scopes.NONE;
  }

  /** A name behind a qualifier: the member of what the qualifier means. */
  int qualified(int file, int reference, Wanted wanted) {
    int enclosing = references.enclosing(reference);
    int qualifier = references.qualifier(reference);
    int name = references.name(reference);
    String words = scopes.names.name(qualifier);
    if (words.equals("super")) {
      int type = scopes.enclosingType(enclosing);
      int found = type < 0 ? Scopes.NONE : types.inherited(type, name, wanted);
      return found >= 0 ? found : EXTERNAL;
    }
    int receiver = receiver(file, enclosing, qualifier, words);
    int receiverFile = ImportResolver.fileOf(receiver);
    if (receiverFile >= 0) {
      int found = imports.exported(receiverFile, name, 0);
      return found >= 0 ? found : EXTERNAL;
    }
    if (receiver < 0) {
      return receiver;
    }
    if (!scopes.kind(receiver).isType()) {
      return Scopes.NONE;
    }
    int found = types.member(receiver, name, wanted);
    return found >= 0 ? found : EXTERNAL;
  }

  private int receiver(int file, int enclosing, int qualifier, String words) {
    int whole = imported(file, qualifier);
    if (whole != Scopes.NONE) {
      return whole;
    }
    int dot = words.indexOf('.');
    int at = dot < 0 ? head(file, enclosing, qualifier) : headOf(file, enclosing, words, dot);
    while (dot >= 0 && at != Scopes.NONE && at != EXTERNAL && at != Scopes.SEVERAL) {
      int next = words.indexOf('.', dot + 1);
      String part = words.substring(dot + 1, next < 0 ? words.length() : next);
      at = step(at, scopes.names.find(part));
      dot = next;
    }
    if (at == Scopes.NONE && scopes.rules(file).imports() == LanguageRules.ImportStyle.PACKAGE) {
      return byFullName(words);
    }
    return at;
  }

  private int byFullName(String words) {
    int dot = words.lastIndexOf('.');
    if (dot < 0) {
      return Scopes.NONE;
    }
    int namespace = scopes.names.find(words.substring(0, dot));
    int type = scopes.names.find(words.substring(dot + 1));
    return namespace < 0 || type < 0 ? Scopes.NONE : scopes.inPackage(namespace, type, Wanted.TYPE);
  }

  private int headOf(int file, int enclosing, String words, int dot) {
    String head = words.substring(0, dot);
    return scopes.rules(file).selfNames().contains(head)
        ? scopes.enclosingType(enclosing)
        : head(file, enclosing, scopes.names.find(head));
  }

  private int head(int file, int enclosing, int name) {
    if (name < 0) {
      return Scopes.NONE;
    }
    if (scopes.rules(file).selfNames().contains(scopes.names.name(name))) {
      return scopes.enclosingType(enclosing);
    }
    int declared = variable(file, enclosing, name);
    if (declared != Scopes.NONE) {
      return declared;
    }
    return bare(file, enclosing, name, Wanted.ANY);
  }

  /** The type of a local variable, a parameter or a field in sight. */
  private int variable(int file, int enclosing, int name) {
    boolean members = scopes.rules(file).memberScope();
    for (int at = enclosing; at >= 0; at = scopes.parent(at)) {
      boolean type = scopes.kind(at).isType();
      int found = Scopes.NONE;
      if (!type) {
        found = declaredType(file, at, variables.type(at, name));
      } else if (members) {
        found = fieldType(at, name);
      }
      if (found != Scopes.NONE) {
        return found;
      }
    }
    int scope = VariableTypes.scopeOfFile(file);
    return declaredType(file, -1, variables.type(scope, name));
  }

  private int declaredType(int file, int enclosing, int typeName) {
    if (typeName == LongIntMap.ABSENT) {
      return Scopes.NONE;
    }
    if (typeName == VariableTypes.CONFLICT) {
      return Scopes.SEVERAL;
    }
    int found = bare(file, enclosing, typeName, Wanted.TYPE);
    return found == Scopes.NONE ? EXTERNAL : found;
  }

  private int fieldType(int type, int name) {
    int own = declaredType(scopes.fileOf(type), type, variables.type(type, name));
    if (own != Scopes.NONE) {
      return own;
    }
    for (int above : types.above(type)) {
      int found = declaredType(scopes.fileOf(above), above, variables.type(above, name));
      if (found != Scopes.NONE) {
        return found;
      }
    }
    return Scopes.NONE;
  }

  private int step(int at, int part) {
    if (part < 0) {
      return Scopes.NONE;
    }
    int file = ImportResolver.fileOf(at);
    if (file >= 0) {
      int found = imports.exported(file, part, 0);
      return found == ImportResolver.OUTSIDE ? EXTERNAL : found;
    }
    if (!scopes.kind(at).isType()) {
      return Scopes.NONE;
    }
    int field = fieldType(at, part);
    return field != Scopes.NONE ? field : types.member(at, part, Wanted.TYPE);
  }
}
