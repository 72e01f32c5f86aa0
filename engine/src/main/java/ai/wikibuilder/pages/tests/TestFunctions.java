package ai.wikibuilder.pages.tests;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.languages.RustTests;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.source.SourceText;
import java.util.Locale;
import java.util.Optional;

/** Counts functions that are tests: by what is written above them in Rust, by their names else. */
public final class TestFunctions {
  private TestFunctions() {}

  /** Those of one file. */
  public static int count(Repository repository, int file) {
    CodeGraph graph = repository.graph();
    boolean rust = graph.language(file).equals("rust");
    int count = 0;
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol symbol = graph.symbol(id);
      boolean test = rust ? isMarked(repository, symbol) : isNamed(graph, symbol);
      count += symbol.kind().isCallable() && test ? 1 : 0;
    }
    return count;
  }

  /**
   * Whether the name of a function among tests may be that of a test: where it says so itself,
   * those that do not are what tests use.
   */
  public static boolean mayBe(Repository repository, GraphSymbol symbol) {
    boolean rust = repository.graph().language(symbol.file()).equals("rust");
    return symbol.kind().isCallable() && (!rust || isMarked(repository, symbol));
  }

  private static boolean isMarked(Repository repository, GraphSymbol symbol) {
    Optional<SourceText> text =
        repository.graph().isTest(symbol.id()) ? repository.text(symbol.path()) : Optional.empty();
    return text.isPresent()
        && symbol.signatureEnd() <= text.get().byteCount()
        && RustTests.isTest(text.get().slice(symbol.signatureStart(), symbol.signatureEnd()));
  }

  private static boolean isNamed(CodeGraph graph, GraphSymbol symbol) {
    String owner = symbol.parent() < 0 ? "" : graph.symbol(symbol.parent()).name();
    boolean inTestType = owner.endsWith("Test") || owner.endsWith("Tests");
    return inTestType || symbol.name().toLowerCase(Locale.ROOT).startsWith("test");
  }
}
