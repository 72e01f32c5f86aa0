package ai.wikibuilder.graph;

import ai.wikibuilder.graph.columns.Wanted;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Supertypes inside the repository, and the members types have through them. */
final class TypeHierarchy {
  /** Supertypes visited for one question; deeper trees are cut, cycles end. */
  private static final int VISIT_COUNT_MAX = 64;

  private static final int[] NOTHING = {};

  private final Scopes scopes;
  private final int[][] aboveByType;
  private boolean complete;
  private final BitSet known = new BitSet();
  private final Map<Integer, Set<Integer>> supertypes = new HashMap<>();

  TypeHierarchy(Scopes scopes) {
    this.scopes = scopes;
    this.aboveByType = new int[scopes.symbols.size()][];
  }

  Scopes scopes() {
    return scopes;
  }

  void add(int type, int supertype) {
    supertypes.computeIfAbsent(type, key -> new java.util.LinkedHashSet<>()).add(supertype);
  }

  /** Nothing is added from here on; answers are kept. */
  void complete() {
    complete = true;
  }

  /** The nearest member of that name, the type's own first, or {@link Scopes#NONE}. */
  int member(int type, int name, Wanted wanted) {
    int own = scopes.member(type, name, wanted);
    return own >= 0 ? own : inherited(type, name, wanted);
  }

  /** A member of that name that the type has from a supertype, or {@link Scopes#NONE}. */
  int inherited(int type, int name, Wanted wanted) {
    for (int above : above(type)) {
      int found = scopes.member(above, name, wanted);
      if (found >= 0) {
        return found;
      }
    }
    return Scopes.NONE;
  }

  /** All known supertypes, nearest first, without the type itself; none for no type at all. */
  int[] above(int type) {
    if (type < 0) {
      return NOTHING;
    }
    if (!complete) {
      return walk(type);
    }
    if (!known.get(type)) {
      known.set(type);
      aboveByType[type] = supertypes.containsKey(type) ? walk(type) : NOTHING;
    }
    return aboveByType[type];
  }

  private int[] walk(int type) {
    Set<Integer> seen = new java.util.LinkedHashSet<>();
    ArrayDeque<Integer> open = new ArrayDeque<>(supertypes.getOrDefault(type, Set.of()));
    while (!open.isEmpty() && seen.size() < VISIT_COUNT_MAX) {
      int next = open.removeFirst();
      if (next != type && seen.add(next)) {
        open.addAll(supertypes.getOrDefault(next, Set.of()));
      }
    }
    return seen.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether one of the given types is above a type. */
  boolean isBelowAny(int type, Set<Integer> others) {
    for (int above : above(type)) {
      if (others.contains(above)) {
        return true;
      }
    }
    return false;
  }
}
