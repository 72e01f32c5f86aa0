package ai.wikibuilder.answers;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the functions and types a question names in the very letters of the code. Stateless. */
final class NamedSymbols {
  /** Definitions of one name that are told. */
  private static final int COUNT_MAX = 4;

  private NamedSymbols() {}

  /** Those of the program first, then those that most lines name. */
  static List<GraphSymbol> of(List<String> words, RepositoryNames names, Sidelines sidelines) {
    CodeGraph graph = names.graph();
    Set<Integer> ids = new LinkedHashSet<>();
    words.forEach(word -> ids.addAll(names.symbols(word)));
    List<GraphSymbol> symbols = new ArrayList<>();
    for (int id : ids) {
      GraphSymbol symbol = graph.symbol(id);
      if (symbol.kind().isCallable() || symbol.kind().isType()) {
        symbols.add(symbol);
      }
    }
    symbols.sort(
        Comparator.comparing((GraphSymbol one) -> sidelines.isBeside(one.file()))
            .thenComparingInt(one -> -graph.incomingCount(one.id()))
            .thenComparingInt(GraphSymbol::id));
    return symbols.subList(0, Math.min(COUNT_MAX, symbols.size()));
  }
}
