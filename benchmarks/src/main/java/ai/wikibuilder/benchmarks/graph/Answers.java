package ai.wikibuilder.benchmarks.graph;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a graph says about places. */
final class Answers {
  private final CodeGraph graph;
  private final Map<String, List<Integer>> edgesByPlace = new HashMap<>();

  Answers(CodeGraph graph) {
    this.graph = graph;
    for (int i = 0; i < graph.edgeCount(); i++) {
      GraphEdge edge = graph.edge(i);
      String place = graph.path(edge.sourceFile()) + ":" + edge.line();
      edgesByPlace.computeIfAbsent(place, key -> new ArrayList<>()).add(edge.target());
    }
  }

  static String place(GraphSymbol symbol) {
    return symbol.path() + ":" + symbol.nameLine();
  }

  /** The symbol that a name means on a line, empty when the graph has no edge for it. */
  Optional<GraphSymbol> at(String path, int line, String name) {
    List<Integer> targets = edgesByPlace.getOrDefault(path + ":" + line, List.of());
    for (int target : targets) {
      GraphSymbol symbol = graph.symbol(target);
      String called =
          symbol.kind() == SymbolKind.CONSTRUCTOR && symbol.parent() >= 0
              ? graph.symbol(symbol.parent()).name()
              : symbol.name();
      if (called.equals(name) || symbol.name().equals(name)) {
        return Optional.of(symbol);
      }
    }
    return Optional.empty();
  }

  /** Whether a symbol is what stands at a place, overloads of one type being one. */
  boolean is(GraphSymbol symbol, String expected) {
    if (place(symbol).equals(expected)) {
      return true;
    }
    int colon = expected.lastIndexOf(':');
    int file = colon < 0 ? -1 : graph.file(expected.substring(0, colon));
    if (file < 0 || file != symbol.file()) {
      return false;
    }
    int line = Integer.parseInt(expected.substring(colon + 1));
    for (int other = graph.firstSymbol(file); other < graph.endSymbol(file); other++) {
      if (graph.symbol(other).nameLine() == line
          && graph.qualifiedName(other).equals(graph.qualifiedName(symbol.id()))) {
        return true;
      }
    }
    return false;
  }
}
