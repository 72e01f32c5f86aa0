package ai.wikibuilder.graph;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.columns.LongIntMap;
import ai.wikibuilder.graph.columns.Names;
import ai.wikibuilder.graph.columns.Wanted;
import ai.wikibuilder.graph.languages.DottedNames;
import ai.wikibuilder.graph.languages.LanguageRules;
import ai.wikibuilder.graph.languages.LanguageRules.Sight;
import ai.wikibuilder.graph.modules.FileRole;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds symbols by where they stand: in a file, a type, a package, a folder, or by name alone. */
final class Scopes {
  /** Nothing has the name. */
  static final int NONE = -1;

  /** Several symbols have the name and nothing tells them apart. */
  static final int SEVERAL = -2;

  /** What stands between the parts of an owner's name in the languages that have such names. */
  private static final Pattern OWNER_DIVIDER = Pattern.compile("::|[.\\\\]");

  final FileTable files;
  final SymbolTable symbols;
  final Names names;
  private final int[] fileOf;
  private final LanguageRules[] rules;
  private final int[] families;
  private final boolean[] own;
  private final int[] folders;
  private final LongIntMap topLevel = new LongIntMap();
  private final LongIntMap members = new LongIntMap();
  private final LongIntMap inPackage = new LongIntMap();
  private final LongIntMap inFolder = new LongIntMap();
  private final Map<Integer, Integer> namespaces = new HashMap<>();
  private final Map<Integer, Integer> parts = new HashMap<>();
  private final Map<Integer, Integer> faces = new HashMap<>();
  private int[] firstByName = new int[0];
  private int[] byName = new int[0];

  Scopes(FileTable files, SymbolTable symbols, Names names) {
    this.files = files;
    this.symbols = symbols;
    this.names = names;
    this.fileOf = new int[symbols.size()];
    this.rules = new LanguageRules[files.size()];
    this.families = new int[files.size()];
    this.folders = new int[files.size()];
    this.own = new boolean[files.size()];
    for (int file = 0; file < files.size(); file++) {
      rules[file] = LanguageRules.of(files.language(file));
      families[file] = LanguageRules.family(files.language(file));
      String path = files.path(file);
      own[file] = files.role(file, symbols) == FileRole.MAIN;
      folders[file] = names.intern(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
      Arrays.fill(fileOf, files.firstSymbol(file), files.firstSymbol(file + 1), file);
    }
    if (symbols.ownedCount() > 0) {
      adopt(new TypePlaces());
    }
    indexPlaces();
    indexNames();
  }

  /** Members that stand outside their type come back to it, before anything is looked up. */
  private void adopt(TypePlaces places) {
    for (int i = 0; i < symbols.ownedCount(); i++) {
      int symbol = symbols.owned(i);
      int type = NONE;
      for (String part : OWNER_DIVIDER.split(names.name(symbols.owner(i)), -1)) {
        int name = names.find(part);
        type = type >= 0 ? places.inside(type, name) : places.near(symbol, name);
      }
      if (type >= 0) {
        symbols.adopt(symbol, type);
      }
    }
  }

  /** The only type of a name in ever wider surroundings. Used while the scopes are built. */
  private final class TypePlaces {
    private final LongIntMap byParent = new LongIntMap();
    private final LongIntMap byFile = new LongIntMap();
    private final LongIntMap byFolder = new LongIntMap();
    private final LongIntMap byPackage = new LongIntMap();
    private final LongIntMap byFamily = new LongIntMap();

    TypePlaces() {
      for (int symbol = 0; symbol < symbols.size(); symbol++) {
        if (!symbols.kind(symbol).isType()) {
          continue;
        }
        int parent = symbols.parent(symbol);
        int name = symbols.name(symbol);
        int file = fileOf[symbol];
        putSingle(byParent, scope(symbol), name, symbol);
        putSingle(byFile, file, name, symbol);
        if (parent < 0 || !symbols.kind(parent).isType()) {
          putSingle(byFolder, folders[file], name, symbol);
          putSingle(byPackage, files.namespace(file), name, symbol);
          putSingle(byFamily, families[file], name, symbol);
        }
      }
    }

    private void putSingle(LongIntMap map, int scope, int name, int symbol) {
      int known = map.get(scope, name);
      if (known == LongIntMap.ABSENT || (known >= 0 && isVariant(known))) {
        map.put(scope, name, known >= 0 && isVariant(symbol) ? known : symbol);
      } else if (!isVariant(symbol)) {
        map.put(scope, name, SEVERAL);
      }
    }

    /** The symbol around it, or a number for the file that no symbol has. */
    private int scope(int symbol) {
      int parent = symbols.parent(symbol);
      return parent >= 0 ? parent : ~fileOf[symbol];
    }

    int inside(int type, int name) {
      return Math.max(NONE, byParent.get(type, name));
    }

    int near(int symbol, int name) {
      int file = fileOf[symbol];
      int found = byParent.get(scope(symbol), name);
      found = found == LongIntMap.ABSENT ? byFile.get(file, name) : found;
      found = found == LongIntMap.ABSENT ? byFolder.get(folders[file], name) : found;
      if (found == LongIntMap.ABSENT && rules[file].sees(Sight.PACKAGE)) {
        found = byPackage.get(files.namespace(file), name);
      }
      if (found == LongIntMap.ABSENT && LanguageRules.ownersAnywhere(files.language(file))) {
        found = byFamily.get(families[file], name);
      }
      return Math.max(NONE, found);
    }
  }

  private void indexPlaces() {
    for (int symbol = 0; symbol < symbols.size(); symbol++) {
      if (symbols.kind(symbol) == SymbolKind.CONSTRUCTOR) {
        continue;
      }
      int parent = symbols.parent(symbol);
      int name = Wanted.key(symbols.name(symbol), symbols.kind(symbol));
      int file = fileOf[symbol];
      if (parent >= 0) {
        putFirst(members, canonical(parent), name, symbol);
      }
      if (parent >= 0 && symbols.kind(parent) != SymbolKind.NAMESPACE) {
        continue;
      }
      putFirst(topLevel, file, name, symbol);
      if (rules[file].sees(Sight.PACKAGE) || rules[file].sees(Sight.OUTER_PACKAGES)) {
        putOnly(inPackage, namespaceAround(symbol), name, symbol);
      }
      if (rules[file].sees(Sight.FOLDER)) {
        putOnly(inFolder, folders[file], name, symbol);
      }
    }
  }

  /** Overloads and redefinitions share the first one's place; what has a body comes first. */
  private void putFirst(LongIntMap map, int scope, int name, int symbol) {
    int known = map.get(scope, name);
    if (known == LongIntMap.ABSENT || (!symbols.hasBody(known) && symbols.hasBody(symbol))) {
      map.put(scope, name, symbol);
    }
  }

  private void putOnly(LongIntMap map, int scope, int name, int symbol) {
    int known = map.get(scope, name);
    if (known == LongIntMap.ABSENT || (known >= 0 && isBetter(symbol, known))) {
      map.put(scope, name, symbol);
    } else if (known >= 0 && fileOf[known] != fileOf[symbol] && !isBetter(known, symbol)) {
      boolean open = rules[fileOf[symbol]].sees(Sight.OPEN_TYPES) && symbols.kind(symbol).isType();
      boolean space = symbols.kind(symbol) == SymbolKind.NAMESPACE || isVariant(known);
      if (open) {
        parts.put(symbol, known);
        if (isNamedAfter(symbol)) {
          faces.put(known, symbol);
        }
      } else if (!space) {
        map.put(scope, name, SEVERAL);
      }
    }
  }

  /** A body is better than its announcement, and the product's own better than a test's. */
  private boolean isBetter(int symbol, int known) {
    boolean product = own[fileOf[symbol]];
    if (product != own[fileOf[known]]) {
      return product;
    }
    if (isVariant(symbol) != isVariant(known)) {
      return isVariant(known);
    }
    return symbols.hasBody(symbol) && !symbols.hasBody(known);
  }

  /** Whether a symbol's file is for another system than usual. */
  private boolean isVariant(int symbol) {
    return files.isVariant(fileOf[symbol]);
  }

  /** The part of a type that stands for all of its parts. */
  int canonical(int type) {
    return parts.isEmpty() ? type : parts.getOrDefault(type, type);
  }

  /** The part of a type that people know: the one in the file of its name. */
  int face(int type) {
    return faces.isEmpty() ? type : faces.getOrDefault(type, type);
  }

  private boolean isNamedAfter(int symbol) {
    String path = files.path(fileOf[symbol]);
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.startsWith(names.name(symbols.name(symbol)) + ".")
        && last.indexOf('.') == last.lastIndexOf('.');
  }

  /** Name id of the namespace a symbol stands in: the blocks around it, else the file's own. */
  int namespaceAround(int symbol) {
    for (int at = symbols.parent(symbol); at >= 0; at = symbols.parent(at)) {
      if (symbols.kind(at) == SymbolKind.NAMESPACE) {
        return namespace(at);
      }
    }
    return files.namespace(fileOf[symbol]);
  }

  /** Name id of the full name of a symbol of kind namespace. */
  int namespace(int symbol) {
    Integer known = namespaces.get(symbol);
    if (known == null) {
      String around = names.name(namespaceAround(symbol));
      String own = DottedNames.of(names.name(symbols.name(symbol)));
      boolean whole = own.contains(".") || around.isEmpty() || opensAnew(symbol);
      known = names.intern(whole ? own : around + "." + own);
      namespaces.put(symbol, known);
    }
    return known;
  }

  /** A block at the top of a file says its full name; the file's own name is its first block's. */
  private boolean opensAnew(int symbol) {
    return symbols.parent(symbol) < 0;
  }

  private void indexNames() {
    firstByName = new int[names.size() + 1];
    for (int symbol = 0; symbol < symbols.size(); symbol++) {
      firstByName[symbols.name(symbol) + 1]++;
    }
    for (int i = 0; i < names.size(); i++) {
      firstByName[i + 1] += firstByName[i];
    }
    int[] next = Arrays.copyOf(firstByName, names.size());
    byName = new int[symbols.size()];
    for (int symbol = 0; symbol < symbols.size(); symbol++) {
      byName[next[symbols.name(symbol)]++] = symbol;
    }
  }

  int fileOf(int symbol) {
    return fileOf[symbol];
  }

  LanguageRules rules(int file) {
    return rules[file];
  }

  int family(int file) {
    return families[file];
  }

  /** A symbol that stands directly in a file, or {@link #NONE}. */
  int topLevel(int file, int name, Wanted wanted) {
    return Math.max(NONE, find(topLevel, file, name, wanted));
  }

  /** A symbol that stands directly in another one, inherited ones not included. */
  int member(int parent, int name, Wanted wanted) {
    return Math.max(NONE, find(members, canonical(parent), name, wanted));
  }

  /** A top-level symbol of a declared package, {@link #SEVERAL} when files disagree. */
  int inPackage(int namespace, int name, Wanted wanted) {
    return find(inPackage, namespace, name, wanted);
  }

  /** A top-level symbol of a file's folder, {@link #SEVERAL} when files disagree. */
  int inFolder(int file, int name, Wanted wanted) {
    return find(inFolder, folders[file], name, wanted);
  }

  private static int find(LongIntMap map, int scope, int name, Wanted wanted) {
    for (int i = 0; i < wanted.groupCount(); i++) {
      int found = map.get(scope, wanted.key(name, i));
      if (found != LongIntMap.ABSENT) {
        return found;
      }
    }
    return NONE;
  }

  /** All symbols of a name, ascending. The caller must not write to the range. */
  int firstOfName(int name) {
    return name + 1 < firstByName.length ? firstByName[name] : 0;
  }

  int endOfName(int name) {
    return name + 1 < firstByName.length ? firstByName[name + 1] : 0;
  }

  /** Where those of a file and the files after it begin: a name may have very many symbols. */
  int firstOfNameFrom(int file, int name) {
    int low = firstOfName(name);
    int high = endOfName(name);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byName[middle] < files.firstSymbol(file)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int ofName(int index) {
    return byName[index];
  }

  /** The innermost type around a symbol, itself included, or {@link #NONE}. */
  int enclosingType(int symbol) {
    int at = symbol;
    while (at >= 0 && !symbols.kind(at).isType()) {
      at = symbols.parent(at);
    }
    return canonical(at);
  }

  int parent(int symbol) {
    return symbols.parent(symbol);
  }

  SymbolKind kind(int symbol) {
    return symbols.kind(symbol);
  }
}
