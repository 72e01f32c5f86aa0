package ai.wikibuilder.pages.walks;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.material.Repository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a library of C is there for: the functions of the headers that others include. The library
 * itself hardly calls them, so those come first that its tests and examples call most. For one
 * thread.
 */
public final class HeaderFunctions {
  /** More of them are in the headers for everybody to see. */
  private static final int COUNT_MAX = 400;

  /** Where C and C++ keep the headers that others include. */
  private static final Pattern PUBLIC_HEADER =
      Pattern.compile("(?:.*/)?include/.*\\.(?:h|hh|hpp|hxx)");

  private final Repository repository;
  private final CodeGraph graph;

  /** Lines outside of the product by the name they call, whichever of several they mean. */
  private final Map<String, Integer> lines = new HashMap<>();

  private final Map<String, GraphSymbol> declared = new LinkedHashMap<>();
  private final Map<String, GraphSymbol> longest = new HashMap<>();

  public HeaderFunctions(Repository repository) {
    this.repository = repository;
    this.graph = repository.graph();
    for (int file = 0; file < graph.fileCount(); file++) {
      if (PUBLIC_HEADER.matcher(graph.path(file)).matches() && repository.isMain(file)) {
        functions(file).forEach(symbol -> declared.putIfAbsent(symbol.name(), symbol));
      }
    }
    for (int file = 0; file < graph.fileCount() && !declared.isEmpty(); file++) {
      if (repository.isMain(file)) {
        functions(file).stream()
            .filter(symbol -> declared.containsKey(symbol.name()))
            .forEach(this::count);
      }
    }
  }

  private List<GraphSymbol> functions(int file) {
    List<GraphSymbol> result = new ArrayList<>();
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol symbol = graph.symbol(id);
      if (symbol.kind() == SymbolKind.FUNCTION) {
        result.add(symbol);
      }
    }
    return result;
  }

  private void count(GraphSymbol symbol) {
    Set<Long> found = new HashSet<>();
    for (GraphEdge edge : graph.incoming(symbol.id())) {
      if (!repository.isMain(edge.sourceFile())) {
        found.add((long) edge.sourceFile() << 32 | edge.line());
      }
    }
    lines.merge(symbol.name(), found.size(), Integer::sum);
    if (symbol.endLine() > symbol.startLine()) {
      longest.merge(
          symbol.name(), symbol, (one, other) -> length(other) > length(one) ? other : one);
    }
  }

  private static int length(GraphSymbol symbol) {
    return symbol.endLine() - symbol.startLine();
  }

  /** As the headers declare them; empty when nothing outside of the product calls any. */
  public List<GraphSymbol> mostCalled() {
    return declared.values().stream()
        .filter(symbol -> lineCount(symbol) > 0)
        .sorted(
            Comparator.comparingInt((GraphSymbol symbol) -> -lineCount(symbol))
                .thenComparingInt(GraphSymbol::id))
        .limit(COUNT_MAX)
        .toList();
  }

  /** Lines of tests and examples that name what a header declares. */
  public int lineCount(GraphSymbol function) {
    return lines.getOrDefault(function.name(), 0);
  }

  /** The longest function of the product that a declaration stands for, to be read. */
  public Optional<GraphSymbol> definition(GraphSymbol function) {
    return Optional.ofNullable(longest.get(function.name()));
  }
}
