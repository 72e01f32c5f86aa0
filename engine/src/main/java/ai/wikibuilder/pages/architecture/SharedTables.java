package ai.wikibuilder.pages.architecture;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.TableUses;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells where parts meet in a table instead of calling each other. For one thread. */
final class SharedTables {
  /** Tables told. */
  private static final int ITEM_COUNT_MAX = 6;

  /** Calls away that still count as a path between two functions. */
  private static final int DEPTH_MAX = 6;

  /** Functions looked at for a path. */
  private static final int REACH_COUNT_MAX = 400;

  /** Most of a table's statements stand in the module that owns it. */
  private static final double OWNER_SHARE_MIN = 0.6;

  /** What once changed a table owns nothing of it. */
  private static final Pattern MIGRATION =
      Pattern.compile("(?i)(?:.*/)?(?:migrations?|migrate|versions|upgrades?)/.*");

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;
  private final TableUses tables;

  SharedTables(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.graph = repository.graph();
    this.tables = material.tables();
  }

  /** Tables that a second module reads past the one that owns them, one item each. */
  List<List<Sentence>> pastTheOwner() {
    List<List<Sentence>> items = new ArrayList<>();
    for (Table table : graph.tables()) {
      Map<Integer, List<TableUses.Use>> byModule = new LinkedHashMap<>();
      for (TableUses.Use use : tables.of(table.name())) {
        if (MIGRATION.matcher(use.function().path()).matches()) {
          continue;
        }
        byModule
            .computeIfAbsent(graph.moduleOf(use.function().file()), _ -> new ArrayList<>())
            .add(use);
      }
      int all = byModule.values().stream().mapToInt(List::size).sum();
      byModule.forEach((module, uses) -> {
        boolean owns = all >= 3 && uses.size() >= all * OWNER_SHARE_MIN && uses.size() < all;
        if (owns && items.size() < ITEM_COUNT_MAX) {
          items.add(past(table, module, byModule));
        }
      });
    }
    return items;
  }

  private List<Sentence> past(Table table, int owner, Map<Integer, List<TableUses.Use>> byModule) {
    List<TableUses.Use> others = new ArrayList<>();
    byModule.forEach((module, uses) -> {
      if (module != owner) {
        others.addAll(uses);
      }
    });
    TableUses.Use first = others.getFirst();
    List<Sentence> result = new ArrayList<>();
    result.add(
        repository
            .say("tables.past")
            .strong("module", repository.title(graph.moduleOf(first.function().file())))
            .code("table", table.name())
            .strong("owner", repository.title(owner))
            .code("function", graph.qualifiedName(first.function().id()))
            .by(tables.lines(others))
            .by(tables.lines(byModule.getOrDefault(owner, List.of())))
            .end());
    result.add(
        repository.say("tables.past.change").code("table", table.name()).by(lines(table)).end());
    return result;
  }

  private Optional<Evidence> lines(Table table) {
    int last = table.line();
    for (Table.Column column : table.columns()) {
      last = column.path().equals(table.path()) ? Math.max(last, column.line()) : last;
    }
    return repository.lines(table.path(), table.line(), last);
  }

  /** Jobs and commands that read what another function wrote, without a call between them. */
  Optional<Page.Section> meetings() {
    List<List<Sentence>> items = new ArrayList<>();
    for (Table table : graph.tables()) {
      if (items.size() < ITEM_COUNT_MAX) {
        meeting(table).ifPresent(items::add);
      }
    }
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Page.Section(
                repository.words().text("heading.meetings"),
                List.of(new Block.Items(false, items))));
  }

  private Optional<List<Sentence>> meeting(Table table) {
    Map<GraphSymbol, GraphEdge> writers = new LinkedHashMap<>();
    Map<GraphSymbol, GraphEdge> readers = new LinkedHashMap<>();
    for (TableUses.Use use : tables.of(table.name())) {
      for (GraphEdge call : tables.callers(use.function())) {
        (use.writes() ? writers : readers).putIfAbsent(graph.symbol(call.source()), call);
      }
    }
    for (EntryPoint entry : graph.entryPoints()) {
      GraphSymbol job = job(entry).orElse(null);
      GraphEdge read = job == null ? null : readers.get(job);
      if (job == null || read == null) {
        continue;
      }
      for (Map.Entry<GraphSymbol, GraphEdge> writer : writers.entrySet()) {
        if (!leads(writer.getKey(), job) && !leads(job, writer.getKey())) {
          return Optional.of(told(table, writer, Map.entry(job, read)));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<GraphSymbol> job(EntryPoint entry) {
    boolean clock =
        entry.kind() == EntryPoint.Kind.SCHEDULED || entry.kind() == EntryPoint.Kind.COMMAND;
    int file = graph.file(entry.path());
    return clock && entry.symbol() >= 0 && file >= 0
        ? Optional.of(graph.symbol(graph.firstSymbol(file) + entry.symbol()))
        : Optional.empty();
  }

  private List<Sentence> told(
      Table table,
      Map.Entry<GraphSymbol, GraphEdge> writer,
      Map.Entry<GraphSymbol, GraphEdge> reader) {
    List<Sentence> result = new ArrayList<>();
    result.add(
        repository
            .say("meeting")
            .code("writer", name(writer.getKey()))
            .code("reader", name(reader.getKey()))
            .code("table", table.name())
            .by(lines(table))
            .end());
    result.add(call("meeting.writes", writer));
    result.add(call("meeting.reads", reader));
    spacing(reader.getKey()).ifPresent(result::add);
    return result;
  }

  private Sentence call(String key, Map.Entry<GraphSymbol, GraphEdge> caller) {
    GraphEdge edge = caller.getValue();
    return repository
        .say(key)
        .code("from", name(caller.getKey()))
        .code("to", graph.qualifiedName(edge.target()))
        .by(repository.line(edge.sourceFile(), edge.line()))
        .end();
  }

  /** The setting that the mark of a job names, with its value. */
  private Optional<Sentence> spacing(GraphSymbol job) {
    Map<String, Setting> stated = new HashMap<>();
    graph.settings().stream()
        .filter(one -> one.use() == Setting.Use.STATED && one.value().isPresent())
        .forEach(one -> stated.putIfAbsent(one.name(), one));
    for (Setting setting : graph.settings()) {
      boolean mark =
          setting.use() == Setting.Use.READ
              && setting.path().equals(job.path())
              && setting.line() >= job.startLine()
              && setting.line() <= job.nameLine();
      Setting value = mark ? stated.get(setting.name()) : null;
      if (value != null) {
        Phrase phrase =
            repository
                .say("meeting.spaced")
                .code("setting", setting.name())
                .code("value", value.value().orElseThrow());
        return Optional.of(
            phrase.by(repository.lines(value.path(), value.line(), value.line())).end());
      }
    }
    return Optional.empty();
  }

  private String name(GraphSymbol function) {
    return graph.qualifiedName(function.id());
  }

  /** Whether calls lead from one function to another within some steps. */
  private boolean leads(GraphSymbol from, GraphSymbol to) {
    if (from.id() == to.id()) {
      return true;
    }
    Set<Integer> reached = new HashSet<>(Set.of(from.id()));
    ArrayDeque<int[]> open = new ArrayDeque<>(List.of(new int[] {from.id(), 0}));
    while (!open.isEmpty() && reached.size() < REACH_COUNT_MAX) {
      int[] next = open.poll();
      for (GraphEdge edge : material.calls().from(graph.symbol(next[0]))) {
        boolean fresh = edge.kind() == ReferenceKind.CALL && reached.add(edge.target());
        if (fresh && edge.target() == to.id()) {
          return true;
        }
        if (fresh && next[1] < DEPTH_MAX) {
          open.add(new int[] {edge.target(), next[1] + 1});
        }
      }
    }
    return false;
  }
}
