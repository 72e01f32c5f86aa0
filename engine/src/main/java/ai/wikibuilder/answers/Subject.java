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
    Members members = new Members(hit, words, wiki);
    // a constant above a function is only where the lines begin
    boolean little = begins && SubjectChoice.LITTLE.contains(graph.symbol(named).kind().label());
    int least = little ? members.shared(graph.symbol(named)) : 0;
    int about = begins && !little ? named : members.best(least).map(GraphSymbol::id).orElse(named);
    Evidence lines = new Evidence(hit.path(), hit.startLine(), hit.endLine());
    if (about < 0) {
      return new Subject(-1, hit.symbol(), hit.kind(), lines);
    }
    GraphSymbol symbol = graph.symbol(about);
    return Prototypes.written(symbol, wiki)
        .orElseGet(() ->
            new Subject(
                symbol.id(),
                symbol.id() == named ? hit.symbol() : graph.qualifiedName(symbol.id()),
                symbol.kind().label(),
                isWithin(symbol.nameLine(), hit) ? definition(symbol, hit, wiki) : lines));
  }

  /** A definition itself, with the lines from its doc comment on. */
  static Subject of(GraphSymbol symbol, int lineCountMax, OpenWiki wiki) {
    int first = firstLine(symbol, wiki);
    int last = Math.min(Math.max(first, symbol.endLine()), first + lineCountMax - 1);
    String name = wiki.names().get().graph().qualifiedName(symbol.id());
    Evidence place = new Evidence(symbol.path(), first, last);
    return new Subject(symbol.id(), name, symbol.kind().label(), place);
  }

  private static int named(SearchHit hit, CodeGraph graph) {
    int file = graph.file(hit.path());
    int best = -1;
    for (int id = file < 0 || hit.symbol().isEmpty() ? 0 : graph.firstSymbol(file);
        file >= 0 && !hit.symbol().isEmpty() && id < graph.endSymbol(file);
        id++) {
      String qualified = graph.qualifiedName(id);
      boolean named = qualified.equals(hit.symbol()) || qualified.endsWith("." + hit.symbol());
      if (named && (best < 0 || fit(graph.symbol(id), hit) >= fit(graph.symbol(best), hit))) {
        best = id;
      }
    }
    return best;
  }

  /** A type and how it is made have one name. */
  private static int fit(GraphSymbol symbol, SearchHit hit) {
    return (isWithin(symbol.nameLine(), hit) ? 2 : 0)
        + (symbol.kind().label().equals(hit.kind()) ? 1 : 0);
  }

  /** Callables and types defined in the lines of a hit. */
  private record Members(SearchHit hit, Set<String> asked, OpenWiki wiki) {
    Members(SearchHit hit, List<String> words, OpenWiki wiki) {
      this(hit, words.stream().map(WordParts::stem).collect(Collectors.toSet()), wiki);
    }

    /** The one that has most words of the question, and more than some. */
    Optional<GraphSymbol> best(int least) {
      CodeGraph graph = wiki.names().get().graph();
      int file = graph.file(hit.path());
      Optional<GraphSymbol> best = Optional.empty();
      int most = least;
      for (int id = file < 0 ? 0 : graph.firstSymbol(file);
          file >= 0 && id < graph.endSymbol(file);
          id++) {
        GraphSymbol symbol = graph.symbol(id);
        boolean telling = symbol.kind().isCallable() || symbol.kind().isType();
        if (telling && isWithin(symbol.nameLine(), hit) && shared(symbol) > most) {
          most = shared(symbol);
          best = Optional.of(symbol);
        }
      }
      return best;
    }

    /** How many words of the question stand in a definition. */
    int shared(GraphSymbol symbol) {
      Evidence lines = definition(symbol, hit, wiki);
      String text =
          wiki.texts()
              .text(hit.path())
              .map(one -> one.lines(lines.startLine(), lines.endLine()))
              .orElse("");
      Set<String> shared = new HashSet<>(asked);
      shared.retainAll(WordParts.of(symbol.name() + " " + text));
      return shared.size();
    }
  }

  /** From its doc comment to its end, as far as the hit reaches. */
  private static Evidence definition(GraphSymbol symbol, SearchHit hit, OpenWiki wiki) {
    int start = Math.max(firstLine(symbol, wiki), hit.startLine());
    return new Evidence(
        hit.path(), start, Math.max(start, Math.min(symbol.endLine(), hit.endLine())));
  }

  private static int firstLine(GraphSymbol symbol, OpenWiki wiki) {
    Optional<SourceText> text = wiki.texts().text(symbol.path());
    return symbol.hasDoc() && text.filter(one -> symbol.docStart() < one.byteCount()).isPresent()
        ? Math.min(symbol.startLine(), text.get().lineOf(symbol.docStart()))
        : symbol.startLine();
  }

  private static boolean isWithin(int line, SearchHit hit) {
    return line >= hit.startLine() && line <= hit.endLine();
  }
}
