package ai.wikibuilder.graph;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.columns.Wanted;
import java.util.ArrayDeque;
import java.util.BitSet;

/**
 * Names that a file sees because it reads other files in place, and the bodies of functions that
 * those only announce. Keeps the files seen by the file asked about last.
 */
final class IncludedNames {
  /** Files read in place by one file, through others included; more are not looked into. */
  private static final int FILE_COUNT_MAX = 400;

  /** A name that more symbols have is not looked for by inclusion. */
  private static final int CANDIDATE_COUNT_MAX = 400;

  private final Scopes scopes;
  private final ImportResolver imports;
  private BitSet seen = new BitSet();
  private int seenBy = -1;

  IncludedNames(Scopes scopes, ImportResolver imports) {
    this.scopes = scopes;
    this.imports = imports;
  }

  /**
   * A top-level symbol of a file that is read in place, {@link Scopes#SEVERAL} when several are.
   */
  int find(int file, int name, Wanted wanted) {
    int first = scopes.firstOfName(name);
    int end = scopes.endOfName(name);
    if (first == end || end - first > CANDIDATE_COUNT_MAX) {
      return Scopes.NONE;
    }
    see(file);
    int found = Scopes.NONE;
    for (int i = first; i < end; i++) {
      int symbol = scopes.ofName(i);
      int place = scopes.fileOf(symbol);
      if (place != file && seen.get(place) && scopes.topLevel(place, name, wanted) == symbol) {
        int body = definition(symbol);
        found = found == Scopes.NONE || found == body ? body : Scopes.SEVERAL;
      }
    }
    return found;
  }

  private void see(int file) {
    if (seenBy == file) {
      return;
    }
    seenBy = file;
    seen = new BitSet();
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(file);
    int count = 0;
    while (!open.isEmpty() && count++ < FILE_COUNT_MAX) {
      int next = open.removeFirst();
      int end = scopes.files.firstImport(next + 1);
      for (int i = scopes.files.firstImport(next); i < end; i++) {
        int other = ImportResolver.fileOf(imports.target(i));
        if (other >= 0 && !seen.get(other)) {
          seen.set(other);
          open.add(other);
        }
      }
    }
  }

  /** The only body of a function that has none at its place; the symbol itself otherwise. */
  int definition(int symbol) {
    if (symbol < 0 || scopes.symbols.hasBody(symbol)) {
      return symbol;
    }
    int parent = scopes.parent(symbol);
    int name = scopes.symbols.name(symbol);
    int found = symbol;
    int count = 0;
    for (int i = scopes.firstOfName(name); i < scopes.endOfName(name); i++) {
      int other = scopes.ofName(i);
      if (isBodyOf(other, parent)) {
        boolean beside = stem(other).equals(stem(symbol));
        if (beside) {
          return other;
        }
        found = other;
        count++;
      }
    }
    return count == 1 ? found : symbol;
  }

  private boolean isBodyOf(int other, int parent) {
    if (!scopes.kind(other).isCallable() || !scopes.symbols.hasBody(other)) {
      return false;
    }
    int around = scopes.parent(other);
    boolean free = around < 0 || scopes.kind(around) == SymbolKind.NAMESPACE;
    boolean announcedFree = parent < 0 || scopes.kind(parent) == SymbolKind.NAMESPACE;
    return free == announcedFree
        && (free || around == parent)
        && scopes.symbols.visibility(other) != Visibility.PRIVATE;
  }

  private String stem(int symbol) {
    String path = scopes.files.path(scopes.fileOf(symbol));
    String last = path.substring(path.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot < 0 ? last : last.substring(0, dot);
  }

  /** The type or the function that an import means, where both have its name. */
  int likeWanted(int target, Wanted wanted) {
    if (target < 0 || wanted == Wanted.ANY || scopes.parent(target) >= 0) {
      return target;
    }
    int better = scopes.topLevel(scopes.fileOf(target), scopes.symbols.name(target), wanted);
    return better >= 0 ? better : target;
  }
}
