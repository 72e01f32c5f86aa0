package ai.wikibuilder.pages.architecture;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.layers.WeightedOrder;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.ModuleMap;
import ai.wikibuilder.pages.material.PageGraph;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.Unparsed;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the page about layers, the strongest dependencies and circles. For one thread. */
public final class ArchitecturePage {
  /** Dependencies described with their lines. */
  private static final int STRONGEST_COUNT_MAX = 5;

  /** Circles named one by one. */
  private static final int CIRCLE_COUNT_MAX = 5;

  /** Members of a circle named; a larger one is counted. */
  private static final int MEMBER_COUNT_MAX = 8;

  /** Lines of a function from which on it counts in full. */
  private static final int LINE_COUNT_FULL = 30;

  /** Lines told of one strong dependency. */
  private static final int CROSSING_COUNT_MAX = 3;

  /** Words by which a package says what it keeps out. */
  private static final Pattern EXCLUSIVE =
      Pattern.compile("(?i)\\b(?:only|nothing|never|no one|must not|does not|do not)\\b");

  private final Material material;
  private final Repository repository;
  private final PageGraph graph;
  private final ModuleMap map;

  public ArchitecturePage(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.graph = material.map();
    this.map = new ModuleMap(repository, graph);
  }

  public Page page(PlannedPage planned) {
    List<Page.Section> sections = new ArrayList<>();
    WeightedOrder layering = map.layering();
    sections.add(new Page.Section("", List.of(new Block.Paragraph(opening()))));
    if (!graph.dependencies().isEmpty()) {
      sections.add(layers(layering));
      sections.add(strongest());
      sections.add(circles(layering));
      SharedTables tables = new SharedTables(material);
      thin(tables.pastTheOwner()).ifPresent(sections::add);
      tables.meetings().ifPresent(sections::add);
    }
    return new Page(
        planned.slug(),
        planned.title(),
        planned.parent(),
        repository.words().text("summary.architecture"),
        sections);
  }

  private String heading(String key) {
    return repository.words().text("heading." + key);
  }

  private List<Sentence> opening() {
    List<Sentence> result = new ArrayList<>();
    Phrase counted =
        repository
            .say(graph.dependencies().isEmpty() ? "architecture.apart" : "architecture")
            .count("parts", graph.pages().size())
            .count("lines", graph.lineCount())
            .count("directions", graph.dependencies().size());
    graph.dependencies().stream().limit(1).forEach(one -> counted.by(graph.evidence(one)));
    result.add(counted.end());
    if (!graph.dependencies().isEmpty()) {
      result.add(repository.words().plain("architecture.counting"));
    }
    Unparsed.sentence(repository).ifPresent(result::add);
    return result;
  }

  private Page.Section layers(WeightedOrder layering) {
    List<Block> blocks = new ArrayList<>();
    map.diagram(Diagram.Kind.LAYERS, heading("layers"))
        .ifPresent(diagram -> blocks.add(new Block.Figure(diagram)));
    int top = layering.layerOf().stream().mapToInt(layer -> layer).max().orElse(0);
    List<List<Sentence>> items = new ArrayList<>();
    for (int layer = top; layer >= 0; layer--) {
      items.add(List.of(layer(layering, layer, top)));
    }
    blocks.add(new Block.Items(false, items));
    blocks.add(new Block.Paragraph(new AgainstTheOrder(repository, graph).sentences(layering)));
    List<Integer> highest = new ArrayList<>();
    for (int place = 0; place < graph.pages().size(); place++) {
      if (layering.layerOf().get(place) >= top - 1 && top > 0) {
        highest.add(place);
      }
    }
    List<Sentence> reasons = new LayerReasons(material).sentences(highest);
    if (!reasons.isEmpty()) {
      blocks.add(new Block.Paragraph(reasons));
    }
    return new Page.Section(heading("layers"), blocks);
  }

  private Sentence layer(WeightedOrder layering, int layer, int top) {
    String key =
        top == 0
            ? "layer.only"
            : layer == top ? "layer.top" : layer == 0 ? "layer.bottom" : "layer";
    List<Inline> parts = new ArrayList<>();
    for (int place = 0; place < graph.pages().size(); place++) {
      if (layering.layerOf().get(place) == layer) {
        PlannedPage page = graph.pages().get(place);
        parts.add(new Inline.PageLink(page.slug(), page.title()));
      }
    }
    return repository.say(key).digits("number", layer).list("parts", parts).end();
  }

  private Page.Section strongest() {
    List<List<Sentence>> items = new ArrayList<>();
    for (PageGraph.Dependency one : graph.dependencies()) {
      if (items.size() < STRONGEST_COUNT_MAX) {
        items.add(describe("dependency", one));
      }
    }
    return new Page.Section(
        heading(items.size() == 1 ? "strongest.one" : "strongest"),
        List.of(new Block.Items(false, items)));
  }

  private List<Sentence> describe(String key, PageGraph.Dependency one) {
    PlannedPage from = graph.pages().get(one.from());
    PlannedPage to = graph.pages().get(one.to());
    List<Sentence> result = new ArrayList<>();
    result.add(
        repository
            .say(key)
            .page("from", from.slug(), from.title())
            .page("to", to.slug(), to.title())
            .count("lines", one.lineCount())
            .by(graph.evidence(one))
            .end());
    Map<String, List<GraphEdge>> alike = new LinkedHashMap<>();
    for (GraphEdge edge : telling(one)) {
      String said = verb(edge.kind()) + " " + material.calls().place(edge);
      alike.computeIfAbsent(said, _ -> new ArrayList<>()).add(edge);
    }
    alike.values().forEach(edges -> result.add(crossing(edges)));
    return result;
  }

  /** The edges that say most of a dependency: inheritance, then calls, one for each target. */
  private List<GraphEdge> telling(PageGraph.Dependency one) {
    List<GraphEdge> edges = new ArrayList<>(graph.edges(one, material.calls()));
    edges.sort(
        Comparator.comparingInt(this::rank).thenComparingDouble(edge -> -tellingWeight(edge)));
    List<GraphEdge> result = new ArrayList<>();
    Set<Integer> targets = new HashSet<>();
    for (GraphEdge edge : edges) {
      // two of one name in two parts: “X builds on X” tells nobody which is which
      boolean told =
          !material.calls().place(edge).equals(repository.graph().qualifiedName(edge.target()));
      if (told && result.size() < CROSSING_COUNT_MAX && targets.add(edge.target())) {
        result.add(edge);
      }
    }
    return result;
  }

  /** Importance, more for what does more than hand over a value. */
  private double tellingWeight(GraphEdge edge) {
    GraphSymbol target = repository.graph().symbol(edge.target());
    int lines = Math.min(target.endLine() - target.startLine(), LINE_COUNT_FULL);
    return target.importance() * (1 + lines);
  }

  private int rank(GraphEdge edge) {
    boolean called = repository.graph().symbol(edge.target()).kind().isCallable();
    return switch (edge.kind()) {
      case INHERIT -> 0;
      case CALL -> called ? 1 : 2;
      case TYPE -> 3;
      case ANNOTATION -> 4;
    };
  }

  /** Edges of one kind out of one place, in one sentence. */
  private Sentence crossing(List<GraphEdge> edges) {
    GraphEdge first = edges.getFirst();
    Phrase phrase =
        repository
            .say("crossing." + verb(first.kind()))
            .code("from", material.calls().place(first))
            .codes(
                "to",
                edges.stream()
                    .map(edge -> repository.graph().qualifiedName(edge.target()))
                    .distinct()
                    .toList());
    edges.forEach(edge -> phrase.by(repository.line(edge.sourceFile(), edge.line())));
    return phrase.end();
  }

  private static String verb(ReferenceKind kind) {
    return switch (kind) {
      case INHERIT -> "inherit";
      case CALL -> "call";
      case TYPE -> "type";
      case ANNOTATION -> "annotation";
    };
  }

  private Page.Section circles(WeightedOrder layering) {
    List<List<Integer>> circles = layering.circles();
    if (circles.isEmpty()) {
      return new Page.Section(
          heading("circles"),
          List.of(new Block.Paragraph(List.of(repository.words().plain("circles.none")))));
    }
    List<List<Sentence>> items = new ArrayList<>();
    for (List<Integer> circle : circles.subList(0, Math.min(CIRCLE_COUNT_MAX, circles.size()))) {
      items.add(circle(circle));
    }
    return new Page.Section(
        heading(circles.size() == 1 ? "circles.one" : "circles"),
        List.of(new Block.Items(false, items)));
  }

  private List<Sentence> circle(List<Integer> members) {
    List<PageGraph.Dependency> inside =
        graph.dependencies().stream()
            .filter(one -> members.contains(one.from()) && members.contains(one.to()))
            .toList();
    List<Inline> parts = new ArrayList<>();
    for (int member : members.subList(0, Math.min(MEMBER_COUNT_MAX, members.size()))) {
      PlannedPage page = graph.pages().get(member);
      parts.add(new Inline.PageLink(page.slug(), page.title()));
    }
    String key =
        members.size() == 2
            ? "circle.two"
            : members.size() > MEMBER_COUNT_MAX ? "circle.large" : "circle";
    Phrase phrase = repository.say(key).list("parts", parts).count("members", members.size());
    inside.stream().limit(2).forEach(one -> phrase.by(graph.evidence(one).subList(0, 1)));
    List<Sentence> result = new ArrayList<>(List.of(phrase.end()));
    PageGraph.Dependency lightest = inside.getLast();
    List<GraphEdge> lines = graph.edges(lightest, material.calls());
    Phrase light =
        repository
            .say(members.size() == 2 ? "circle.cut" : "circle.lightest")
            .strong("from", graph.pages().get(lightest.from()).title())
            .strong("to", graph.pages().get(lightest.to()).title())
            .count("lines", lightest.lineCount());
    lines.forEach(edge -> light.by(repository.line(edge.sourceFile(), edge.line())));
    result.add(light.end());
    telling(lightest).stream().limit(2).forEach(edge -> result.add(crossing(List.of(edge))));
    if (members.size() == 2) {
      result.add(back(inside.getFirst()));
    }
    return result;
  }

  /** What the heavier direction of a circle of two is made of. */
  private Sentence back(PageGraph.Dependency heavier) {
    List<GraphEdge> edges = graph.edges(heavier, material.calls());
    List<String> names =
        edges.stream()
            .map(edge -> repository.graph().qualifiedName(edge.target()))
            .distinct()
            .toList();
    Phrase phrase =
        repository
            .say("circle.back")
            .strong("from", graph.pages().get(heavier.from()).title())
            .codes("names", names, 3)
            .count("lines", heavier.lineCount());
    edges.stream()
        .limit(2)
        .forEach(edge -> phrase.by(repository.line(edge.sourceFile(), edge.line())));
    return phrase.end();
  }

  /** Dependencies that rest on a single line, besides those told as strongest, and others. */
  private Optional<Page.Section> thin(List<List<Sentence>> others) {
    List<List<Sentence>> items = new ArrayList<>();
    List<PageGraph.Dependency> all = graph.dependencies();
    for (PageGraph.Dependency one :
        all.subList(Math.min(STRONGEST_COUNT_MAX, all.size()), all.size())) {
      if (one.lineCount() == 1 && items.size() < STRONGEST_COUNT_MAX) {
        List<Sentence> item = new ArrayList<>();
        describe("dependency.thin", one).stream().limit(2).forEach(item::add);
        beside(one, item);
        items.add(item);
      }
    }
    items.addAll(others);
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Page.Section(heading("thin"), List.of(new Block.Items(false, items))));
  }

  /** What would be without the line, and what the part says of itself, set side by side. */
  private void beside(PageGraph.Dependency one, List<Sentence> item) {
    PlannedPage from = graph.pages().get(one.from());
    boolean alone = graph.dependencies().stream().filter(x -> x.from() == one.from()).count() == 1;
    if (alone) {
      item.add(repository.say("dependency.without").strong("from", from.title()).end());
    }
    if (from.module() >= 0) {
      material
          .purposes()
          .ofPackage(repository.graph().modules().get(from.module()))
          .filter(words -> EXCLUSIVE.matcher(words.text()).find())
          .ifPresent(words ->
              item.add(
                  repository
                      .say("dependency.beside")
                      .quote("quote", words.text())
                      .by(words.evidence())
                      .end()));
    }
  }
}
