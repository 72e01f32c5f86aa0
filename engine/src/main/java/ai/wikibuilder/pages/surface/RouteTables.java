package ai.wikibuilder.pages.surface;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.StatusAnswers;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables of routes, one for each first part of their paths. */
final class RouteTables {
  /** Tables at most; the routes of smaller groups share the last one. */
  private static final int GROUP_COUNT_MAX = 8;

  /** Rows of one table. */
  private static final int ROW_COUNT_MAX = 25;

  /** Lines below the name of a verb on which its path can stand. */
  private static final int PATH_LINE_COUNT_MAX = 3;

  /** Routes of one path named in one row. */
  private static final int VERB_COUNT_MAX = 4;

  /** Callees named of one handler. */
  private static final int CALLEE_COUNT_MAX = 2;

  /** Handlers whose answers are told. */
  private static final int ANSWER_COUNT_MAX = 40;

  /** Sentences of a handler's own words. */
  private static final int SENTENCE_COUNT_MAX = 2;

  /** A callee of every so many-th handler is common to them. */
  private static final int COMMON_SHARE = 5;

  /** The same among the handlers of one table. */
  private static final int COMMON_SHARE_OF_GROUP = 2;

  /** Fewer handlers that call the same are no pattern. */
  private static final int COMMON_COUNT_MIN = 5;

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;
  private final Handlers handlers;
  private final Set<Integer> told = new HashSet<>();

  /** Definitions that most handlers call. */
  private final Set<Integer> common = new HashSet<>();

  private Optional<RouteClients> clients = Optional.empty();

  RouteTables(Material material, Handlers handlers) {
    this.handlers = handlers;
    this.material = material;
    this.repository = material.repository();
    this.graph = repository.graph();
  }

  void sections(List<EntryPoint> routes, List<Page.Section> sections) {
    if (routes.isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    RouteGuard guard = new RouteGuard(material, routes);
    clients = Optional.of(new RouteClients(repository, routes)).filter(found -> !found.isEmpty());
    List<Sentence> front = guard.sentences();
    if (!front.isEmpty()) {
      blocks.add(new Block.Paragraph(front));
    }
    for (Map.Entry<String, List<EntryPoint>> group : groups(routes, guard).entrySet()) {
      List<Sentence> opening = new ArrayList<>();
      opening.add(opening(group.getKey(), group.getValue()));
      guard.of(group.getKey()).ifPresent(opening::add);
      group.getValue().forEach(route -> answers(route).ifPresent(opening::add));
      blocks.add(new Block.Paragraph(opening));
      common.clear();
      common.addAll(common(routes, COMMON_SHARE));
      common.addAll(common(group.getValue(), COMMON_SHARE_OF_GROUP));
      blocks.add(table(group.getValue()));
    }
    sections.add(new Page.Section(repository.words().text("heading.routes"), blocks));
  }

  /** What most handlers call tells none from another. */
  private Set<Integer> common(List<EntryPoint> routes, int share) {
    Map<Integer, Integer> counts = new HashMap<>();
    int all = 0;
    for (EntryPoint route : routes) {
      Optional<GraphSymbol> handler = handlers.of(route);
      all += handler.isPresent() ? 1 : 0;
      Set<Integer> targets = new HashSet<>();
      handler.ifPresent(
          symbol -> material.calls().from(symbol).forEach(edge -> targets.add(edge.target())));
      targets.forEach(target -> counts.merge(target, 1, Integer::sum));
    }
    int most = Math.max(COMMON_COUNT_MIN, all / share);
    counts.values().removeIf(count -> count < most);
    return counts.keySet();
  }

  private Map<String, List<EntryPoint>> groups(List<EntryPoint> routes, RouteGuard guard) {
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
      boolean apart = group.size() > 1 || byPrefix.size() <= 3 || guard.of(prefix).isPresent();
      if (result.size() < GROUP_COUNT_MAX && apart) {
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
    files.values().stream().limit(3).forEach(route -> phrase.by(place(route)));
    return phrase.end();
  }

  /** The line of a route, with those below it as far as its path stands there. */
  private Optional<Evidence> place(EntryPoint route) {
    SourceText text = repository.text(route.path()).orElse(SourceText.of(""));
    int last = Math.min(text.lineCount(), route.line() + PATH_LINE_COUNT_MAX);
    String end = route.target().substring(route.target().lastIndexOf('/') + 1);
    for (int line = route.line(); line <= last; line++) {
      if (!end.isEmpty() && text.lines(line, line).contains(end)) {
        return repository.lines(route.path(), route.line(), line);
      }
    }
    return repository.lines(route.path(), route.line(), route.line());
  }

  /** The answers that stand in the handler as literals, when there is more than one. */
  private Optional<Sentence> answers(EntryPoint route) {
    GraphSymbol handler = handlers.of(route).orElse(null);
    if (handler == null || told.size() >= ANSWER_COUNT_MAX || !told.add(handler.id())) {
      return Optional.empty();
    }
    Map<Integer, Integer> codes = new StatusAnswers(repository).of(handler);
    if (codes.size() < 2) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("routes.answers")
            .code("handler", graph.qualifiedName(handler.id()))
            .codes("codes", codes.keySet().stream().map(String::valueOf).toList(), 5);
    codes.values().forEach(line -> phrase.by(repository.line(handler.file(), line)));
    return Optional.of(phrase.end());
  }

  private Block table(List<EntryPoint> group) {
    List<List<Sentence>> rows = new ArrayList<>();
    RouteRow.of(group).stream().limit(ROW_COUNT_MAX).forEach(row -> rows.add(row(row)));
    List<String> columns = new ArrayList<>();
    List.of("column.route", "column.handler", "column.reaches")
        .forEach(key -> columns.add(repository.words().text(key)));
    clients.ifPresent(_ -> columns.add(repository.words().text("column.client")));
    return new Block.Table(columns, rows);
  }

  private List<Sentence> row(RouteRow row) {
    EntryPoint route = row.first();
    Optional<GraphSymbol> handler = handlers.of(route);
    List<String> names = row.routes().stream().map(EntryPoint::name).distinct().toList();
    Phrase name = repository.say("cell").codes("words", names, VERB_COUNT_MAX);
    Map<String, GraphSymbol> answering = new LinkedHashMap<>();
    List<String> answers = new ArrayList<>();
    for (EntryPoint one : row.routes()) {
      name.by(place(one));
      String answer = answer(one);
      if (!answers.contains(answer)) {
        answers.add(answer);
        handlers.of(one).ifPresent(symbol -> answering.put(answer, symbol));
      }
    }
    Phrase answered = repository.say("cell").codes("words", answers, CALLEE_COUNT_MAX);
    answering.values().forEach(symbol -> answered.by(repository.definition(symbol)));
    List<Sentence> cells = new ArrayList<>();
    cells.add(name.end());
    cells.add(answered.end());
    cells.add(handler.map(this::reaches).orElseGet(this::nothing));
    clients.ifPresent(
        found -> cells.add(found.of(route).map(this::caller).orElseGet(this::nothing)));
    return cells;
  }

  private String answer(EntryPoint route) {
    return handlers
        .of(route)
        .map(symbol -> graph.qualifiedName(symbol.id()))
        .orElse(route.handler().isEmpty() ? Repository.fileName(route.path()) : route.handler());
  }

  private Sentence caller(GraphSymbol function) {
    return repository
        .say("cell.code")
        .code("words", graph.qualifiedName(function.id()))
        .by(repository.definition(function))
        .end();
  }

  private Sentence nothing() {
    return repository.say("cell").text("words", "–").end();
  }

  /** The handler's own words, else its first calls into other files. */
  private Sentence reaches(GraphSymbol handler) {
    Optional<Repository.Quoted> doc = repository.doc(handler, SENTENCE_COUNT_MAX);
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
      if (away && callees.size() < CALLEE_COUNT_MAX && !common.contains(edge.target())) {
        callees.putIfAbsent(graph.qualifiedName(target.id()), edge);
      }
    }
    if (callees.isEmpty()) {
      return nothing();
    }
    Optional<Repository.Quoted> said =
        callees.values().stream()
            .flatMap(edge -> words(graph.symbol(edge.target())).stream())
            .findFirst();
    Phrase phrase =
        repository
            .say(said.isPresent() ? "routes.reached" : "cell")
            .codes("words", List.copyOf(callees.keySet()));
    callees.values().forEach(edge -> phrase.by(repository.line(edge.sourceFile(), edge.line())));
    said.ifPresent(words -> phrase.quote("quote", words.text()).by(words.evidence()));
    return phrase.end();
  }

  /** What a function or the type around it says of itself. */
  private Optional<Repository.Quoted> words(GraphSymbol callee) {
    Optional<Repository.Quoted> own = repository.doc(callee);
    return own.isPresent() || callee.parent() < 0
        ? own
        : repository.doc(graph.symbol(callee.parent()));
  }
}
