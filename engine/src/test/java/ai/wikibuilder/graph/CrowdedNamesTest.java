package ai.wikibuilder.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.SymbolKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names that very many symbols have, and types that are above each other. */
@Timeout(60)
class CrowdedNamesTest {
  private static final int CROWD = 10_000;

  @Test
  void aCallThatTenThousandSymbolsMayMeanIsKeptAsAmbiguousAndIsNoEdge() {
    CodeGraphBuilder builder = new CodeGraphBuilder();
    for (int i = 0; i < CROWD; i++) {
      FactsOf file = new FactsOf("java").namespace("p" + i).line("class T" + i + " {");
      file.symbol(SymbolKind.CLASS, "T" + i).line("void sendParcel() {}");
      file.symbol(SymbolKind.METHOD, "sendParcel", 0, "");
      file.line("void go(Object other) { other.sendParcel(); }");
      file.symbol(SymbolKind.METHOD, "go", 0, "").call("other", "sendParcel");
      file.addTo(builder, "src/T%05d.java".formatted(i));
    }

    CodeGraph graph = builder.build();

    assertThat(TestRepository.edges(graph)).isEmpty();
    assertThat(graph.ambiguities()).hasSize(CROWD);
    assertThat(graph.ambiguities().getFirst()).isEqualTo(new Ambiguity(0, 3, "sendParcel", CROWD));
  }

  @Test
  void typesThatInheritFromEachOtherInACircleAreResolvedAndEnd() {
    CodeGraph graph =
        new TestRepository()
            .file(
                "p/A.java", "package p;\nclass A extends B {\n  void a() {\n    lost();\n  }\n}\n")
            .file("p/B.java", "package p;\nclass B extends A {\n  void b() {\n    a();\n  }\n}\n")
            .graph();

    assertThat(TestRepository.edges(graph))
        .isEqualTo(
            List.of(
                "p/A.java:2 -> p/B.java#B",
                "p/B.java:2 -> p/A.java#A",
                "p/B.java:4 -> p/A.java#A.a"));
  }
}
