package ai.wikibuilder.benchmarks.claims;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.words.Quotation;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a doc comment says of its symbol, quoted and told in other words. */
final class CommentSubjects {
  private static final int TEXT_CHAR_COUNT_MIN = 30;
  private static final int TEXT_CHAR_COUNT_MAX = 180;

  private final SubjectDraw draw;
  private final CodeGraph graph;

  CommentSubjects(SubjectDraw draw) {
    this.draw = draw;
    this.graph = draw.graph();
  }

  void add(GraphSymbol symbol) {
    Optional<String> said = said(symbol);
    if (said.isEmpty()) {
      return;
    }
    SourceText text = draw.reader().text(symbol.path()).orElseThrow();
    Optional<EvidencePiece> mark = draw.piece(symbol.file(), text.lineOf(symbol.docStart()));
    List<String> others =
        draw.shown().stream()
            .filter(one -> said(one).isPresent() && one.id() != symbol.id())
            .filter(one -> one.parent() != symbol.id() && symbol.parent() != one.id())
            .filter(one -> !one.name().equals(symbol.name()) && !said.get().contains(one.name()))
            .filter(one -> !said(one).equals(said))
            .map(one -> graph.qualifiedName(one.id()))
            .toList();
    if (mark.isPresent()) {
      String words = said.get();
      String name = graph.qualifiedName(symbol.id());
      Map<String, List<String>> wrong = Map.of("a", others);
      draw.add(
          new Subject(
              Subject.Kind.QUOTE,
              Map.of("a", name, "q", words),
              List.of(mark.get()),
              wrong,
              List.of()));
      boolean shaped = words.split(" ", 2)[0].matches("\\p{Lu}.*\\p{Lu}.*");
      String told = shaped ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
      draw.add(
          new Subject(
              Subject.Kind.DOC,
              Map.of("a", name, "w", told.replaceAll("[.!]$", "")),
              List.of(mark.get()),
              wrong,
              List.of()));
    }
  }

  /** The first sentence of a comment that can be set into another sentence. */
  private Optional<String> said(GraphSymbol symbol) {
    Optional<SourceText> text =
        symbol.hasDoc() ? draw.reader().text(symbol.path()) : Optional.empty();
    return text.filter(one -> symbol.docEnd() <= one.byteCount())
        .flatMap(one -> Quotations.ofComment(one.slice(symbol.docStart(), symbol.docEnd())))
        .map(Quotation::text)
        .filter(one -> one.length() >= TEXT_CHAR_COUNT_MIN && one.length() <= TEXT_CHAR_COUNT_MAX)
        .filter(one -> !one.matches("(?s).*[\\d“”\"`\\[\\]*_<>].*"));
  }
}
