package ai.wikibuilder.graph;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.columns.IntColumn;
import ai.wikibuilder.graph.columns.LongIntMap;
import ai.wikibuilder.graph.columns.VariableTypes;
import ai.wikibuilder.graph.columns.Wanted;
import ai.wikibuilder.graph.languages.EverydayNames;
import ai.wikibuilder.graph.languages.LanguageRules.Sight;
import ai.wikibuilder.graph.languages.LineClues;
import ai.wikibuilder.graph.modules.FileRole;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns references into edges, in this order: the file's own scopes, imports, the same package or
 * folder, the declared type of the receiver, and last a name that the repository has only once.
 * What several symbols may mean becomes no edge and is counted.
 */
final class Resolver {
  /** More symbols of one name than this are not compared by inheritance. */
  private static final int CANDIDATE_COUNT_MAX = 24;

  /** Languages in which what stands before a dot may be a file with functions. */
  private static final Set<String> FREE_FUNCTIONS_ON_RECEIVERS =
      Set.of("python", "javascript", "typescript", "tsx", "jsx", "lua", "haskell", "php");

  private final Scopes scopes;
  private final ReferenceTable references;
  private final TypeHierarchy types;
  private final NameResolver names;
  private final ReceiverResolver receivers;
  private final EdgeTable edges = new EdgeTable();
  private final LongIntMap byNameCache = new LongIntMap();
  private final LongIntMap memberByNameCache = new LongIntMap();
  private final IntColumn ambiguousLines = new IntColumn();
  private final IntColumn ambiguousNames = new IntColumn();
  private final IntColumn ambiguousCounts = new IntColumn();
  private final IntColumn ambiguousFiles = new IntColumn();
  private final boolean[] tests;
  private final BitSet everyday = new BitSet();
  private final int expression;

  Resolver(
      Scopes scopes, ImportResolver imports, ReferenceTable references, VariableTypes variables) {
    this.scopes = scopes;
    this.references = references;
    this.types = new TypeHierarchy(scopes);
    this.names = new NameResolver(scopes, imports, types);
    this.receivers = new ReceiverResolver(names, imports, types, variables);
    this.expression = scopes.names.find(LineClues.EXPRESSION);
    this.tests = new boolean[scopes.files.size()];
    for (int file = 0; file < tests.length; file++) {
      tests[file] = scopes.files.role(file, scopes.symbols) == FileRole.TEST;
    }
    for (String member : EverydayNames.all()) {
      if (scopes.names.find(member) >= 0) {
        everyday.set(scopes.names.find(member));
      }
    }
  }

  void resolve() {
    eachReference(true);
    types.complete();
    eachReference(false);
    edges.seal(scopes.symbols.size());
  }

  EdgeTable edges() {
    return edges;
  }

  private void eachReference(boolean inheritanceOnly) {
    for (int file = 0; file < scopes.files.size(); file++) {
      int end = scopes.files.firstReference(file + 1);
      for (int i = scopes.files.firstReference(file); i < end; i++) {
        if (!inheritanceOnly) {
          resolve(file, i);
        } else if (references.kind(i) == ReferenceKind.INHERIT) {
          inherit(file, i);
        }
      }
    }
  }

  private void inherit(int file, int reference) {
    int type = scopes.enclosingType(references.enclosing(reference));
    int found = lookUp(file, reference, Wanted.SUPERTYPE);
    if (type >= 0 && found >= 0 && found != type) {
      types.add(type, found);
    }
  }

  private int lookUp(int file, int reference, Wanted wanted) {
    int qualifier = references.qualifier(reference);
    int enclosing = references.enclosing(reference);
    int name = references.name(reference);
    if (qualifier == expression) {
      return Scopes.NONE;
    }
    return scopes.names.name(qualifier).isEmpty()
        ? names.bare(file, enclosing, name, wanted)
        : receivers.qualified(file, reference, wanted);
  }

  private void resolve(int file, int reference) {
    ReferenceKind kind = references.kind(reference);
    int found = lookUp(file, reference, wanted(file, kind));
    if (found >= 0) {
      addEdge(file, reference, found, Certainty.EXACT);
    } else if (found == Scopes.SEVERAL && kind != ReferenceKind.CALL) {
      addAmbiguity(file, reference, 2);
    } else if ((found == Scopes.NONE || found == Scopes.SEVERAL) && mayGoByName(file, reference)) {
      resolveByName(file, reference);
    }
  }

  private Wanted wanted(int file, ReferenceKind kind) {
    return switch (kind) {
      case CALL -> scopes.files.language(file).equals("java") ? Wanted.STRICT_CALL : Wanted.CALL;
      case TYPE -> Wanted.TYPE;
      case INHERIT -> Wanted.SUPERTYPE;
      case ANNOTATION -> Wanted.ANNOTATION;
    };
  }

  private boolean mayGoByName(int file, int reference) {
    boolean bare = scopes.names.name(references.qualifier(reference)).isEmpty();
    if (bare) {
      return scopes.rules(file).sees(Sight.ONLY_ONE);
    }
    return references.kind(reference) == ReferenceKind.CALL;
  }

  private void resolveByName(int file, int reference) {
    int name = references.name(reference);
    if (everyday.get(name)) {
      return;
    }
    boolean bare = scopes.names.name(references.qualifier(reference)).isEmpty();
    int family = scopes.family(file);
    boolean free = bare || FREE_FUNCTIONS_ON_RECEIVERS.contains(scopes.files.language(file));
    LongIntMap cache = free ? byNameCache : memberByNameCache;
    int answer = cache.get(family, name);
    if (answer == LongIntMap.ABSENT) {
      answer = onlyOneNamed(family, name, free);
      cache.put(family, name, answer);
    }
    if (answer >= 0) {
      if (bare || isCompound(scopes.names.name(name))) {
        addEdge(file, reference, answer, Certainty.BY_NAME);
      }
    } else if (answer < Scopes.NONE) {
      addAmbiguity(file, reference, -answer);
    }
  }

  /** A name of one word is used by libraries as well; of several words it is somebody's own. */
  private static boolean isCompound(String name) {
    for (int i = 1; i < name.length(); i++) {
      char before = name.charAt(i - 1);
      char c = name.charAt(i);
      if ((c == '_' && before != '_' && i < name.length() - 1)
          || (Character.isUpperCase(c) && Character.isLowerCase(before))) {
        return true;
      }
    }
    return false;
  }

  /** The symbol, {@link Scopes#NONE} for none, or the negative number of candidates from -2 on. */
  private int onlyOneNamed(int family, int name, boolean free) {
    List<Integer> found = new ArrayList<>();
    Set<Integer> owners = new HashSet<>();
    for (int i = scopes.firstOfName(name); i < scopes.endOfName(name); i++) {
      int symbol = scopes.ofName(i);
      int file = scopes.fileOf(symbol);
      if (!tests[file]
          && scopes.family(file) == family
          && scopes.kind(symbol).isCallable()
          && (free || scopes.kind(symbol) != SymbolKind.FUNCTION)
          && owners.add(scopes.parent(symbol) >= 0 ? scopes.parent(symbol) : -2 - symbol)) {
        found.add(symbol);
      }
    }
    if (found.size() > 1 && found.size() <= CANDIDATE_COUNT_MAX) {
      found.removeIf(symbol -> types.isBelowAny(scopes.parent(symbol), owners));
    }
    return found.isEmpty() ? Scopes.NONE : found.size() == 1 ? found.getFirst() : -found.size();
  }

  private void addEdge(int file, int reference, int found, Certainty certainty) {
    int target = scopes.face(found);
    int enclosing = references.enclosing(reference);
    if (enclosing == target) {
      return;
    }
    int source = enclosing >= 0 ? enclosing : ~file;
    int traits = EdgeTable.traits(references.kind(reference), certainty);
    edges.add(source, target, references.line(reference), traits);
  }

  private void addAmbiguity(int file, int reference, int count) {
    ambiguousFiles.add(file);
    ambiguousLines.add(references.line(reference));
    ambiguousNames.add(references.name(reference));
    ambiguousCounts.add(count);
  }

  int ambiguityCount() {
    return ambiguousFiles.size();
  }

  Ambiguity ambiguity(int index) {
    return new Ambiguity(
        ambiguousFiles.get(index),
        ambiguousLines.get(index),
        scopes.names.name(ambiguousNames.get(index)),
        ambiguousCounts.get(index));
  }
}
