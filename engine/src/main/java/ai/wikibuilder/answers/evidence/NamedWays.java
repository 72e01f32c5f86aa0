package ai.wikibuilder.answers.evidence;

import ai.wikibuilder.answers.Question;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the calls that join functions a question names: the shortest way from each to each other,
 * where there is one. Stateless.
 */
final class NamedWays {
  /** Functions of one name that are tried; a name borne by more says too little. */
  private static final int SAME_NAME_COUNT_MAX = 8;

  /** Names of a question that are looked at. */
  private static final int NAME_COUNT_MAX = 4;

  /** Functions visited on the way from one. */
  private static final int VISIT_COUNT_MAX = 20_000;

  private NamedWays() {}

  /** Functions on the ways, each once, in the order they are called. */
  static List<GraphSymbol> of(String question, RepositoryNames names) {
    List<List<Integer>> named = new ArrayList<>();
    for (String word : Question.of(question).words()) {
      List<Integer> symbols =
          names.symbols(word).stream()
              .filter(id -> names.graph().symbol(id).kind().isCallable())
              .toList();
      if (!symbols.isEmpty()
          && symbols.size() <= SAME_NAME_COUNT_MAX
          && named.size() < NAME_COUNT_MAX) {
        named.add(symbols);
      }
    }
    Set<Integer> all = new LinkedHashSet<>();
    for (List<Integer> from : named) {
      for (List<Integer> to : named) {
        if (!from.equals(to)) {
          from.forEach(one -> all.addAll(way(one, Set.copyOf(to), names)));
        }
      }
    }
    return all.stream().map(names.graph()::symbol).toList();
  }

  /** The shortest way of calls from one function to any of some; empty when there is none. */
  private static List<Integer> way(int from, Set<Integer> goals, RepositoryNames names) {
    Map<Integer, Integer> before = new HashMap<>();
    before.put(from, -1);
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && before.size() < VISIT_COUNT_MAX) {
      int at = open.remove();
      for (int next : calls(at, names)) {
        if (before.putIfAbsent(next, at) == null) {
          if (goals.contains(next)) {
            return back(next, before);
          }
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<Integer> calls(int symbol, RepositoryNames names) {
    CodeGraph graph = names.graph();
    GraphSymbol from = graph.symbol(symbol);
    List<Integer> targets = new ArrayList<>();
    for (GraphEdge edge : names.edges(from.file(), from.startLine(), from.endLine())) {
      if (edge.kind() == ReferenceKind.CALL && edge.source() == symbol) {
        targets.add(edge.target());
      }
    }
    return targets;
  }

  private static List<Integer> back(int goal, Map<Integer, Integer> before) {
    List<Integer> way = new ArrayList<>();
    for (int at = goal; at >= 0; at = before.getOrDefault(at, -1)) {
      way.addFirst(at);
    }
    return way;
  }
}
