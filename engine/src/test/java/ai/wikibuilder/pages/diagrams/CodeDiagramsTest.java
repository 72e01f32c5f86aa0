package ai.wikibuilder.pages.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Class diagrams and sequences, over a small invented post office. */
class CodeDiagramsTest {
  private static final Catalogue ENGLISH = new Catalogue("en");

  private final TestRepository repository =
      new TestRepository()
          .file(
              "src/main/java/post/Counter.java",
              """
              package post;
              class Counter {
                private Sorter sorter;
                private Ledger ledger;
                public void take(Letter letter) {
                  check(letter);
                  ledger.note(letter);
                }
                private void check(Letter letter) {
                  sorter.sort(letter);
                }
              }
              """)
          .file("src/main/java/post/Letter.java", "package post;\nclass Letter {\n}\n")
          .file(
              "src/main/java/post/Ledger.java",
              """
              package post;
              class Ledger {
                public void note(Letter letter) {
                }
              }
              """)
          .file(
              "src/main/java/post/Sorter.java",
              """
              package post;
              class Sorter extends Machine {
                private Ledger ledger;
                public void sort(Letter letter) {
                  ledger.note(letter);
                }
              }
              """)
          .file("src/main/java/post/Machine.java", "package post;\nclass Machine {\n}\n");

  private final CodeGraph graph = repository.graph();

  private int symbol(String name) {
    return symbol(graph, name);
  }

  private static int symbol(CodeGraph graph, String name) {
    for (int id = 0; id < graph.symbolCount(); id++) {
      if (graph.qualifiedName(id).equals(name)) {
        return id;
      }
    }
    throw new AssertionError("no symbol " + name);
  }

  /** Arrows as {@code From label To}. */
  private static List<String> arrows(Diagram diagram) {
    Map<String, String> names = new HashMap<>();
    diagram.nodes().forEach(node -> names.put(node.id(), node.label()));
    List<String> arrows = new ArrayList<>();
    for (Diagram.Edge edge : diagram.edges()) {
      arrows.add(names.get(edge.from()) + " " + edge.label() + " " + names.get(edge.to()));
    }
    return arrows;
  }

  @Test
  void aClassDiagramShowsInheritanceAndMentionsWithTheirLines() {
    List<Integer> files = List.of(0, 1, 2, 3, 4);

    Diagram diagram = ClassDiagram.of(graph, files, "post", ENGLISH).orElseThrow();

    assertThat(arrows(diagram))
        .contains("Sorter builds on Machine", "Counter  Sorter", "Counter  Letter");
    assertThat(diagram.edges()).noneMatch(edge -> edge.evidence().isEmpty());
    Diagram.Edge inheritance = diagram.edges().getFirst();
    assertThat(inheritance.evidence())
        .containsExactly(new Evidence("src/main/java/post/Sorter.java", 2, 2));
    assertThat(diagram.nodes()).allMatch(node -> node.evidence().isPresent());
  }

  @Test
  void typesThatKnowNothingOfEachOtherAreNoDiagram() {
    CodeGraph lonely =
        new TestRepository()
            .file("src/main/java/a/A.java", "package a;\nclass A {\n}\n")
            .file("src/main/java/a/B.java", "package a;\nclass B {\n}\n")
            .graph();

    assertThat(ClassDiagram.of(lonely, List.of(0, 1), "a", ENGLISH)).isEmpty();
  }

  @Test
  void aSequenceFollowsCallsInTheOrderOfTheCodeThroughOwnMethods() {
    Diagram diagram =
        new CallSequence(graph, new CommonHelpers(graph), _ -> 0, ENGLISH)
            .of(symbol("Counter.take"), "A letter is taken")
            .orElseThrow();

    assertThat(diagram.kind()).isEqualTo(Diagram.Kind.SEQUENCE);
    assertThat(diagram.nodes())
        .extracting(Diagram.Node::label)
        .containsExactly("Counter", "Sorter", "Ledger");
    assertThat(arrows(diagram))
        .containsExactly("Counter sort() Sorter", "Sorter note() Ledger", "Counter note() Ledger");
    assertThat(diagram.edges().getFirst().evidence())
        .containsExactly(new Evidence("src/main/java/post/Counter.java", 10, 10));
  }

  @Test
  void aFunctionThatCallsNothingElseHasNoSequence() {
    assertThat(
            new CallSequence(graph, new CommonHelpers(graph), _ -> 0, ENGLISH)
                .of(symbol("Ledger.note"), "Noting"))
        .isEmpty();
  }

  /** A drawing of main was full of what allocates and prints, and ended before the server began. */
  @Test
  void ofManyCallsThoseAreDrawnBehindWhichMostStandsAndNoHelper() {
    TestRepository shop = new TestRepository();
    StringBuilder desk = new StringBuilder("package post;\nclass Desk {\n  private Log log;\n");
    for (int i = 0; i < 16; i++) {
      shop.file(
          "src/main/java/post/Part%02d.java".formatted(i),
          "package post;\nclass Part%02d {\n  private Log log;\n".formatted(i)
              + "  public void go() {\n    log.note();\n  }\n}\n");
      desk.append("  private Part%02d part%02d;\n".formatted(i, i));
    }
    desk.append("  public void open() {\n    log.note();\n");
    for (int i = 0; i < 16; i++) {
      desk.append("    part%02d.go();\n".formatted(i));
    }
    CodeGraph many =
        shop.file("src/main/java/post/Desk.java", desk + "  }\n}\n")
            .file(
                "src/main/java/post/Log.java",
                "package post;\nclass Log {\n  public void note() {\n  }\n}\n")
            .graph();
    CommonHelpers helpers = new CommonHelpers(many);

    Diagram diagram =
        new CallSequence(
                many, helpers, id -> many.qualifiedName(id).equals("Part15.go") ? 9 : 1, ENGLISH)
            .of(symbol(many, "Desk.open"), "A desk opens")
            .orElseThrow();

    assertThat(helpers.contains(symbol(many, "Log.note"))).isTrue();
    assertThat(helpers.contains(symbol(many, "Part15.go"))).isFalse();
    assertThat(arrows(diagram)).contains("Desk go() Part15").noneMatch(one -> one.contains("note"));
    assertThat(diagram.inWords().toString()).contains("ten further calls");
    assertThat(diagram.inWords())
        .extracting(Texts::plain)
        .as("told so that no two drawings say the same")
        .anyMatch(one -> one.startsWith("On the way from Desk.open calls of Log.note are not"));
  }
}
