package ai.wikibuilder.benchmarks.graph;

import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Draws emitted edges and call sites of a repository. What the graph says stands behind each as the
 * expected value, for a person to confirm or to correct; the source lines stand in comments.
 */
final class LabelDraw {
  private final Checkout checkout;
  private final CodeGraph graph;
  private final Answers answers;
  private final String language;

  LabelDraw(Checkout checkout, String language) {
    this.checkout = checkout;
    this.graph = checkout.graph();
    this.answers = new Answers(graph);
    this.language = language;
  }

  private boolean takes(String path) {
    String found = checkout.file(path).facts().language();
    return found.startsWith(language) || (language.equals("typescript") && found.equals("tsx"));
  }

  List<String> draw(long seed, int countEach) {
    List<String> rows = new ArrayList<>();
    rows.add("# seed " + seed + ", " + countEach + " edges and " + countEach + " call sites");
    Random random = new Random(seed);
    List<Integer> edges = new ArrayList<>();
    for (int i = 0; i < graph.edgeCount(); i++) {
      if (takes(graph.path(graph.edge(i).sourceFile()))) {
        edges.add(i);
      }
    }
    Collections.shuffle(edges, random);
    for (int edge : edges.subList(0, Math.min(countEach, edges.size()))) {
      addEdge(rows, graph.edge(edge));
    }
    List<Label> calls = calls();
    Collections.shuffle(calls, random);
    for (Label call : calls.subList(0, Math.min(countEach, calls.size()))) {
      addRow(rows, call, call.expected());
    }
    return rows;
  }

  private void addEdge(List<String> rows, GraphEdge edge) {
    GraphSymbol target = graph.symbol(edge.target());
    String place = Answers.place(target);
    addRow(
        rows,
        new Label(
            checkout.name,
            checkout.commit,
            Label.Drawn.EDGE,
            graph.path(edge.sourceFile()),
            edge.line(),
            target.name(),
            place),
        edge.kind() + " " + edge.certainty() + " " + place);
  }

  private List<Label> calls() {
    List<Label> result = new ArrayList<>();
    checkout
        .files()
        .forEach((path, file) -> {
          if (takes(path)) {
            for (Reference call : file.facts().references()) {
              if (call.kind() == ReferenceKind.CALL) {
                result.add(call(path, call));
              }
            }
          }
        });
    return result;
  }

  private Label call(String path, Reference call) {
    Optional<GraphSymbol> answer = answers.at(path, call.line(), call.name());
    return new Label(
        checkout.name,
        checkout.commit,
        Label.Drawn.CALL,
        path,
        call.line(),
        call.name(),
        answer.map(Answers::place).orElse("?"));
  }

  private void addRow(List<String> rows, Label label, String about) {
    rows.add("#   " + checkout.line(label.file(), label.line()));
    String place = label.expected();
    int colon = place.lastIndexOf(':');
    if (colon > 0) {
      int line = Integer.parseInt(place.substring(colon + 1));
      rows.add("#   > " + about + "  " + checkout.line(place.substring(0, colon), line));
    }
    rows.add(label.toString());
  }
}
