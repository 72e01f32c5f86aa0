package ai.wikibuilder.pages.prose.checking;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.prose.reading.DiagramRequest;
import ai.wikibuilder.pages.prose.trial.Ground;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Draws of a requested diagram what the code graph proves: arrows without an edge are dropped, and
 * so are boxes nothing leads to. The words beside it are written anew. One thread.
 */
final class DiagramTrial {
  /** Fewer arrows are a sentence, not a picture. */
  private static final int ARROW_COUNT_MIN = 2;

  private static final int EVIDENCE_COUNT_MAX = 4;

  private final Ground ground;
  private final CodeGraph graph;
  private final Map<String, Diagram.Node> nodes = new LinkedHashMap<>();
  private final List<Diagram.Edge> edges = new ArrayList<>();
  private final List<Sentence> words = new ArrayList<>();

  DiagramTrial(ProseChecker.Session session) {
    this.ground = session.ground();
    this.graph = ground.names().graph();
  }

  /** The diagram; empty when too little of it holds. What is left out is added to a list. */
  Optional<Diagram> check(DiagramRequest request, List<String> dropped) {
    Diagram.Kind kind = kind(request.kind());
    for (DiagramRequest.Arrow arrow : request.arrows()) {
      if (!add(arrow, kind)) {
        dropped.add(
            "an arrow without an edge: " + arrow.from() + " → " + arrow.to() + " " + arrow.call());
      }
    }
    return edges.size() < ARROW_COUNT_MIN
        ? Optional.empty()
        : Optional.of(
            new Diagram(kind, request.title(), List.copyOf(nodes.values()), edges, words));
  }

  private static Diagram.Kind kind(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "sequence" -> Diagram.Kind.SEQUENCE;
      case "class", "classes" -> Diagram.Kind.CLASSES;
      default -> Diagram.Kind.MODULE_MAP;
    };
  }

  private boolean add(DiagramRequest.Arrow arrow, Diagram.Kind kind) {
    List<Integer> from = ground.names().symbols(arrow.from());
    List<Integer> to = ground.names().symbols(arrow.to());
    List<Integer> called =
        arrow.call().isEmpty()
            ? List.of()
            : ground.names().symbols(arrow.to() + "." + arrow.call());
    if (from.isEmpty() || to.isEmpty() || (!arrow.call().isEmpty() && called.isEmpty())) {
      return false;
    }
    List<Evidence> proof =
        kind == Diagram.Kind.SEQUENCE || !called.isEmpty()
            ? ground.relations().calls(from, called.isEmpty() ? to : called)
            : ground.relations().uses(from, to);
    if (proof.isEmpty() || nodes.size() + 2 > Diagram.NODE_COUNT_MAX) {
      return false;
    }
    List<Evidence> shown = proof.subList(0, Math.min(EVIDENCE_COUNT_MAX, proof.size()));
    edges.add(new Diagram.Edge(node(from), node(to), arrow.call(), shown));
    String callee = called.isEmpty() ? arrow.to() : arrow.to() + "." + arrow.call();
    words.add(
        new Sentence(
            List.of(
                new Inline.Code(arrow.from()),
                new Inline.Plain(" → "),
                new Inline.Code(callee),
                new Inline.Plain(".")),
            shown));
    return true;
  }

  private String node(List<Integer> symbols) {
    int symbol = symbols.getFirst();
    String name = graph.qualifiedName(symbol);
    return nodes
        .computeIfAbsent(
            name,
            one ->
                new Diagram.Node(
                    "n" + nodes.size(),
                    one,
                    "",
                    Optional.empty(),
                    Optional.of(ground.head(symbol))))
        .id();
  }
}
