package ai.wikibuilder.comparisons;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws parts and arrows that came and went. Used once. */
final class ComparisonDiagram {
  /** More arrows than this hide each other. */
  private static final int EDGE_COUNT_MAX = 30;

  /** Arrows told in words. */
  private static final int TOLD_COUNT_MAX = 6;

  private final Comparison comparison;
  private final Catalogue words;
  private final Map<String, Diagram.Mark> parts = new HashMap<>();
  private final Map<String, Diagram.Node> nodes = new LinkedHashMap<>();
  private final List<Diagram.Edge> edges = new ArrayList<>();
  private final List<Sentence> told = new ArrayList<>();

  ComparisonDiagram(Comparison comparison, Catalogue words) {
    this.comparison = comparison;
    this.words = words;
  }

  /** The drawing; empty when no part and no arrow came or went. */
  Optional<Block> figure() {
    for (Change one : comparison.changes(Subject.PARTS, Change.Kind.ADDED)) {
      parts.put(one.name(), Diagram.Mark.ADDED);
    }
    for (Change one : comparison.changes(Subject.PARTS, Change.Kind.REMOVED)) {
      parts.put(one.name(), Diagram.Mark.REMOVED);
    }
    List<Change> added = comparison.changes(Subject.DEPENDENCIES, Change.Kind.ADDED);
    List<Change> removed = comparison.changes(Subject.DEPENDENCIES, Change.Kind.REMOVED);
    // in turns, so that neither hides the other
    for (int i = 0; i < Math.max(added.size(), removed.size()); i++) {
      if (i < added.size()) {
        arrow(added.get(i), Diagram.Mark.ADDED);
      }
      if (i < removed.size()) {
        arrow(removed.get(i), Diagram.Mark.REMOVED);
      }
    }
    parts.keySet().stream().sorted().forEach(this::node);
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    int all = added.size() + removed.size();
    if (edges.size() < all) {
      told.add(words.say("map.strongest").count("drawn", edges.size()).count("all", all).end());
    }
    return Optional.of(
        new Block.Figure(
            new Diagram(
                Diagram.Kind.MODULE_MAP,
                words.text("compare.diagram"),
                List.copyOf(nodes.values()),
                edges,
                told)));
  }

  private void arrow(Change change, Diagram.Mark mark) {
    String[] ends = change.name().split(Inventory.ARROW, 2);
    long fresh = List.of(ends).stream().filter(part -> !nodes.containsKey(part)).count();
    if (edges.size() >= EDGE_COUNT_MAX || nodes.size() + fresh > Diagram.NODE_COUNT_MAX) {
      return;
    }
    node(ends[0]);
    node(ends[1]);
    boolean added = mark == Diagram.Mark.ADDED;
    String lines = added ? change.after() : change.before();
    edges.add(
        new Diagram.Edge(
            id(ends[0]),
            id(ends[1]),
            (added ? "+ " : "− ") + lines,
            change.is().stream().toList(),
            mark));
    if (told.size() < TOLD_COUNT_MAX) {
      told.add(
          words
              .say(added ? "compare.arrow.added" : "compare.arrow.removed")
              .code("from", ends[0])
              .code("to", ends[1])
              .count("lines", Long.parseLong(lines))
              .by(change.is())
              .end());
    }
  }

  private void node(String part) {
    if (nodes.containsKey(part) || nodes.size() >= Diagram.NODE_COUNT_MAX) {
      return;
    }
    Diagram.Mark mark = parts.getOrDefault(part, Diagram.Mark.NONE);
    String detail =
        switch (mark) {
          case ADDED -> "+ " + words.text("compare.added");
          case REMOVED -> "− " + words.text("compare.removed");
          case NONE -> "";
        };
    nodes.put(
        part,
        new Diagram.Node(
            "p" + nodes.size(), part, detail, Optional.empty(), Optional.empty(), mark));
  }

  private String id(String part) {
    Diagram.Node node = nodes.get(part);
    return node == null ? "" : node.id();
  }
}
