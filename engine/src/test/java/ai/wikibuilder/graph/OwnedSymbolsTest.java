package ai.wikibuilder.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.source.SourceSpan;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Definitions that stand outside their type, as Go, Rust and C++ write them. */
class OwnedSymbolsTest {
  private final CodeGraphBuilder builder = new CodeGraphBuilder();

  @Test
  void aMethodBesideItsTypeIsAMemberOfIt() {
    file("a/x.go", "go", method("Run", "Server"), type("Server", ""));

    assertThat(names()).containsExactly("Server.Run", "Server");
  }

  @Test
  void aMethodInAnotherFileOfTheFolderIsAMemberToo() {
    file("a/run.go", "go", method("Run", "Server"));
    file("a/server.go", "go", type("Server", ""));
    file("b/server.go", "go", type("Server", ""), type("Other", ""));

    assertThat(names()).containsExactly("Server.Run", "Server", "Server", "Other");
  }

  @Test
  void aTypeOfAnotherGoPackageIsNotMeant() {
    file("a/run.go", "go", method("Run", "Server"));
    file("b/server.go", "go", type("Server", ""));

    assertThat(names()).containsExactly("Run", "Server");
  }

  @Test
  void rustFindsTheOnlyTypeOfTheRepositoryButNoneOfTwo() {
    file("a/one.rs", "rust", method("run", "Server"), method("stop", "Twice"));
    file("b/server.rs", "rust", type("Server", ""), type("Twice", ""));
    file("c/twice.rs", "rust", type("Twice", ""));

    assertThat(names()).containsExactly("Server.run", "stop", "Server", "Twice", "Twice");
  }

  @Test
  void aQualifiedOwnerLeadsToTheInnerType() {
    file("a/x.cpp", "cpp", type("A", ""), inner("B", 0), type("B", ""), method("f", "ns::A::B"));

    assertThat(names()).containsExactly("A", "A.B", "B", "A.B.f");
  }

  @Test
  void typesThatOwnEachOtherEndNowhere() {
    file("a/x.cpp", "cpp", type("A", "B"), type("B", "A"), type("C", "C"));

    assertThat(names()).containsExactly("B.A", "B", "C");
  }

  private List<String> names() {
    CodeGraph graph = builder.build();
    return IntStream.range(0, graph.symbolCount()).mapToObj(graph::qualifiedName).toList();
  }

  private void file(String path, String language, Symbol... symbols) {
    builder.add(
        path,
        SourceText.of("\n"),
        new FileFacts(
            language, FileFacts.Outcome.PARSED, "", List.of(symbols), List.of(), List.of()));
  }

  private static Symbol type(String name, String owner) {
    return symbol(SymbolKind.STRUCT, name, -1, owner);
  }

  private static Symbol inner(String name, int parent) {
    return symbol(SymbolKind.STRUCT, name, parent, "");
  }

  private static Symbol method(String name, String owner) {
    return symbol(SymbolKind.METHOD, name, -1, owner);
  }

  private static Symbol symbol(SymbolKind kind, String name, int parent, String owner) {
    SourceSpan span = new SourceSpan(0, 1, 1, 1);
    return new Symbol(
        kind, name, parent, owner, span, span, 1, Optional.empty(), Visibility.PUBLIC);
  }
}
