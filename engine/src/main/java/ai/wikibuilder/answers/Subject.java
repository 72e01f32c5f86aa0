package ai.wikibuilder.answers;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.source.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a place that was found is about. Immutable.
 *
 * <p>A search names the symbol its lines belong to, which for a piece of a large type is the type.
 * A reader who asked for what stands there wants to hear of the member, not of the type again; and
 * to see its lines, not the licence above them.
 *
 * @param symbol in the code graph, or -1
 * @param name qualified; empty when the lines belong to nothing
 * @param kind label of its kind
 * @param place its lines, as far as they were found
 */
record Subject(int symbol, String name, String kind, Evidence place) {
  /** The subject of a hit, for a question with these words. */
  static Subject of(SearchHit hit, List<String> words, OpenWiki wiki) {
    CodeGraph graph = wiki.names().get().graph();
    int named = named(hit, graph);
    boolean begins = named >= 0 && isWithin(graph.symbol(named).nameLine(), hit);
    int about = begins ? named : member(hit, words, wiki).map(GraphSymbol::id).orElse(named);
    Evidence lines = new Evidence(hit.path(), hit.startLine(), hit.endLine());
    if (about < 0) {
      return new Subject(-1, hit.symbol(), hit.kind(), lines);
    }
    GraphSymbol symbol = graph.symbol(about);
    boolean same = about == named;
    return new Subject(
        about,
        same ? hit.symbol() : graph.qualifiedName(about),
        same ? hit.kind() : symbol.kind().label(),
        isWithin(symbol.nameLine(), hit) ? definition(symbol, hit, wiki) : lines);
  }

  private static int named(SearchHit hit, CodeGraph graph) {
    int file = graph.file(hit.path());
    int best = -1;
    for (int id = file < 0 || hit.symbol().isEmpty() ? 0 : graph.firstSymbol(file);
        file >= 0 && !hit.symbol().isEmpty() && id < graph.endSymbol(file);
        id++) {
      String qualified = graph.qualifiedName(id);
      boolean named = qualified.equals(hit.symbol()) || qualified.endsWith("." + hit.symbol());
      if (named && (best < 0 || isWithin(graph.symbol(id).nameLine(), hit))) {
        best = id;
      }
    }
    return best;
  }

  /**
   * The callable or type defined in the lines that has most words of the question; at least one.
   */
  private static Optional<GraphSymbol> member(SearchHit hit, List<String> words, OpenWiki wiki) {
    CodeGraph graph = wiki.names().get().graph();
    int file = graph.file(hit.path());
    Optional<SourceText> text = wiki.texts().text(hit.path());
    if (file < 0 || text.isEmpty()) {
      return Optional.empty();
    }
    Set<String> asked = words.stream().map(WordParts::stem).collect(Collectors.toSet());
    Optional<GraphSymbol> best = Optional.empty();
    int most = 0;
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol symbol = graph.symbol(id);
      boolean telling = symbol.kind().isCallable() || symbol.kind().isType();
      if (telling && isWithin(symbol.nameLine(), hit)) {
        Evidence lines = definition(symbol, hit, wiki);
        Set<String> shared = new HashSet<>(asked);
        shared.retainAll(
            WordParts.of(
                symbol.name() + " " + text.get().lines(lines.startLine(), lines.endLine())));
        if (shared.size() > most) {
          most = shared.size();
          best = Optional.of(symbol);
        }
      }
    }
    return best;
  }

  /** From its doc comment to its end, as far as the hit reaches. */
  private static Evidence definition(GraphSymbol symbol, SearchHit hit, OpenWiki wiki) {
    int first = symbol.startLine();
    Optional<SourceText> text = wiki.texts().text(symbol.path());
    if (symbol.hasDoc() && text.filter(one -> symbol.docStart() < one.byteCount()).isPresent()) {
      first = Math.min(first, text.get().lineOf(symbol.docStart()));
    }
    int start = Math.max(first, hit.startLine());
    return new Evidence(
        hit.path(), start, Math.max(start, Math.min(symbol.endLine(), hit.endLine())));
  }

  private static boolean isWithin(int line, SearchHit hit) {
    return line >= hit.startLine() && line <= hit.endLine();
  }
}
