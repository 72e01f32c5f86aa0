package ai.wikibuilder.pages.composed;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.modules.CrossingLine;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.layers.Layering;
import ai.wikibuilder.pages.words.English;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.List;

/** Writes the page about layers, the strongest dependencies and circles. */
final class ArchitecturePage {
  /** Dependencies described with their lines. */
  private static final int STRONGEST_COUNT_MAX = 5;

  /** Circles named one by one. */
  private static final int CIRCLE_COUNT_MAX = 5;

  private final Repository repository;
  private final PageGraph graph;
  private final ModuleMap map;

  ArchitecturePage(Repository repository) {
    this.repository = repository;
    this.graph = PageGraph.outermost(repository);
    this.map = new ModuleMap(repository, graph);
  }

  Page page(PlannedPage planned) {
    List<Page.Section> sections = new ArrayList<>();
    Layering layering = map.layering();
    sections.add(new Page.Section("", List.of(new Block.Paragraph(opening()))));
    if (!graph.dependencies().isEmpty()) {
      sections.add(layers(layering));
      sections.add(strongest());
      sections.add(circles(layering));
      thin(sections);
    }
    return new Page(
        planned.slug(),
        planned.title(),
        planned.parent(),
        "Which parts lean on which, in layers, with the lines that prove it.",
        sections);
  }

  private List<Sentence> opening() {
    int parts = graph.pages().size();
    List<Sentence> result = new ArrayList<>();
    if (graph.dependencies().isEmpty()) {
      result.add(
          Sentence.of(
              "The code has %s, and no line could be traced from one to another."
                  .formatted(English.count(parts, "part", "parts"))));
      Unparsed.sentence(repository).ifPresent(result::add);
      return result;
    }
    result.add(
        Say.text("The code has " + English.count(parts, "part", "parts"))
            .then(", tied together by ")
            .then(English.count(graph.lineCount(), "line", "lines"))
            .then(" in " + English.count(graph.dependencies().size(), "direction", "directions"))
            .by(graph.evidence(graph.dependencies().getFirst()))
            .end("."));
    result.add(
        Sentence.of(
            "A line counts when it calls, extends or names something of another part and the"
                + " language's own rules say which; imports alone do not count."));
    Unparsed.sentence(repository).ifPresent(result::add);
    return result;
  }

  private Page.Section layers(Layering layering) {
    List<Block> blocks = new ArrayList<>();
    map.diagram(Diagram.Kind.LAYERS, "Layers")
        .ifPresent(diagram -> blocks.add(new Block.Figure(diagram)));
    int top = layering.layerOf().stream().mapToInt(layer -> layer).max().orElse(0);
    List<List<Sentence>> items = new ArrayList<>();
    for (int layer = top; layer >= 0; layer--) {
      items.add(List.of(layer(layering, layer, top)));
    }
    blocks.add(new Block.Items(false, items));
    blocks.add(
        new Block.Paragraph(
            List.of(
                Sentence.of(
                    "A part leans only on layers below its own, except inside a circle. The order"
                        + " is computed from the lines, not declared by the repository."))));
    return new Page.Section("Layers", blocks);
  }

  private Sentence layer(Layering layering, int layer, int top) {
    Say say = new Say().strong("Layer " + layer);
    say.then(
        top == 0
            ? ", the only one: "
            : layer == top ? ", the top: " : layer == 0 ? ", the bottom: " : ": ");
    boolean first = true;
    for (int place = 0; place < graph.pages().size(); place++) {
      if (layering.layerOf().get(place) == layer) {
        PlannedPage page = graph.pages().get(place);
        say.then(first ? "" : ", ").page(page.slug(), page.title());
        first = false;
      }
    }
    return say.end(".");
  }

  private Page.Section strongest() {
    List<List<Sentence>> items = new ArrayList<>();
    for (PageGraph.Dependency one : graph.dependencies()) {
      if (items.size() < STRONGEST_COUNT_MAX) {
        items.add(describe(one));
      }
    }
    String heading = items.size() == 1 ? "The one dependency" : "The strongest dependencies";
    return new Page.Section(heading, List.of(new Block.Items(false, items)));
  }

  private List<Sentence> describe(PageGraph.Dependency one) {
    PlannedPage from = graph.pages().get(one.from());
    PlannedPage to = graph.pages().get(one.to());
    List<Sentence> result = new ArrayList<>();
    result.add(
        new Say()
            .page(from.slug(), from.title())
            .then(" → ")
            .page(to.slug(), to.title())
            .then(", " + English.count(one.lineCount(), "line", "lines"))
            .by(graph.evidence(one))
            .end("."));
    for (CrossingLine line : one.lines().subList(0, Math.min(2, one.lines().size()))) {
      result.add(crossing(line));
    }
    return result;
  }

  private Sentence crossing(CrossingLine line) {
    Say say = new Say();
    String path = repository.graph().path(line.file());
    say.code(
        line.source() >= 0
            ? repository.graph().qualifiedName(line.source())
            : path.substring(path.lastIndexOf('/') + 1));
    say.then(verb(line.kind()));
    say.code(repository.graph().qualifiedName(line.target()));
    return say.by(repository.line(line.file(), line.line())).end(".");
  }

  private static String verb(ReferenceKind kind) {
    return switch (kind) {
      case INHERIT -> " builds on ";
      case CALL -> " calls ";
      case TYPE -> " names ";
      case ANNOTATION -> " is marked with ";
    };
  }

  private Page.Section circles(Layering layering) {
    List<List<Integer>> circles = layering.circles();
    if (circles.isEmpty()) {
      return new Page.Section(
          "Circles",
          List.of(
              new Block.Paragraph(
                  List.of(Sentence.of("No parts lean on each other in a circle.")))));
    }
    List<List<Sentence>> items = new ArrayList<>();
    for (List<Integer> circle : circles.subList(0, Math.min(CIRCLE_COUNT_MAX, circles.size()))) {
      items.add(circle(circle));
    }
    return new Page.Section(
        circles.size() == 1 ? "One circle" : "Circles", List.of(new Block.Items(false, items)));
  }

  private List<Sentence> circle(List<Integer> members) {
    List<Sentence> result = new ArrayList<>();
    Say say = new Say();
    for (int i = 0; i < members.size(); i++) {
      PlannedPage page = graph.pages().get(members.get(i));
      say.then(i == 0 ? "" : i == members.size() - 1 ? " and " : ", ");
      say.page(page.slug(), page.title());
    }
    say.then(members.size() == 2 ? " refer to each other" : " reach one another in a circle");
    List<PageGraph.Dependency> inside =
        graph.dependencies().stream()
            .filter(one -> members.contains(one.from()) && members.contains(one.to()))
            .toList();
    inside.stream().limit(2).forEach(one -> say.by(graph.evidence(one).subList(0, 1)));
    result.add(say.end("."));
    PageGraph.Dependency lightest = inside.getLast();
    String effect =
        members.size() == 2
            ? "; without "
                + (lightest.lineCount() == 1 ? "it" : "them")
                + " the circle would be gone."
            : ".";
    result.add(
        Say.text("The lightest direction is ")
            .strong(graph.pages().get(lightest.from()).title())
            .then(" → ")
            .strong(graph.pages().get(lightest.to()).title())
            .then(" with " + English.count(lightest.lineCount(), "line", "lines"))
            .by(graph.evidence(lightest))
            .end(effect));
    return result;
  }

  private void thin(List<Page.Section> sections) {
    List<List<Sentence>> items = new ArrayList<>();
    for (PageGraph.Dependency one : graph.dependencies()) {
      if (one.lineCount() == 1 && items.size() < STRONGEST_COUNT_MAX) {
        List<Sentence> item = new ArrayList<>();
        item.add(
            new Say()
                .strong(graph.pages().get(one.from()).title())
                .then(" → ")
                .strong(graph.pages().get(one.to()).title())
                .then(" rests on a single line")
                .by(graph.evidence(one))
                .end("."));
        one.lines().stream().limit(1).forEach(line -> item.add(crossing(line)));
        items.add(item);
      }
    }
    if (!items.isEmpty()) {
      sections.add(
          new Page.Section("Dependencies that stand out", List.of(new Block.Items(false, items))));
    }
  }
}
