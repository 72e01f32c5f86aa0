package ai.wikibuilder.pages.surface;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables of routes, one for each first part of their paths. */
final class RouteTables {
  /** Tables at most; the routes of smaller groups share the last one. */
  private static final int GROUP_COUNT_MAX = 8;

  /** Rows of one table. */
  private static final int ROW_COUNT_MAX = 25;

  /** Callees named of one handler. */
  private static final int CALLEE_COUNT_MAX = 2;

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;

  RouteTables(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.graph = repository.graph();
  }

  void sections(List<EntryPoint> routes, List<Page.Section> sections) {
    if (routes.isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    for (Map.Entry<String, List<EntryPoint>> group : groups(routes).entrySet()) {
      blocks.add(new Block.Paragraph(List.of(opening(group.getKey(), group.getValue()))));
      blocks.add(table(group.getValue()));
    }
    sections.add(new Page.Section(repository.words().text("heading.routes"), blocks));
  }

  private Map<String, List<EntryPoint>> groups(List<EntryPoint> routes) {
    Map<String, List<EntryPoint>> byPrefix = new LinkedHashMap<>();
    for (EntryPoint route : routes) {
      byPrefix.computeIfAbsent(prefix(route.target()), _ -> new ArrayList<>()).add(route);
    }
    List<String> largest = new ArrayList<>(byPrefix.keySet());
    largest.sort(
        Comparator.comparingInt(
            (String prefix) -> -byPrefix.getOrDefault(prefix, List.of()).size()));
    Map<String, List<EntryPoint>> result = new LinkedHashMap<>();
    List<EntryPoint> others = new ArrayList<>();
    for (String prefix : largest) {
      List<EntryPoint> group = byPrefix.getOrDefault(prefix, List.of());
      if (result.size() < GROUP_COUNT_MAX && (group.size() > 1 || byPrefix.size() <= 3)) {
        result.put(prefix, group);
      } else {
        others.addAll(group);
      }
    }
    if (!others.isEmpty()) {
      result.put("", others);
    }
    return result;
  }

  /** {@code /api/parcels/{id}} has {@code /api/parcels}: two parts where the first says nothing. */
  private static String prefix(String path) {
    String[] parts = path.split("/", -1);
    if (parts.length < 2) {
      return path;
    }
    boolean general = parts[1].matches("api|v\\d+|rest") && parts.length > 2;
    return "/" + parts[1] + (general ? "/" + parts[2] : "");
  }

  private Sentence opening(String prefix, List<EntryPoint> group) {
    Map<String, EntryPoint> files = new LinkedHashMap<>();
    group.forEach(route -> files.putIfAbsent(Repository.fileName(route.path()), route));
    Phrase phrase =
        repository
            .say(prefix.isEmpty() ? "routes.others" : "routes")
            .count("count", group.size())
            .codes("files", List.copyOf(files.keySet()), 3);
    if (!prefix.isEmpty()) {
      phrase.code("prefix", prefix);
    }
    files.values().stream()
        .limit(3)
        .forEach(route -> phrase.by(repository.lines(route.path(), route.line(), route.line())));
    return phrase.end();
  }

  private Block table(List<EntryPoint> group) {
    List<List<Sentence>> rows = new ArrayList<>();
    group.stream().limit(ROW_COUNT_MAX).forEach(route -> rows.add(row(route)));
    return new Block.Table(
        List.of(
            repository.words().text("column.route"),
            repository.words().text("column.handler"),
            repository.words().text("column.reaches")),
        rows);
  }

  private List<Sentence> row(EntryPoint route) {
    Optional<GraphSymbol> handler = ApiPage.handler(graph, route);
    Sentence name =
        repository
            .say("cell.code")
            .code("words", route.name())
            .by(repository.lines(route.path(), route.line(), route.line()))
            .end();
    String answers =
        handler
            .map(symbol -> graph.qualifiedName(symbol.id()))
            .orElse(
                route.handler().isEmpty() ? Repository.fileName(route.path()) : route.handler());
    Phrase answered = repository.say("cell.code").code("words", answers);
    handler.ifPresent(symbol -> answered.by(repository.definition(symbol)));
    return List.of(name, answered.end(), handler.map(this::reaches).orElseGet(this::nothing));
  }

  private Sentence nothing() {
    return repository.say("cell").text("words", "–").end();
  }

  /** The handler's own words, else its first calls into other files. */
  private Sentence reaches(GraphSymbol handler) {
    Optional<Repository.Quoted> doc = repository.doc(handler);
    if (doc.isPresent()) {
      return repository.say("says").quote("quote", doc.get().text()).by(doc.get().evidence()).end();
    }
    Map<String, GraphEdge> callees = new LinkedHashMap<>();
    for (GraphEdge edge : material.calls().from(handler)) {
      GraphSymbol target = graph.symbol(edge.target());
      boolean away =
          target.file() != handler.file()
              && repository.isMain(target.file())
              && !KeySymbols.isAccessor(target)
              && edge.kind() == ReferenceKind.CALL
              && edge.certainty() == Certainty.EXACT;
      if (away && callees.size() < CALLEE_COUNT_MAX) {
        callees.putIfAbsent(graph.qualifiedName(target.id()), edge);
      }
    }
    if (callees.isEmpty()) {
      return nothing();
    }
    Phrase phrase = repository.say("cell").codes("words", List.copyOf(callees.keySet()));
    callees.values().forEach(edge -> phrase.by(repository.line(edge.sourceFile(), edge.line())));
    return phrase.end();
  }
}
