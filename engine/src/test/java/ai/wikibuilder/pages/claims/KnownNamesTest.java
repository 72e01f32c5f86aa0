package ai.wikibuilder.pages.claims;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownNamesTest {
  @TempDir Path natives;

  /** A wiki said that one of its own names is not in the repository. */
  @Test
  void computedAndPrivateNamesOfScriptsAreKnown() {
    CodeGraph graph =
        new TestRepository()
            .file(
                "src/flow.js",
                "class Flow {\n  async *[Symbol.asyncIterator]() {}\n  #seal() {}\n}\n")
            .parsed(natives);
    Set<String> names =
        Set.of("Flow.[Symbol.asyncIterator]", "Flow.#seal", "Flow.[Symbol.iterator]");

    KnownNames known = new KnownNames(graph, names);

    assertThat(names.stream().filter(known::has))
        .containsExactlyInAnyOrder("Flow.[Symbol.asyncIterator]", "Flow.#seal");
  }

  @Test
  void anOperatorOfCppIsAName() {
    CodeGraph graph =
        new TestRepository()
            .file(
                "src/iter.hpp",
                "class Iter {\n public:\n  int* operator->() const { return p; }\n  int* p;\n};\nint operator\"\"_tide(char const* t);\n")
            .parsed(natives);
    Set<String> names =
        Set.of("operator->", "Iter.operator->", "operator<=>", "Other->p", "operator\"\"_tide");

    KnownNames known = new KnownNames(graph, names);

    assertThat(names.stream().filter(known::has))
        .containsExactlyInAnyOrder("operator->", "Iter.operator->", "operator\"\"_tide");
  }

  /** Swift has names that are words of the language elsewhere. */
  @Test
  void aNameInBackticksIsKnown() {
    CodeGraph graph =
        new TestRepository()
            .file(
                "Sources/Tide.swift",
                "public struct Tide {\n  public static func `default`() -> Tide { Tide() }\n}\n")
            .parsed(natives);
    Set<String> names = Set.of("Tide.`default`", "Tide.`other`");

    KnownNames known = new KnownNames(graph, names);

    assertThat(names.stream().filter(known::has)).containsExactly("Tide.`default`");
  }
}
