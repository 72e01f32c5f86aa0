package ai.wikibuilder.answers;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the functions and types a question names in the very letters of the code. Stateless. */
final class NamedSymbols {
  /** Definitions of one name that are told. */
  private static final int COUNT_MAX = 4;

  /** Words that ask who names something; they are meant as names where no other word is one. */
  private static final Pattern ASKS =
      Pattern.compile(
          "calls?|call(?:ed|ing|ers?)|invok(?:es?|ed|ing)|referenc(?:es?|ed|ing)|usages?",
          Pattern.CASE_INSENSITIVE);

  private NamedSymbols() {}

  /** Those of the program first, then those that most lines name. */
  static List<GraphSymbol> of(List<String> words, RepositoryNames names, Sidelines sidelines) {
    List<String> meant = words.stream().filter(word -> !ASKS.matcher(word).matches()).toList();
    List<GraphSymbol> symbols = called(meant, names, sidelines);
    return symbols.isEmpty() ? called(words, names, sidelines) : symbols;
  }

  private static List<GraphSymbol> called(
      List<String> words, RepositoryNames names, Sidelines sidelines) {
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
