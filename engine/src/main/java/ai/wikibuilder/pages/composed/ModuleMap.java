package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.layers.Layering;
import ai.wikibuilder.pages.words.English;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Draws modules and what ties them together, and says the same in words. */
final class ModuleMap {
  /** More arrows than this hide each other. */
  private static final int EDGE_COUNT_MAX = 30;

  /** Dependencies told in words; the arrows carry the rest. */
  private static final int TOLD_COUNT_MAX = 6;

  private final Repository repository;
  private final PageGraph graph;

  ModuleMap(Repository repository, PageGraph graph) {
    this.repository = repository;
    this.graph = graph;
  }

  /** The map, empty when fewer than two modules depend on each other. */
  Optional<Diagram> diagram(Diagram.Kind kind, String title) {
    Set<Integer> shown = shown();
    List<PageGraph.Dependency> drawn = drawn(shown);
    if (shown.size() < 2 || drawn.isEmpty()) {
      return Optional.empty();
    }
    Layering layering = layering();
    List<Diagram.Node> nodes = new ArrayList<>();
    for (int place : shown) {
      nodes.add(node(place, kind == Diagram.Kind.LAYERS ? layering.layerOf().get(place) : -1));
    }
    List<Diagram.Edge> edges = new ArrayList<>();
    for (PageGraph.Dependency one : drawn) {
      edges.add(
          new Diagram.Edge(
              id(one.from()), id(one.to()), English.digits(one.lineCount()), graph.evidence(one)));
    }
    return Optional.of(new Diagram(kind, title, nodes, edges, inWords(shown, drawn)));
  }

  Layering layering() {
    List<Set<Integer>> targets = new ArrayList<>();
    for (int i = 0; i < graph.pages().size(); i++) {
      targets.add(new TreeSet<>());
    }
    graph.dependencies().forEach(one -> targets.get(one.from()).add(one.to()));
    return Layering.of(targets);
  }

  /** The pages that fit, those with the strongest dependencies first. */
  private Set<Integer> shown() {
    Set<Integer> result = new TreeSet<>();
    for (PageGraph.Dependency one : graph.dependencies()) {
      Set<Integer> both = new HashSet<>(result);
      both.add(one.from());
      both.add(one.to());
      if (both.size() <= Diagram.NODE_COUNT_MAX) {
        result.addAll(both);
      }
    }
    for (int i = 0; i < graph.pages().size() && result.size() < Diagram.NODE_COUNT_MAX; i++) {
      result.add(i);
    }
    return result;
  }

  private List<PageGraph.Dependency> drawn(Set<Integer> shown) {
    return graph.dependencies().stream()
        .filter(one -> shown.contains(one.from()) && shown.contains(one.to()))
        .limit(EDGE_COUNT_MAX)
        .toList();
  }

  private String id(int place) {
    return graph.pages().get(place).slug();
  }

  private Diagram.Node node(int place, int layer) {
    PlannedPage page = graph.pages().get(place);
    int files =
        page.module() < 0 ? 0 : repository.graph().modules().get(page.module()).files().size();
    String detail = files == 0 ? "" : English.count(files, "file", "files");
    String shown = layer < 0 ? detail : "layer " + layer;
    return new Diagram.Node(
        id(place), page.title(), shown, Optional.of(page.slug()), Optional.empty());
  }

  private List<Sentence> inWords(Set<Integer> shown, List<PageGraph.Dependency> drawn) {
    List<Sentence> result = new ArrayList<>();
    for (PageGraph.Dependency one : drawn.subList(0, Math.min(TOLD_COUNT_MAX, drawn.size()))) {
      PlannedPage from = graph.pages().get(one.from());
      PlannedPage to = graph.pages().get(one.to());
      result.add(
          new Say()
              .page(from.slug(), from.title())
              .then(" refers to ")
              .page(to.slug(), to.title())
              .then(" on " + English.count(one.lineCount(), "line", "lines"))
              .by(graph.evidence(one))
              .end("."));
    }
    int all = graph.dependencies().size();
    if (drawn.size() < all || drawn.size() > TOLD_COUNT_MAX) {
      result.add(
          Sentence.of(
              drawn.size() < all
                  ? "Drawn are the strongest %s of %s dependencies."
                      .formatted(English.number(drawn.size()), English.number(all))
                  : "All %s dependencies are drawn.".formatted(English.number(all))));
    }
    List<String> alone = new ArrayList<>();
    for (int place : shown) {
      if (drawn.stream().noneMatch(one -> one.from() == place || one.to() == place)) {
        alone.add(graph.pages().get(place).title());
      }
    }
    alone.sort(Comparator.naturalOrder());
    if (!alone.isEmpty() && alone.size() <= TOLD_COUNT_MAX) {
      result.add(
          Sentence.of(
              "No arrow touches "
                  + English.list(alone)
                  + (alone.size() == 1 ? "; no line could be traced to or from it." : ".")));
    }
    return result;
  }
}
