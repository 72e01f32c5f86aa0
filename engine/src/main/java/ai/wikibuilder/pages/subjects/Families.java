package ai.wikibuilder.pages.subjects;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types that build on one another: a root and all below it. For one thread. */
final class Families {
  /** Families told. */
  private static final int FAMILY_COUNT_MAX = 8;

  /** Families drawn. */
  private static final int DRAWN_COUNT_MAX = 2;

  /** Fewer members are no family. */
  private static final int MEMBER_COUNT_MIN = 4;

  /** Types of a family drawn. */
  private static final int NODE_COUNT_MAX = 14;

  /** Steps to a root; a longer chain is a circle. */
  private static final int DEPTH_MAX = 40;

  private static final int NAME_COUNT_MAX = 6;

  private final Repository repository;
  private final CodeGraph graph;

  /** First edge from each type to what it builds on. */
  private final Map<Integer, GraphEdge> bases = new HashMap<>();

  Families(Material material) {
    this.repository = material.repository();
    this.graph = repository.graph();
    for (int number = 0; number < graph.edgeCount(); number++) {
      GraphEdge edge = graph.edge(number);
      boolean counts =
          edge.kind() == ReferenceKind.INHERIT
              && edge.source() >= 0
              && edge.source() != edge.target()
              // a function that makes types is none of them
              && !graph.symbol(edge.source()).kind().isCallable()
              && repository.isMain(edge.sourceFile());
      if (counts) {
        bases.putIfAbsent(edge.source(), edge);
      }
    }
  }

  /** The largest families, drawn and in words; empty without any. */
  List<Page.Section> sections() {
    Map<Integer, List<Integer>> members = new HashMap<>();
    bases.keySet().stream()
        .sorted()
        .forEach(type ->
            root(type)
                .ifPresent(
                    root -> members.computeIfAbsent(root, _ -> new ArrayList<>()).add(type)));
    List<Integer> largest =
        members.keySet().stream()
            .filter(root -> members.getOrDefault(root, List.of()).size() + 1 >= MEMBER_COUNT_MIN)
            .filter(root -> repository.isMain(graph.symbol(root).file()))
            .sorted(
                Comparator.comparingDouble((Integer root) ->
                        -members.getOrDefault(root, List.of()).size()
                            * (0.001 + graph.importance(root)))
                    .thenComparingInt(root -> root))
            .limit(FAMILY_COUNT_MAX)
            .toList();
    if (largest.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            List.of(repository.say("families").count("count", largest.size()).end())));
    List<List<Sentence>> items = new ArrayList<>();
    for (int root : largest) {
      items.add(item(root, members.getOrDefault(root, List.of())));
    }
    blocks.add(new Block.Items(false, items));
    for (int root : largest.subList(0, Math.min(DRAWN_COUNT_MAX, largest.size()))) {
      blocks.add(new Block.Figure(diagram(root, members.getOrDefault(root, List.of()))));
    }
    return List.of(new Page.Section(repository.words().text("heading.families"), blocks));
  }

  private Optional<Integer> root(int type) {
    int at = type;
    for (int depth = 0; depth < DEPTH_MAX; depth++) {
      GraphEdge up = bases.get(at);
      if (up == null) {
        return Optional.of(at);
      }
      at = up.target();
    }
    return Optional.empty();
  }

  private List<Sentence> item(int root, List<Integer> members) {
    GraphSymbol symbol = graph.symbol(root);
    List<Integer> sorted = new ArrayList<>(members);
    sorted.sort(Comparator.comparingDouble((Integer member) -> -graph.importance(member)));
    Phrase phrase =
        repository
            .say("family")
            .code("name", graph.qualifiedName(root))
            .text("kind", repository.words().text("akind." + symbol.kind().label()))
            .count("count", members.size())
            .codes(
                "names",
                sorted.stream().map(graph::qualifiedName).distinct().toList(),
                NAME_COUNT_MAX)
            .by(repository.head(symbol));
    sorted.stream().limit(3).forEach(member -> phrase.by(repository.head(graph.symbol(member))));
    List<Sentence> result = new ArrayList<>(List.of(phrase.end()));
    repository
        .doc(symbol)
        .ifPresent(words ->
            result.add(
                repository.say("says").quote("quote", words.text()).by(words.evidence()).end()));
    repository
        .pageOfFile(symbol.file())
        .ifPresent(page ->
            result.add(
                repository
                    .say("family.page")
                    .page("page", page.slug(), page.title())
                    .by(repository.head(symbol))
                    .end()));
    return result;
  }

  /** The root and the members that hang together with it, the most important first. */
  private List<Integer> drawn(int root, List<Integer> members) {
    List<Integer> sorted = new ArrayList<>(members);
    sorted.sort(Comparator.comparingDouble((Integer member) -> -graph.importance(member)));
    Set<Integer> shown = new HashSet<>(Set.of(root));
    List<Integer> order = new ArrayList<>(List.of(root));
    for (int round = 0; round < DEPTH_MAX && order.size() < NODE_COUNT_MAX; round++) {
      for (int member : sorted) {
        GraphEdge up = bases.get(member);
        boolean hangs = up != null && shown.contains(up.target());
        if (hangs && order.size() < NODE_COUNT_MAX && shown.add(member)) {
          order.add(member);
        }
      }
    }
    return order;
  }

  private Diagram diagram(int root, List<Integer> members) {
    List<Integer> order = drawn(root, members);
    Set<Integer> shown = Set.copyOf(order);
    List<Diagram.Node> nodes = order.stream().map(this::node).toList();
    List<Diagram.Edge> edges = new ArrayList<>();
    for (int member : order) {
      GraphEdge up = bases.get(member);
      if (up != null && shown.contains(up.target())) {
        Optional<Evidence> line = repository.line(up.sourceFile(), up.line());
        line.ifPresent(lines ->
            edges.add(new Diagram.Edge("c" + member, "c" + up.target(), "", List.of(lines))));
      }
    }
    String name = graph.qualifiedName(root);
    return new Diagram(
        Diagram.Kind.CLASSES,
        repository.words().text("families.drawing").replace("{name}", name),
        nodes,
        edges,
        List.of(
            repository
                .say(order.size() <= members.size() ? "families.drawn.some" : "families.drawn")
                .code("name", name)
                .count("shown", order.size() - 1L)
                .count("all", members.size())
                .by(repository.head(graph.symbol(root)))
                .end()));
  }

  private Diagram.Node node(int type) {
    GraphSymbol symbol = graph.symbol(type);
    return new Diagram.Node(
        "c" + type,
        graph.qualifiedName(type),
        repository.words().text("kind." + symbol.kind().label()),
        Optional.empty(),
        Optional.of(repository.definition(symbol)));
  }
}
