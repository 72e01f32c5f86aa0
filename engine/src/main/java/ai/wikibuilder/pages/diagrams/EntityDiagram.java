package ai.wikibuilder.pages.diagrams;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tables and the foreign keys between them. */
public final class EntityDiagram {
  /** Keys told in words. */
  private static final int TOLD_COUNT_MAX = 8;

  private EntityDiagram() {}

  /**
   * Draws tables of one database; empty when there is none. Beyond the number that fits, those with
   * most keys are drawn.
   *
   * @param tables such as {@code graph.tables()}; of tables with the same name the first counts
   */
  public static Optional<Diagram> of(
      CodeGraph graph, List<Table> tables, String title, Catalogue words) {
    Map<String, Table> byName = new HashMap<>();
    List<Table> distinct = new ArrayList<>();
    for (Table table : tables) {
      if (byName.putIfAbsent(key(table.name()), table) == null) {
        distinct.add(table);
      }
    }
    if (distinct.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> ties = new HashMap<>();
    for (Table table : distinct) {
      for (Table.ForeignKey foreign : table.foreignKeys()) {
        ties.merge(key(table.name()), 1, Integer::sum);
        ties.merge(key(foreign.table()), 1, Integer::sum);
      }
    }
    List<Table> shown = new ArrayList<>(distinct);
    shown.sort(Comparator.comparingInt((Table table) -> -ties.getOrDefault(key(table.name()), 0)));
    return Optional.of(
        draw(
                graph,
                shown.subList(0, Math.min(Diagram.NODE_COUNT_MAX, shown.size())),
                distinct.size(),
                words)
            .diagram(Diagram.Kind.ENTITIES, title));
  }

  private static Draft draw(CodeGraph graph, List<Table> shown, int allCount, Catalogue words) {
    Draft draft = new Draft(words);
    for (Table table : shown) {
      draft.node(
          key(table.name()),
          table.name(),
          columns(draft, table),
          line(graph, table.path(), table.line()));
    }
    int told = 0;
    for (Table table : shown) {
      for (Table.ForeignKey foreign : table.foreignKeys()) {
        List<Evidence> proof = line(graph, foreign.path(), foreign.line()).stream().toList();
        String columns = String.join(", ", foreign.columns());
        draft.edge(key(table.name()), key(foreign.table()), columns, proof);
        if (draft.has(key(foreign.table())) && !proof.isEmpty() && told++ < TOLD_COUNT_MAX) {
          draft.say(
              "diagram.points",
              table.name() + (columns.isEmpty() ? "" : "." + foreign.columns().getFirst()),
              foreign.table(),
              proof);
        }
      }
    }
    if (draft.edgeCount() == 0) {
      draft.note(words.plain("diagram.untied"));
    }
    if (allCount > shown.size()) {
      draft.note(
          draft.phrase("diagram.tables").count("shown", shown.size()).count("all", allCount).end());
    }
    return draft;
  }

  private static String columns(Draft draft, Table table) {
    int count = table.columns().size();
    String columns = count + " " + draft.text(count == 1 ? "diagram.column" : "diagram.columns");
    return table.primaryKey().isEmpty()
        ? columns
        : columns + ", " + draft.text("diagram.key") + " " + String.join(", ", table.primaryKey());
  }

  private static Optional<Evidence> line(CodeGraph graph, String path, int line) {
    return Draft.lines(graph, path, line, line);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
