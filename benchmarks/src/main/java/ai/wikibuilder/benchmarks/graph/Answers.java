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
  private final Map<String, List<GraphEdge>> edgesByPlace = new HashMap<>();

  Answers(CodeGraph graph) {
    this.graph = graph;
    for (int i = 0; i < graph.edgeCount(); i++) {
      GraphEdge edge = graph.edge(i);
      String place = graph.path(edge.sourceFile()) + ":" + edge.line();
      edgesByPlace.computeIfAbsent(place, key -> new ArrayList<>()).add(edge);
    }
  }

  static String place(GraphSymbol symbol) {
    return symbol.path() + ":" + symbol.nameLine();
  }

  /** How a label calls an import. */
  static String name(CodeGraph.Import fact) {
    return fact.name().isEmpty() ? fact.module() : fact.module() + "#" + fact.name();
  }

  /** The edge of a name on a line, empty when the graph has none for it. */
  Optional<GraphEdge> at(String path, int line, String name) {
    for (GraphEdge edge : edgesByPlace.getOrDefault(path + ":" + line, List.of())) {
      GraphSymbol symbol = graph.symbol(edge.target());
      String called =
          symbol.kind() == SymbolKind.CONSTRUCTOR && symbol.parent() >= 0
              ? graph.symbol(symbol.parent()).name()
              : symbol.name();
      if (called.equals(name) || symbol.name().equals(name)) {
        return Optional.of(edge);
      }
    }
    return Optional.empty();
  }

  String target(GraphEdge edge) {
    return place(graph.symbol(edge.target()));
  }

  /** Whether an edge leads to what stands at a place, overloads of one type being one. */
  boolean is(GraphEdge edge, String expected) {
    GraphSymbol symbol = graph.symbol(edge.target());
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

  /** Where an import leads in the words of a label, {@link Label#OUTSIDE} for nowhere. */
  String landing(String path, int line, String name) {
    for (CodeGraph.Import fact : graph.imports(graph.file(path))) {
      if (fact.line() == line && name(fact).equals(name)) {
        return landing(fact);
      }
    }
    return Label.OUTSIDE;
  }

  private String landing(CodeGraph.Import fact) {
    if (fact.symbol() >= 0) {
      return place(graph.symbol(fact.symbol()));
    }
    if (fact.file() >= 0) {
      return graph.path(fact.file());
    }
    return fact.inside() ? Label.INSIDE : Label.OUTSIDE;
  }
}
