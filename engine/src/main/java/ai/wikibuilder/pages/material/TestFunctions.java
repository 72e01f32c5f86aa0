package ai.wikibuilder.pages.material;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import java.util.Locale;

/** Counts functions that look like tests by the usual marks of their names. */
public final class TestFunctions {
  private TestFunctions() {}

  /** Those of one file. */
  public static int count(CodeGraph graph, int file) {
    int count = 0;
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol symbol = graph.symbol(id);
      String name = symbol.name().toLowerCase(Locale.ROOT);
      String owner = symbol.parent() < 0 ? "" : graph.symbol(symbol.parent()).name();
      boolean inTestType = owner.endsWith("Test") || owner.endsWith("Tests");
      count += symbol.kind().isCallable() && (name.startsWith("test") || inTestType) ? 1 : 0;
    }
    return count;
  }
}
