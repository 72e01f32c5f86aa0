package ai.wikibuilder.benchmarks.graph;

import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Draws emitted edges, call sites and imports of a repository for a person to judge. Call sites and
 * imports come with no answer. A call whose name no symbol of the repository has leads outside for
 * sure and is not drawn. Source lines and the definitions of the name stand in comments.
 */
final class LabelDraw {
  /** Definitions of one name that are shown. */
  private static final int DEFINITION_COUNT_MAX = 10;

  /** Lines before the place that are shown: a receiver is often declared there. */
  private static final int LINES_BEFORE = 3;

  private final Checkout checkout;
  private final CodeGraph graph;
  private final String language;
  private final long seed;
  private final TreeMap<String, List<String>> definitions = new TreeMap<>();

  LabelDraw(Checkout checkout, String language, long seed) {
    this.checkout = checkout;
    this.graph = checkout.graph();
    this.language = language;
    this.seed = seed;
    for (int id = 0; id < graph.symbolCount(); id++) {
      GraphSymbol symbol = graph.symbol(id);
      String line = checkout.line(symbol.path(), symbol.nameLine());
      definitions
          .computeIfAbsent(symbol.name(), name -> new ArrayList<>())
          .add(Answers.place(symbol) + "  " + graph.qualifiedName(id) + "  " + line);
    }
  }

  private boolean takes(String path) {
    String found = checkout.file(path).facts().language();
    return found.equals(language) || (language.equals("typescript") && found.equals("tsx"));
  }

  List<String> draw(int countEach) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
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
    for (List<Label> labels : List.of(calls(), imports())) {
      Collections.shuffle(labels, random);
      for (Label label : labels.subList(0, Math.min(countEach, labels.size()))) {
        addContext(rows, label);
        rows.add(label.toString());
      }
    }
    return rows;
  }

  private void addEdge(List<String> rows, GraphEdge edge) {
    GraphSymbol target = graph.symbol(edge.target());
    String path = graph.path(edge.sourceFile());
    Label label = label(Label.Drawn.EDGE, path, edge.line(), target.name());
    addContext(rows, label);
    rows.add("#   " + edge.kind() + " " + edge.certainty() + " -> " + Answers.place(target));
    rows.add(label.toString());
  }

  private Label label(Label.Drawn drawn, String path, int line, String name) {
    return new Label(checkout.name, checkout.commit, language, seed, drawn, path, line, name, "?");
  }

  private List<Label> calls() {
    List<Label> result = new ArrayList<>();
    checkout
        .files()
        .forEach((path, file) -> {
          if (takes(path)) {
            for (Reference call : file.facts().references()) {
              if (call.kind() == ReferenceKind.CALL && definitions.containsKey(call.name())) {
                result.add(label(Label.Drawn.CALL, path, call.line(), call.name()));
              }
            }
          }
        });
    return result;
  }

  private List<Label> imports() {
    List<Label> result = new ArrayList<>();
    checkout
        .files()
        .keySet()
        .forEach(path -> {
          if (takes(path)) {
            for (CodeGraph.Import fact : graph.imports(graph.file(path))) {
              result.add(label(Label.Drawn.IMPORT, path, fact.line(), Answers.name(fact)));
            }
          }
        });
    return result;
  }

  private void addContext(List<String> rows, Label label) {
    rows.add("# " + label.file() + ":" + label.line());
    for (int line = Math.max(1, label.line() - LINES_BEFORE); line <= label.line(); line++) {
      rows.add("#   " + checkout.line(label.file(), line));
    }
    definitions.getOrDefault(label.name(), List.of()).stream()
        .limit(DEFINITION_COUNT_MAX)
        .forEach(place -> rows.add("#   = " + place));
  }
}
