package ai.wikibuilder.pages.material;

import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.layers.WeightedOrder;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Draws modules and what ties them together, and says the same in words. For one thread. */
public final class ModuleMap {
  /** More arrows than this hide each other. */
  private static final int EDGE_COUNT_MAX = 30;

  /** Dependencies told in words; the arrows carry the rest. */
  private static final int TOLD_COUNT_MAX = 6;

  private final Repository repository;
  private final PageGraph graph;
  private Optional<WeightedOrder> order = Optional.empty();

  public ModuleMap(Repository repository, PageGraph graph) {
    this.repository = repository;
    this.graph = graph;
  }

  /** The map, empty when fewer than two modules depend on each other. */
  public Optional<Diagram> diagram(Diagram.Kind kind, String title) {
    Set<Integer> shown = shown();
    List<PageGraph.Dependency> drawn = drawn(shown);
    if (shown.size() < 2 || drawn.isEmpty()) {
      return Optional.empty();
    }
    WeightedOrder layering = layering();
    List<Diagram.Node> nodes = new ArrayList<>();
    for (int place : shown) {
      nodes.add(node(place, kind == Diagram.Kind.LAYERS ? layering.layerOf().get(place) : -1));
    }
    List<Diagram.Edge> edges = new ArrayList<>();
    for (PageGraph.Dependency one : drawn) {
      edges.add(
          new Diagram.Edge(
              id(one.from()),
              id(one.to()),
              repository.words().digits(one.lineCount()),
              graph.evidence(one)));
    }
    return Optional.of(
        new Diagram(
            kind,
            title,
            nodes,
            edges,
            kind == Diagram.Kind.LAYERS ? inLayers(shown, drawn) : inWords(shown, drawn)));
  }

  /** The layers of all parts, those that are not drawn too. */
  public WeightedOrder layering() {
    if (order.isEmpty()) {
      List<WeightedOrder.Arc> arcs = new ArrayList<>();
      graph
          .dependencies()
          .forEach(one -> arcs.add(new WeightedOrder.Arc(one.from(), one.to(), one.lineCount())));
      order = Optional.of(WeightedOrder.of(graph.pages().size(), arcs));
    }
    return order.get();
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
    String detail = "";
    if (layer >= 0) {
      detail = words("map.layer", layer);
    } else if (files > 0) {
      detail = words("map.files", files);
    }
    return new Diagram.Node(
        id(place), page.title(), detail, Optional.of(page.slug()), Optional.empty());
  }

  private String words(String key, int number) {
    Sentence label = repository.say(key).count("number", number).digits("digits", number).end();
    return Texts.plain(label).toLowerCase(Locale.ROOT);
  }

  private List<Sentence> inWords(Set<Integer> shown, List<PageGraph.Dependency> drawn) {
    List<Sentence> result = new ArrayList<>();
    for (PageGraph.Dependency one : drawn.subList(0, Math.min(TOLD_COUNT_MAX, drawn.size()))) {
      PlannedPage from = graph.pages().get(one.from());
      PlannedPage to = graph.pages().get(one.to());
      result.add(
          repository
              .say("map.refers")
              .page("from", from.slug(), from.title())
              .page("to", to.slug(), to.title())
              .count("lines", one.lineCount())
              .by(graph.evidence(one))
              .end());
    }
    int all = graph.dependencies().size();
    if (drawn.size() < all || drawn.size() > TOLD_COUNT_MAX) {
      result.add(
          repository
              .say(drawn.size() < all ? "map.strongest" : "map.all")
              .count("drawn", drawn.size())
              .count("all", all)
              .end());
    }
    alone(shown, drawn).ifPresent(result::add);
    return result;
  }

  /** The text beside the drawing tells the layers; here stands what the drawing leaves out. */
  private List<Sentence> inLayers(Set<Integer> shown, List<PageGraph.Dependency> drawn) {
    List<Sentence> result = new ArrayList<>(List.of(repository.words().plain("map.layers")));
    int all = graph.dependencies().size();
    if (drawn.size() < all) {
      result.add(
          repository.say("map.strongest").count("drawn", drawn.size()).count("all", all).end());
    }
    alone(shown, drawn).ifPresent(result::add);
    return result;
  }

  private Optional<Sentence> alone(Set<Integer> shown, List<PageGraph.Dependency> drawn) {
    List<Inline> alone = new ArrayList<>();
    for (int place : shown) {
      if (drawn.stream().noneMatch(one -> one.from() == place || one.to() == place)) {
        PlannedPage page = graph.pages().get(place);
        alone.add(new Inline.PageLink(page.slug(), page.title()));
      }
    }
    return alone.isEmpty() || alone.size() > TOLD_COUNT_MAX
        ? Optional.empty()
        : Optional.of(repository.say("map.alone").list("parts", alone).end());
  }
}
