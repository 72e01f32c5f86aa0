package ai.wikibuilder.pages.diagrams;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The types of some files and how they build on and name each other. */
public final class ClassDiagram {
  /** Types drawn; more do not fit beside each other and are not read. */
  private static final int TYPE_COUNT_MAX = 16;

  /** Arrows for mere mentions; those for inheritance are all drawn. */
  private static final int MENTION_COUNT_MAX = 20;

  /** Arrows told in words. */
  private static final int TOLD_COUNT_MAX = 6;

  private final CodeGraph graph;
  private final List<Integer> files;
  private final Draft draft;

  private ClassDiagram(CodeGraph graph, List<Integer> files, Catalogue words) {
    this.graph = graph;
    this.files = files;
    this.draft = new Draft(words);
  }

  /** Lines by which one type builds on or names another. */
  private record Tie(int from, int to, boolean inherits, List<Evidence> lines) {}

  /**
   * Draws the most important types of some files, such as those of a module; empty when fewer than
   * two of them are tied together.
   */
  public static Optional<Diagram> of(
      CodeGraph graph, List<Integer> files, String title, Catalogue words) {
    return new ClassDiagram(graph, files, words).diagram(title);
  }

  private Optional<Diagram> diagram(String title) {
    List<GraphSymbol> types = types();
    List<GraphSymbol> shown = types.subList(0, Math.min(TYPE_COUNT_MAX, types.size()));
    List<Tie> ties = ties(shown);
    Set<Integer> tied = new HashSet<>();
    ties.forEach(tie -> tied.addAll(List.of(tie.from(), tie.to())));
    List<GraphSymbol> drawn = shown.stream().filter(type -> tied.contains(type.id())).toList();
    if (drawn.size() < 2) {
      return Optional.empty();
    }
    for (GraphSymbol type : drawn) {
      draft.node(type.id(), type.name(), draft.text("kind." + type.kind().label()), head(type));
    }
    for (Tie tie : ties) {
      String label = tie.inherits() ? draft.text("diagram.label.builds") : "";
      draft.edge(tie.from(), tie.to(), label, tie.lines());
    }
    ties.stream().limit(TOLD_COUNT_MAX).forEach(this::tell);
    if (types.size() > drawn.size()) {
      draft.note(
          draft
              .phrase("diagram.types")
              .count("shown", drawn.size())
              .count("all", types.size())
              .end());
    }
    return Optional.of(draft.diagram(Diagram.Kind.CLASSES, title));
  }

  private Optional<Evidence> head(GraphSymbol symbol) {
    return Draft.lines(graph, symbol.path(), symbol.nameLine(), symbol.nameLine());
  }

  private void tell(Tie tie) {
    draft.say(
        tie.inherits() ? "diagram.builds" : "diagram.names",
        graph.qualifiedName(tie.from()),
        graph.qualifiedName(tie.to()),
        tie.lines());
  }

  private List<GraphSymbol> types() {
    List<GraphSymbol> types = new ArrayList<>();
    for (int file : files) {
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        GraphSymbol symbol = graph.symbol(id);
        boolean top =
            symbol.parent() < 0 || graph.symbol(symbol.parent()).kind() == SymbolKind.NAMESPACE;
        if (top && symbol.kind().isType() && symbol.kind() != SymbolKind.TYPE_ALIAS) {
          types.add(symbol);
        }
      }
    }
    types.sort(
        Comparator.comparingDouble((GraphSymbol type) -> -type.importance())
            .thenComparingInt(GraphSymbol::id));
    return types;
  }

  /** Ties between the shown types, inheritance first, then the mentions with most lines. */
  private List<Tie> ties(List<GraphSymbol> shown) {
    Set<Integer> ids = new HashSet<>();
    shown.forEach(type -> ids.add(type.id()));
    List<Tie> inheritance = new ArrayList<>();
    List<Tie> mentions = new ArrayList<>();
    for (GraphSymbol target : shown) {
      TreeMap<Integer, List<Evidence>> inherits = new TreeMap<>();
      TreeMap<Integer, List<Evidence>> names = new TreeMap<>();
      for (GraphEdge edge : graph.incoming(target.id())) {
        int from = outer(edge.source(), ids);
        if (from >= 0 && from != target.id()) {
          boolean inherit = edge.kind() == ReferenceKind.INHERIT && edge.source() == from;
          String path = graph.path(edge.sourceFile());
          Draft.lines(graph, path, edge.line(), edge.line())
              .ifPresent(line ->
                  (inherit ? inherits : names)
                      .computeIfAbsent(from, one -> new ArrayList<>())
                      .add(line));
        }
      }
      inherits.forEach((from, lines) -> inheritance.add(new Tie(from, target.id(), true, lines)));
      inherits.keySet().forEach(names::remove);
      names.forEach((from, lines) -> mentions.add(new Tie(from, target.id(), false, lines)));
    }
    mentions.sort(
        Comparator.comparingInt((Tie tie) -> -tie.lines().size())
            .thenComparingInt(Tie::from)
            .thenComparingInt(Tie::to));
    List<Tie> all = new ArrayList<>(inheritance);
    all.addAll(mentions.subList(0, Math.min(MENTION_COUNT_MAX, mentions.size())));
    return all;
  }

  /** The shown type around a symbol, or the symbol itself; -1 when there is none. */
  private int outer(int symbol, Set<Integer> shown) {
    int at = symbol;
    while (at >= 0 && !shown.contains(at)) {
      at = graph.symbol(at).parent();
    }
    return at;
  }
}
