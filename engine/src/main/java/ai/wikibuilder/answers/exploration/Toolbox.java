package ai.wikibuilder.answers.exploration;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.evidence.EvidenceTray;
import ai.wikibuilder.answers.evidence.Gatherer;
import ai.wikibuilder.answers.evidence.SymbolText;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.queries.QueryException;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.ToolSpec;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.EvidencePiece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs the tools a model asks for, on one wiki. Whatever it is asked, it answers: a call that makes
 * no sense is told what would. One question, one thread.
 */
public final class Toolbox {
  /** Places one search shows; more would fill the tray with what nobody asked for. */
  private static final int HIT_COUNT = 6;

  /** Lines one call reads. */
  private static final int LINE_COUNT_MAX = 200;

  /** Definitions of one name that are shown. */
  private static final int DEFINITION_COUNT_MAX = 3;

  /** Lines that name a symbol, shown of one call. */
  private static final int REFERENCE_COUNT_MAX = 8;

  /** Lines shown around a line that names a symbol. */
  private static final int AROUND_LINE_COUNT = 3;

  /** Paths listed. */
  private static final int PATH_COUNT_MAX = 60;

  /** Tokens of one place. */
  private static final int PLACE_TOKENS_MAX = 1_200;

  /** Longest query or name that is read of a call. */
  private static final int ARGUMENT_CHAR_COUNT_MAX = 400;

  private final OpenWiki wiki;
  private final EvidenceTray tray;
  private final SymbolText symbols;
  private final Gatherer gatherer;
  private final CodeGraph graph;

  public Toolbox(OpenWiki wiki, EvidenceTray tray, SymbolText symbols) {
    this.wiki = wiki;
    this.tray = tray;
    this.symbols = symbols;
    this.gatherer = new Gatherer(wiki, tray, symbols);
    this.graph = symbols.names().graph();
  }

  /** The tools, for a request. */
  public static List<ToolSpec> specs() {
    return Arrays.stream(Tool.values()).map(Tool::spec).toList();
  }

  /** Does what a model asks for. */
  public ToolResult run(ToolCall call) {
    Optional<Tool> tool =
        Arrays.stream(Tool.values()).filter(one -> one.label().equals(call.name())).findFirst();
    if (tool.isEmpty()) {
      return failed(
          "there is no tool %s; there are %s"
              .formatted(shortened(call.name()), String.join(", ", labels())));
    }
    JsonTree arguments = JsonTree.find(call.arguments()).orElse(JsonTree.absent());
    return switch (tool.get()) {
      case SEARCH -> search(argument(arguments, "query"));
      case READ ->
          read(
              argument(arguments, "path"),
              arguments.count("startLine").orElse(1),
              arguments.count("endLine").orElse(LINE_COUNT_MAX));
      case SYMBOL -> symbol(argument(arguments, "name"));
      case REFERENCES -> references(argument(arguments, "name"));
      case CALLERS -> callers(argument(arguments, "name"));
      case FILES -> files(argument(arguments, "path"));
    };
  }

  private static Evidence place(SearchHit hit) {
    return new Evidence(hit.path(), hit.startLine(), hit.endLine());
  }

  private static Evidence place(GraphSymbol symbol) {
    int first = Math.max(1, symbol.startLine());
    return new Evidence(symbol.path(), first, Math.max(first, symbol.endLine()));
  }

  private static List<String> labels() {
    return Arrays.stream(Tool.values()).map(Tool::label).toList();
  }

  private static String argument(JsonTree arguments, String name) {
    return shortened(arguments.text(name).orElse("")).strip();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(ARGUMENT_CHAR_COUNT_MAX, text.length()));
  }

  private static ToolResult failed(String why) {
    return new ToolResult(why, List.of(), why, true);
  }

  private ToolResult search(String query) {
    if (query.isEmpty()) {
      return failed("search wants a query");
    }
    List<SearchHit> hits;
    try {
      hits = wiki.search().query(query, HIT_COUNT);
    } catch (QueryException e) {
      hits = wiki.search().words(query, HIT_COUNT);
    }
    List<SearchHit> found = hits;
    return shown(
        "searched “%s”".formatted(query),
        () -> found.stream().map(Toolbox::place).toList(),
        () -> found.forEach(hit -> gatherer.place(hit, PLACE_TOKENS_MAX)));
  }

  private ToolResult read(String path, int first, int last) {
    List<String> paths = paths(path);
    if (paths.size() != 1) {
      return failed(
          paths.isEmpty()
              ? "there is no file %s; use files to list paths".formatted(path)
              : "several files are called so: "
                  + String.join(", ", paths.subList(0, Math.min(paths.size(), 5))));
    }
    int start = Math.max(1, first);
    int end = (int) Math.min((long) start + LINE_COUNT_MAX - 1, Math.max(start, (long) last));
    String file = paths.getFirst();
    return shown(
        "read %s:%d-%d".formatted(file, start, end),
        () -> List.of(new Evidence(file, start, end)),
        () -> gatherer.lines(file, start, end, 2 * PLACE_TOKENS_MAX));
  }

  private List<String> paths(String path) {
    if (path.isEmpty()) {
      return List.of();
    }
    if (wiki.paths().contains(path)) {
      return List.of(path);
    }
    return wiki.paths().stream().filter(one -> one.endsWith("/" + path)).toList();
  }

  private ToolResult symbol(String name) {
    List<GraphSymbol> found = named(name);
    return shown(
        "looked up %s".formatted(name),
        () -> found.stream().map(Toolbox::place).toList(),
        () ->
            found.forEach(symbol -> {
              gatherer.definition(symbol, PLACE_TOKENS_MAX);
              gatherer.card(symbol);
            }));
  }

  private ToolResult references(String name) {
    List<GraphSymbol> found = named(name);
    return shown(
        "looked who names %s".formatted(name),
        () -> found.stream().map(Toolbox::place).toList(),
        () ->
            found.forEach(symbol -> {
              gatherer.card(symbol);
              int shown = 0;
              for (GraphEdge edge : symbols.users(symbol).values()) {
                if (shown < REFERENCE_COUNT_MAX && around(edge).isPresent()) {
                  shown++;
                }
              }
            }));
  }

  private Optional<EvidencePiece> around(GraphEdge edge) {
    return gatherer.lines(
        graph.path(edge.sourceFile()),
        edge.line() - AROUND_LINE_COUNT,
        edge.line() + AROUND_LINE_COUNT,
        PLACE_TOKENS_MAX);
  }

  private ToolResult callers(String name) {
    List<GraphSymbol> found = named(name);
    return shown(
        "looked who calls %s".formatted(name),
        () -> found.stream().map(Toolbox::place).toList(),
        () ->
            found.forEach(symbol -> {
              gatherer.card(symbol);
              symbols.users(symbol).values().stream()
                  .filter(edge -> edge.source() >= 0)
                  .limit(DEFINITION_COUNT_MAX)
                  .forEach(edge ->
                      gatherer.definition(graph.symbol(edge.source()), PLACE_TOKENS_MAX / 2));
              symbols.calls(symbol).stream()
                  .limit(DEFINITION_COUNT_MAX)
                  .forEach(edge ->
                      gatherer.definition(graph.symbol(edge.target()), PLACE_TOKENS_MAX / 2));
            }));
  }

  /** Symbols of a name, the most important first. */
  private List<GraphSymbol> named(String name) {
    return symbols.names().symbols(name).stream()
        .map(graph::symbol)
        .sorted(
            Comparator.comparingDouble((GraphSymbol symbol) -> -symbol.importance())
                .thenComparingInt(GraphSymbol::id))
        .limit(DEFINITION_COUNT_MAX)
        .toList();
  }

  private ToolResult files(String part) {
    String looked = "listed files with “%s”".formatted(part);
    List<String> found =
        wiki.paths().stream().filter(path -> path.contains(part)).limit(PATH_COUNT_MAX).toList();
    long all = wiki.paths().stream().filter(path -> path.contains(part)).count();
    if (found.isEmpty()) {
      return new ToolResult("no path has “%s”".formatted(part), List.of(), looked, true);
    }
    String rest = all > found.size() ? "\nand %d more".formatted(all - found.size()) : "";
    return new ToolResult(String.join("\n", found) + rest, List.of(), looked, false);
  }

  /** Puts evidence on the tray and tells what is new of it and what was there before. */
  private ToolResult shown(String looked, Supplier<List<Evidence>> places, Runnable gather) {
    int before = tray.size();
    int refused = tray.leftOut().size();
    Set<String> known = new LinkedHashSet<>();
    for (Evidence place : places.get()) {
      tray.showing(place).ifPresent(piece -> known.add("[" + piece.mark() + "]"));
    }
    gather.run();
    List<EvidencePiece> found = tray.since(before);
    List<String> text = new ArrayList<>();
    found.forEach(piece -> text.add(piece.shown()));
    if (!known.isEmpty()) {
      text.add("shown before: " + String.join(" ", known) + "\n");
    }
    if (tray.leftOut().size() > refused) {
      text.add(
          "%d places more had no room; the evidence is full\n"
              .formatted(tray.leftOut().size() - refused));
    }
    boolean nothing = text.isEmpty();
    return new ToolResult(
        nothing ? "nothing found" : String.join("\n", text), found, looked, nothing);
  }
}
