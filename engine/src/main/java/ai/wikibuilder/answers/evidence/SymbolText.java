package ai.wikibuilder.answers.evidence;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import ai.wikibuilder.pages.prose.packing.Excerpts;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows symbols: their lines, and who names them. For one thread. */
public final class SymbolText {
  /** Callers and callees named on a card. */
  private static final int NEIGHBOUR_COUNT_MAX = 8;

  /** Longest definition that is shown in place of the few lines of it that were found. */
  private static final int ENCLOSING_LINE_COUNT_MAX = 90;

  private final OpenWiki wiki;
  private final RepositoryNames names;
  private final CodeGraph graph;
  private final Excerpts excerpts;

  public SymbolText(OpenWiki wiki) {
    this.wiki = wiki;
    this.names = wiki.names().get();
    this.graph = names.graph();
    this.excerpts = new Excerpts(wiki.keys().get());
  }

  /** Lines of a file and what of them is shown. */
  public record Shown(Evidence place, String text) {}

  /** The symbol a place is about: the one it names, else the innermost around it. */
  public Optional<GraphSymbol> symbol(SearchHit hit) {
    int file = graph.file(hit.path());
    int best = -1;
    for (int id = file < 0 ? 0 : graph.firstSymbol(file);
        file >= 0 && id < graph.endSymbol(file);
        id++) {
      if (!hit.symbol().isEmpty() && (best < 0 || fit(id, hit) > fit(best, hit))) {
        best = id;
      }
    }
    return best >= 0 && fit(best, hit) > 0
        ? Optional.of(graph.symbol(best))
        : around(new Evidence(hit.path(), hit.startLine(), hit.endLine()));
  }

  /** How well a symbol fits a place that names one: by its name, then by where it stands. */
  private int fit(int symbol, SearchHit hit) {
    String qualified = graph.qualifiedName(symbol);
    boolean exact = qualified.equals(hit.symbol());
    int line = graph.symbol(symbol).nameLine();
    boolean here = line >= hit.startLine() && line <= hit.endLine();
    boolean named = exact || qualified.endsWith("." + hit.symbol());
    return named ? 1 + (exact ? 2 : 0) + (here ? 1 : 0) : 0;
  }

  /** The definition that stands at a place. */
  Optional<GraphSymbol> defined(Evidence place) {
    int file = graph.file(place.path());
    for (int id = file < 0 ? 0 : graph.firstSymbol(file);
        file >= 0 && id < graph.endSymbol(file);
        id++) {
      GraphSymbol symbol = graph.symbol(id);
      if (symbol.startLine() == place.startLine() && symbol.endLine() == place.endLine()) {
        return Optional.of(symbol);
      }
    }
    return Optional.empty();
  }

  /** The innermost definition around some lines that is not too long to be shown for them. */
  private Optional<GraphSymbol> around(Evidence place) {
    int file = graph.file(place.path());
    Optional<GraphSymbol> best = Optional.empty();
    for (int id = file < 0 ? 0 : graph.firstSymbol(file);
        file >= 0 && id < graph.endSymbol(file);
        id++) {
      GraphSymbol symbol = graph.symbol(id);
      int length = symbol.endLine() - symbol.startLine() + 1;
      boolean holds =
          symbol.startLine() <= place.startLine() && symbol.endLine() >= place.endLine();
      boolean closer =
          best.isEmpty() || length <= best.get().endLine() - best.get().startLine() + 1;
      if (holds && length <= ENCLOSING_LINE_COUNT_MAX && closer) {
        best = Optional.of(symbol);
      }
    }
    return best;
  }

  /** A definition with its doc comment, cut to some tokens. */
  public Optional<Shown> definition(GraphSymbol symbol, int tokensMax) {
    Optional<SourceText> text = wiki.texts().text(symbol.path());
    if (text.isEmpty() || text.get().lineCount() == 0) {
      return Optional.empty();
    }
    int lines = text.get().lineCount();
    int doc =
        symbol.hasDoc() && symbol.docStart() < text.get().byteCount()
            ? text.get().lineOf(symbol.docStart())
            : symbol.startLine();
    int first = Math.clamp(Math.min(symbol.startLine(), doc), 1, lines);
    int last = Math.clamp(symbol.endLine(), first, lines);
    return Optional.of(
        new Shown(
            new Evidence(symbol.path(), first, last),
            excerpts.definition(text.get(), symbol, first, tokensMax)));
  }

  /** Lines of a file, drawn into its bounds; empty when there is no such file. */
  public Optional<Shown> lines(String path, int first, int last, int tokensMax) {
    Optional<SourceText> text = wiki.texts().text(path);
    if (text.isEmpty() || text.get().lineCount() == 0) {
      return Optional.empty();
    }
    int start = Math.clamp(first, 1, text.get().lineCount());
    int end = Math.clamp(last, start, text.get().lineCount());
    return Optional.of(
        new Shown(
            new Evidence(path, start, end), excerpts.lines(text.get(), start, end, tokensMax)));
  }

  /** Who names a symbol and what it calls; empty when neither is known. */
  public Optional<Shown> card(GraphSymbol symbol) {
    return card(symbol, List.of());
  }

  /**
   * The same with some callees told before the others.
   *
   * @param first of those it calls
   */
  Optional<Shown> card(GraphSymbol symbol, List<GraphSymbol> first) {
    List<String> lines = new ArrayList<>();
    Map<String, GraphEdge> users = users(symbol);
    if (!users.isEmpty()) {
      lines.add(
          "named by %d: %s"
              .formatted(
                  users.size(),
                  String.join(
                      ", ",
                      users.entrySet().stream()
                          .limit(NEIGHBOUR_COUNT_MAX)
                          .map(one -> "%s (%s)".formatted(one.getKey(), place(one.getValue())))
                          .toList())));
    }
    Set<Integer> called = new LinkedHashSet<>();
    calls(symbol).forEach(edge -> called.add(edge.target()));
    Set<String> callees = new LinkedHashSet<>();
    first.stream()
        .filter(one -> called.contains(one.id()))
        .forEach(one -> callees.add(graph.qualifiedName(one.id())));
    called.forEach(one -> callees.add(graph.qualifiedName(one)));
    if (!callees.isEmpty()) {
      lines.add(
          "calls: " + String.join(", ", callees.stream().limit(NEIGHBOUR_COUNT_MAX).toList()));
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Evidence head =
        new Evidence(symbol.path(), Math.max(1, symbol.nameLine()), Math.max(1, symbol.nameLine()));
    return Optional.of(
        new Shown(head, graph.qualifiedName(symbol.id()) + "\n" + String.join("\n", lines) + "\n"));
  }

  /** Edges that lead out of a definition to callables of the repository, each target once. */
  public List<GraphEdge> calls(GraphSymbol symbol) {
    Map<Integer, GraphEdge> calls = new LinkedHashMap<>();
    for (GraphEdge edge : names.edges(symbol.file(), symbol.startLine(), symbol.endLine())) {
      if (edge.kind() == ReferenceKind.CALL && edge.target() != symbol.id()) {
        calls.putIfAbsent(edge.target(), edge);
      }
    }
    return List.copyOf(calls.values());
  }

  /** Definitions that name a symbol, each with its first line that does. */
  public Map<String, GraphEdge> users(GraphSymbol symbol) {
    Map<String, GraphEdge> users = new LinkedHashMap<>();
    for (GraphEdge edge : graph.incoming(symbol.id())) {
      if (edge.source() != symbol.id()) {
        String name =
            edge.source() < 0 ? graph.path(edge.sourceFile()) : graph.qualifiedName(edge.source());
        users.putIfAbsent(name, edge);
      }
    }
    return users;
  }

  private String place(GraphEdge edge) {
    String path = graph.path(edge.sourceFile());
    return path.substring(path.lastIndexOf('/') + 1) + ":" + edge.line();
  }

  /** Names and places of the repository. */
  public RepositoryNames names() {
    return names;
  }
}
