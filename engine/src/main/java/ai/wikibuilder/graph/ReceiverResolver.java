package ai.wikibuilder.graph;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.columns.LongIntMap;
import ai.wikibuilder.graph.columns.VariableTypes;
import ai.wikibuilder.graph.columns.Wanted;
import ai.wikibuilder.graph.languages.LanguageRules;
import ai.wikibuilder.graph.languages.LanguageRules.ImportStyle;
import ai.wikibuilder.graph.languages.LanguageRules.Sight;
import java.util.Set;

/**
 * Finds what a name behind a qualifier means: first what the qualifier is, by the types of
 * variables, fields and results, then the member of that. Answers are those of {@link
 * NameResolver}.
 */
final class ReceiverResolver {
  private static final int EXTERNAL = NameResolver.EXTERNAL;

  /** Types of variables that are given by variables: further hops are not followed. */
  private static final int HOP_COUNT_MAX = 8;

  /** Functions that give back what they are called on, or what it wraps. */
  private static final Set<String> TRANSPARENT_CALLS =
      Set.of(
          "unwrap()",
          "expect()",
          "clone()",
          "as_ref()",
          "as_mut()",
          "borrow()",
          "borrow_mut()",
          "to_owned()",
          "unwrap_or_default()",
          "iter()",
          "into()",
          "get()");

  private final Scopes scopes;
  private final ImportResolver imports;
  private final TypeHierarchy types;
  private final VariableTypes variables;
  private final NameResolver names;
  private final ReferenceTable references;
  private int hops;

  ReceiverResolver(
      NameResolver names, ImportResolver imports, TypeHierarchy types, VariableTypes variables) {
    this.names = names;
    this.imports = imports;
    this.types = types;
    this.variables = variables;
    this.scopes = types.scopes();
    this.references = imports.references();
  }

  /** A name behind a qualifier: the member of what the qualifier means. */
  int qualified(int file, int reference, Wanted wanted) {
    int enclosing = references.enclosing(reference);
    String words = scopes.names.name(references.qualifier(reference));
    hops = 0;
    if (scopes.rules(file).sees(Sight.PROTOTYPES)
        && scopes.rules(file).selfNames().contains(words)
        && scopes.enclosingType(enclosing) < 0) {
      return besideMethod(file, reference, wanted);
    }
    if (scopes.rules(file).superNames().contains(words)) {
      int type = scopes.enclosingType(enclosing);
      int found =
          type < 0 ? Scopes.NONE : types.inherited(type, references.name(reference), wanted);
      return found >= 0 ? found : EXTERNAL;
    }
    return memberOf(file, value(file, enclosing, words), reference, wanted);
  }

  private int memberOf(int file, int receiver, int reference, Wanted wanted) {
    int enclosing = references.enclosing(reference);
    int name = references.name(reference);
    String words = scopes.names.name(references.qualifier(reference));
    int receiverFile = ImportResolver.fileOf(receiver);
    if (receiverFile >= 0) {
      int found = inFile(receiverFile, name, wanted);
      return found >= 0 ? names.definition(found) : EXTERNAL;
    }
    if (receiver >= 0 && scopes.kind(receiver) == SymbolKind.NAMESPACE) {
      int found = inNamespace(receiver, name, wanted);
      return found >= 0 ? names.definition(found) : EXTERNAL;
    }
    if (receiver == Scopes.NONE) {
      int found =
          names.usesNamespaces(file)
              ? names.inNamespaces(names.namespace(file, enclosing), words, name, wanted)
              : Scopes.NONE;
      return found == Scopes.NONE && isTypeFromOutside(words) ? EXTERNAL : found;
    }
    if (receiver < 0) {
      return receiver;
    }
    if (!scopes.kind(receiver).isType()) {
      return ofObject(file, receiver, name, wanted);
    }
    int found = types.member(receiver, name, wanted);
    return found >= 0 ? names.definition(found) : EXTERNAL;
  }

  /** A member of something that is no type: a table, an object, a function. */
  private int ofObject(int file, int object, int name, Wanted wanted) {
    int found = scopes.member(object, name, wanted);
    if (found < 0 && scopes.rules(file).sees(Sight.TABLES)) {
      return scopes.topLevel(scopes.fileOf(object), name, wanted);
    }
    return found < 0 && scopes.rules(file).sees(Sight.PROTOTYPES)
        ? onlyMethod(scopes.fileOf(object), name)
        : found;
  }

  /** What a method that stands in no type calls on its own object: a method beside it. */
  private int besideMethod(int file, int reference, Wanted wanted) {
    int name = references.name(reference);
    for (int at = references.enclosing(reference); at >= 0; at = scopes.parent(at)) {
      if (scopes.kind(at) == SymbolKind.METHOD) {
        return scopes.parent(at) >= 0
            ? scopes.member(scopes.parent(at), name, wanted)
            : onlyMethod(file, name);
      }
    }
    return Scopes.NONE;
  }

  /** The method of a name that a file assigns to an object, when it does so once. */
  private int onlyMethod(int file, int name) {
    int found = Scopes.NONE;
    int end = scopes.firstOfNameFrom(file + 1, name);
    for (int i = scopes.firstOfNameFrom(file, name); i < end && found != Scopes.SEVERAL; i++) {
      int symbol = scopes.ofName(i);
      if (scopes.parent(symbol) < 0 && scopes.kind(symbol) == SymbolKind.METHOD) {
        found = found == Scopes.NONE ? symbol : Scopes.SEVERAL;
      }
    }
    return found;
  }

  /** What a file gives out, which may be the members of one type. */
  private int inFile(int file, int name, Wanted wanted) {
    int whole = imports.whole(file);
    int found = Scopes.NONE;
    if (whole >= 0) {
      found =
          scopes.kind(whole).isType()
              ? types.member(whole, name, wanted)
              : scopes.member(whole, name, wanted);
    }
    return found >= 0 ? found : imports.exported(file, name, 0, wanted);
  }

  private int inNamespace(int symbol, int name, Wanted wanted) {
    int found =
        names.usesNamespaces(scopes.fileOf(symbol))
            ? scopes.inPackage(scopes.namespace(symbol), name, wanted)
            : Scopes.NONE;
    return found != Scopes.NONE ? found : scopes.member(symbol, name, wanted);
  }

  /** What a chain of names and calls is: the type of its value, a type, a namespace or a file. */
  private int value(int file, int enclosing, String words) {
    int id = scopes.names.find(words);
    int whole = id < 0 ? Scopes.NONE : names.imported(file, id, Wanted.ANY);
    if (whole != Scopes.NONE && whole != EXTERNAL) {
      return valueOf(whole);
    }
    int dot = words.indexOf('.');
    String first = dot < 0 ? words : words.substring(0, dot);
    int at = head(file, enclosing, first);
    if (at == Scopes.NONE && scopes.rules(file).imports() == ImportStyle.RUST_PATH) {
      int found = imports.path(file, ImportResolver.withoutBlocks(blocks(enclosing), words), 0);
      return found == ImportResolver.OUTSIDE ? Scopes.NONE : found;
    }
    while (dot >= 0 && at != Scopes.NONE && at != EXTERNAL && at != Scopes.SEVERAL) {
      int next = words.indexOf('.', dot + 1);
      at = step(file, at, words.substring(dot + 1, next < 0 ? words.length() : next));
      dot = next;
    }
    if (at == Scopes.NONE && names.usesNamespaces(file)) {
      return byFullName(file, enclosing, words);
    }
    return at;
  }

  /** Modules written in the file that are around a symbol. */
  private int blocks(int enclosing) {
    int count = 0;
    for (int at = enclosing; at >= 0; at = scopes.parent(at)) {
      count += scopes.kind(at) == SymbolKind.NAMESPACE ? 1 : 0;
    }
    return count;
  }

  private int byFullName(int file, int enclosing, String words) {
    int dot = words.lastIndexOf('.');
    int name = dot < 0 ? -1 : scopes.names.find(words.substring(dot + 1));
    return name < 0
        ? Scopes.NONE
        : names.inNamespaces(
            names.namespace(file, enclosing), words.substring(0, dot), name, Wanted.TYPE);
  }

  private int head(int file, int enclosing, String word) {
    LanguageRules rules = scopes.rules(file);
    if (rules.selfNames().contains(word)) {
      int type = scopes.enclosingType(enclosing);
      return type < 0 && rules.sees(Sight.TABLES) ? ImportResolver.ofFile(file) : type;
    }
    if (rules.superNames().contains(word)) {
      return EXTERNAL;
    }
    if (word.endsWith("()")) {
      int name = scopes.names.find(word.substring(0, word.length() - 2));
      return name < 0 ? Scopes.NONE : result(names.bare(file, enclosing, name, Wanted.CALL));
    }
    int name = scopes.names.find(word);
    if (name < 0) {
      return Scopes.NONE;
    }
    int declared = variable(file, enclosing, name);
    return declared != Scopes.NONE
        ? declared
        : valueOf(names.bare(file, enclosing, name, Wanted.ANY));
  }

  /** By custom a capital begins the name of a type or a module, and this one is not here. */
  private static boolean isTypeFromOutside(String words) {
    return Character.isUpperCase(words.codePointAt(0)) && words.indexOf('.') < 0;
  }

  /** The type of what a symbol holds; a type or a file is itself. */
  private int valueOf(int symbol) {
    if (symbol < 0 || isPlace(scopes.kind(symbol)) || hops >= HOP_COUNT_MAX) {
      return symbol;
    }
    int file = scopes.fileOf(symbol);
    int parent = scopes.parent(symbol);
    int scope = parent >= 0 ? parent : VariableTypes.scopeOfFile(file);
    int type = declaredType(file, parent, variables.type(scope, scopes.symbols.name(symbol)));
    return type == Scopes.NONE ? symbol : type;
  }

  private static boolean isPlace(SymbolKind kind) {
    return kind.isType() || kind.isCallable() || kind == SymbolKind.NAMESPACE;
  }

  /** The type of what a call gives: of a type the type itself, of a function what it says. */
  private int result(int callee) {
    if (callee < 0 || scopes.kind(callee).isType()) {
      return callee;
    }
    if (scopes.kind(callee) == SymbolKind.CONSTRUCTOR) {
      return scopes.enclosingType(callee);
    }
    int type = variables.returned(callee);
    if (type == VariableTypes.NOTHING || ++hops > HOP_COUNT_MAX) {
      return Scopes.NONE;
    }
    String word = scopes.names.name(type);
    if (word.equals("Self")
        || word.equals("self")
        || word.equals("this")
        || word.equals("static")) {
      return scopes.enclosingType(callee);
    }
    return declaredType(scopes.fileOf(callee), callee, type);
  }

  /** The type of a local variable, a parameter or a field in sight. */
  private int variable(int file, int enclosing, int name) {
    boolean members = scopes.rules(file).sees(Sight.MEMBERS);
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
      if (!type && variables.type(at, name) != LongIntMap.ABSENT) {
        return Scopes.NONE; // it hides what is further out, of whatever type it is
      }
    }
    int scope = VariableTypes.scopeOfFile(file);
    return declaredType(file, -1, variables.type(scope, name));
  }

  private int declaredType(int file, int enclosing, int typeName) {
    if (typeName == LongIntMap.ABSENT || ++hops > HOP_COUNT_MAX) {
      return Scopes.NONE;
    }
    if (typeName == VariableTypes.CONFLICT) {
      return Scopes.SEVERAL;
    }
    String words = scopes.names.name(typeName);
    if (words.endsWith(VariableBinder.LIST)) {
      return element(file, enclosing, words.substring(0, words.length() - 2));
    }
    if (words.endsWith("()")) {
      return value(file, enclosing, words);
    }
    if (words.indexOf('.') >= 0) {
      int found = value(file, enclosing, words);
      return found == Scopes.NONE ? EXTERNAL : found;
    }
    int found = names.bare(file, enclosing, typeName, Wanted.TYPE);
    return found == Scopes.NONE ? EXTERNAL : found;
  }

  /** An element of a list that a variable holds; a list's own members are not ours. */
  private int element(int file, int enclosing, String list) {
    int name = scopes.names.find(list);
    int type = name < 0 ? LongIntMap.ABSENT : typeNear(file, enclosing, name);
    String words = type < 0 ? "" : scopes.names.name(type);
    if (words.endsWith("()") && words.indexOf('.') < 0) {
      int function = scopes.names.find(words.substring(0, words.length() - 2));
      int callee = function < 0 ? Scopes.NONE : names.bare(file, enclosing, function, Wanted.CALL);
      int returned = callee < 0 ? VariableTypes.NOTHING : variables.returned(callee);
      words = returned < 0 ? "" : scopes.names.name(returned);
      return words.endsWith(VariableBinder.LIST)
          ? named(scopes.fileOf(callee), callee, words)
          : Scopes.NONE;
    }
    return words.endsWith(VariableBinder.LIST) ? named(file, enclosing, words) : Scopes.NONE;
  }

  private int named(int file, int enclosing, String list) {
    int type = scopes.names.find(list.substring(0, list.length() - 2));
    return type < 0 ? EXTERNAL : names.bare(file, enclosing, type, Wanted.TYPE);
  }

  private int typeNear(int file, int enclosing, int name) {
    for (int at = enclosing; at >= 0; at = scopes.parent(at)) {
      int type = variables.type(at, name);
      if (type != LongIntMap.ABSENT) {
        return type;
      }
    }
    return variables.type(VariableTypes.scopeOfFile(file), name);
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

  private int step(int file, int at, String part) {
    boolean call = part.endsWith("()");
    int name = scopes.names.find(call ? part.substring(0, part.length() - 2) : part);
    int from = ImportResolver.fileOf(at);
    if (call && from < 0 && TRANSPARENT_CALLS.contains(part) && isRust(file)) {
      return at;
    }
    if (name < 0) {
      return from >= 0 ? EXTERNAL : Scopes.NONE;
    }
    Wanted wanted = call ? Wanted.CALL : Wanted.ANY;
    if (from >= 0) {
      int found = inFile(from, name, wanted);
      return found == ImportResolver.OUTSIDE ? EXTERNAL : call ? result(found) : valueOf(found);
    }
    if (scopes.kind(at) == SymbolKind.NAMESPACE) {
      int found = inNamespace(at, name, wanted);
      return call ? result(found) : valueOf(found);
    }
    if (!scopes.kind(at).isType()) {
      int found = scopes.member(at, name, wanted);
      return call ? result(found) : valueOf(found);
    }
    if (call) {
      return result(types.member(at, name, Wanted.CALL));
    }
    int field = fieldType(at, name);
    return field != Scopes.NONE ? field : valueOf(types.member(at, name, Wanted.TYPE));
  }

  private boolean isRust(int file) {
    return scopes.rules(file).imports() == ImportStyle.RUST_PATH;
  }
}
