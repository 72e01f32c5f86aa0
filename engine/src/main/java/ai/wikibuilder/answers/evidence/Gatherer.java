package ai.wikibuilder.answers.evidence;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.maps.CodeMap;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.EvidencePiece.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts evidence for a question on a tray: what was found in the code first, then who names it, what
 * it calls, and at last what the pages say. For one thread.
 */
public final class Gatherer {
  /** Cards for so many of the best definitions. */
  private static final int CARD_COUNT = 4;

  /** Definitions whose callees are shown too: an answer to "how" crosses a call. */
  private static final int FOLLOWED_COUNT = 3;

  /** Callees shown of one definition. */
  private static final int CALLEE_COUNT_MAX = 3;

  /** Longest callee that is shown. */
  private static final int CALLEE_LINE_COUNT_MAX = 60;

  /** Statements of pages. */
  private static final int PASSAGE_COUNT_MAX = 8;

  /** Longest definition shown for a few lines of it. */
  private static final int WHOLE_LINE_COUNT_MAX = 90;

  /** Part of the room that one place may take. */
  private static final double PLACE_SHARE_MAX = 0.2;

  /** Tokens of one place, however much room there is. */
  private static final int PLACE_TOKENS_MAX = 1_600;

  /** Lines shown around a place that lies in no definition. */
  private static final int CONTEXT_LINE_COUNT = 4;

  private static final Set<String> DOCUMENT_ENDINGS = Set.of(".md", ".rst", ".adoc", ".txt");

  private final OpenWiki wiki;
  private final EvidenceTray tray;
  private final SymbolText symbols;

  public Gatherer(OpenWiki wiki, EvidenceTray tray, SymbolText symbols) {
    this.wiki = wiki;
    this.tray = tray;
    this.symbols = symbols;
  }

  /** Gathers for a question. */
  public void gather(List<SearchHit> hits, List<String> words) {
    int placeTokensMax = Math.min(PLACE_TOKENS_MAX, (int) (tray.room() * PLACE_SHARE_MAX));
    hits.forEach(hit -> place(hit, placeTokensMax));
    List<GraphSymbol> found =
        hits.stream().flatMap(hit -> symbols.symbol(hit).stream()).distinct().toList();
    found.stream().limit(CARD_COUNT).forEach(this::card);
    wiki.passages()
        .get()
        .ifPresent(passages ->
            passages
                .about(words, PASSAGE_COUNT_MAX)
                .forEach(one ->
                    add(
                        Kind.FACT,
                        one.sentence().evidence().getFirst(),
                        Texts.plain(one.sentence()))));
    for (GraphSymbol symbol : found.subList(0, Math.min(FOLLOWED_COUNT, found.size()))) {
      int shown = 0;
      for (GraphEdge edge : symbols.calls(symbol)) {
        GraphSymbol callee = symbols.names().graph().symbol(edge.target());
        boolean brief = callee.endLine() - callee.startLine() < CALLEE_LINE_COUNT_MAX;
        if (brief && shown < CALLEE_COUNT_MAX && definition(callee, placeTokensMax).isPresent()) {
          shown++;
        }
      }
    }
  }

  /**
   * Shows the definitions that calls join: those on the ways between functions the question names,
   * then those its map passes; each with its card.
   */
  public void path(String question, CodeMap map) {
    int placeTokensMax = Math.min(PLACE_TOKENS_MAX, (int) (tray.room() * PLACE_SHARE_MAX));
    List<GraphSymbol> way = NamedWays.of(question, symbols.names());
    way.forEach(symbol ->
        symbols.card(symbol, way).ifPresent(shown -> add(Kind.CARD, shown.place(), shown.text())));
    way.forEach(symbol -> definition(symbol, placeTokensMax));
    for (CodeMap.Step step : map.steps()) {
      Evidence place = step.place();
      symbols
          .defined(place)
          .ifPresentOrElse(
              symbol -> {
                definition(symbol, placeTokensMax);
                card(symbol);
              },
              () -> lines(place.path(), place.startLine(), place.endLine(), placeTokensMax));
    }
  }

  /**
   * Shows a place that was found: the definition it is about, else its lines. Of a long definition
   * only what was found of it counts.
   */
  public Optional<EvidencePiece> place(SearchHit hit, int tokensMax) {
    Optional<GraphSymbol> symbol =
        symbols.symbol(hit).filter(one -> !isShort(one) && (!isLong(one) || isNamedIn(one, hit)));
    return symbol.isPresent()
        ? definition(symbol.get(), tokensMax)
        : lines(
            hit.path(),
            hit.startLine() - CONTEXT_LINE_COUNT,
            hit.endLine() + CONTEXT_LINE_COUNT,
            tokensMax);
  }

  /** A field or constant of a line says nothing without what stands around it. */
  private static boolean isShort(GraphSymbol symbol) {
    return !symbol.kind().isCallable() && symbol.endLine() - symbol.startLine() < 2;
  }

  private static boolean isLong(GraphSymbol symbol) {
    return symbol.endLine() - symbol.startLine() >= WHOLE_LINE_COUNT_MAX;
  }

  private static boolean isNamedIn(GraphSymbol symbol, SearchHit hit) {
    return symbol.nameLine() >= hit.startLine() && symbol.nameLine() <= hit.endLine();
  }

  /** Shows a definition; empty when it is shown already or has no room. */
  public Optional<EvidencePiece> definition(GraphSymbol symbol, int tokensMax) {
    return symbols
        .definition(symbol, tokensMax)
        .filter(shown -> tray.showing(shown.place()).isEmpty())
        .flatMap(shown -> add(Kind.CODE, shown.place(), shown.text()));
  }

  /** Shows lines of a file; empty when they are shown already or have no room. */
  public Optional<EvidencePiece> lines(String path, int first, int last, int tokensMax) {
    return symbols
        .lines(path, first, last, tokensMax)
        .filter(shown -> tray.showing(shown.place()).isEmpty())
        .flatMap(
            shown -> add(isDocument(path) ? Kind.DOC : Kind.CODE, shown.place(), shown.text()));
  }

  /** Shows who names a symbol; empty when that is known already or nobody does. */
  public Optional<EvidencePiece> card(GraphSymbol symbol) {
    return symbols.card(symbol).flatMap(shown -> add(Kind.CARD, shown.place(), shown.text()));
  }

  private Optional<EvidencePiece> add(Kind kind, Evidence place, String text) {
    boolean twice = (kind == Kind.CARD || kind == Kind.FACT) && tray.has(text);
    return twice ? Optional.empty() : tray.add(kind, place, text);
  }

  private static boolean isDocument(String path) {
    int dot = path.lastIndexOf('.');
    return dot >= 0 && DOCUMENT_ENDINGS.contains(path.substring(dot));
  }
}
