package ai.wikibuilder.answers;

import ai.wikibuilder.answers.evidence.PagePassages;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers without a model: the places that fit best, what the pages say of them, who calls them,
 * and which page to read. Nothing is made up: every sentence stands on lines that are named. One
 * thread.
 */
public final class Answering {
  /** Places that are told; a list of more is a search. */
  private static final int PLACE_COUNT_MAX = 4;

  /** Callers named of one symbol. */
  private static final int CALLER_COUNT_MAX = 3;

  /** Kinds of symbols that are hardly more than a name. */
  private static final Set<String> LITTLE = Set.of("field", "constant", "variable", "enum member");

  /** Sentences of pages beyond those about the places. */
  private static final int PASSAGE_COUNT_MAX = 3;

  private final OpenWiki wiki;
  private final CodeGraph graph;
  private final Set<List<Inline>> told = new HashSet<>();
  private Catalogue catalogue = new Catalogue("en");
  private final List<List<Sentence>> paragraphs = new ArrayList<>();

  public Answering(OpenWiki wiki) {
    this.wiki = wiki;
    this.graph = wiki.names().get().graph();
  }

  /** The answer to one question from the places found for it; used once. */
  public Answer answer(Question question, List<SearchHit> hits) {
    catalogue = new Catalogue(question.language());
    if (question.words().isEmpty()) {
      return new Answer(false, List.of(), List.of(), List.of(), false, question.language());
    }
    List<String> missing = WordCoverage.missing(question.words(), hits, wiki.texts());
    if (hits.isEmpty() || !WordCoverage.suffices(question.words(), missing)) {
      return new Answer(
          false, List.of(), question.words(), missing, question.translated(), question.language());
    }
    Map<String, Block.SymbolCard> cards = cards();
    for (SearchHit hit : chosen(question, hits)) {
      paragraphs.add(new ArrayList<>());
      tell(hit, cards);
    }
    passages(question.words());
    return new Answer(
        true, paragraphs, question.words(), missing, question.translated(), question.language());
  }

  /**
   * The best places, no symbol twice: functions and types of the program itself before tests and
   * fields, which seldom answer anything, unless the question speaks of them.
   */
  private List<SearchHit> chosen(Question question, List<SearchHit> hits) {
    String asked = String.join(" ", question.words()).toLowerCase(Locale.ROOT);
    List<SearchHit> chosen = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (boolean telling : new boolean[] {true, false}) {
      for (SearchHit hit : hits) {
        boolean fits = isTelling(hit, asked) == telling;
        if (fits && chosen.size() < PLACE_COUNT_MAX && seen.add(hit.path() + " " + hit.symbol())) {
          chosen.add(hit);
        }
      }
    }
    return chosen;
  }

  private boolean isTelling(SearchHit hit, String asked) {
    int file = graph.file(hit.path());
    boolean test = file >= 0 && graph.role(file) == FileRole.TEST && !asked.contains("test");
    boolean field = LITTLE.contains(hit.kind()) && !asked.contains(hit.kind());
    return !test && !field;
  }

  private Map<String, Block.SymbolCard> cards() {
    Map<String, Block.SymbolCard> cards = new LinkedHashMap<>();
    wiki.pages()
        .get()
        .ifPresent(pages -> {
          for (Page page : pages.pages()) {
            for (Page.Section section : page.sections()) {
              for (Block block : section.blocks()) {
                if (block instanceof Block.Symbols(List<Block.SymbolCard> here)) {
                  here.forEach(card ->
                      cards.putIfAbsent(card.definition().path() + " " + card.name(), card));
                }
              }
            }
          }
        });
    return cards;
  }

  private void tell(SearchHit hit, Map<String, Block.SymbolCard> cards) {
    Evidence place = new Evidence(hit.path(), hit.startLine(), hit.endLine());
    if (hit.symbol().isEmpty()) {
      say(catalogue.say("ask.lines").code("path", hit.path()), List.of(place));
      return;
    }
    say(
        catalogue
            .say("ask.symbol")
            .code("name", hit.symbol())
            .text("kind", catalogue.text("akind." + hit.kind()))
            .code("path", hit.path()),
        List.of(place));
    int symbol = symbol(hit);
    String name = symbol < 0 ? hit.symbol() : graph.qualifiedName(symbol);
    Block.SymbolCard card = cards.get(hit.path() + " " + name);
    if (card != null) {
      card.purpose()
          .ifPresent(
              one -> say(catalogue.say("ask.purpose").words("words", one.words()), one.evidence()));
      card.facts().forEach(this::say);
    } else if (symbol >= 0) {
      purpose(graph.symbol(symbol));
      callers(symbol, name);
    }
  }

  /** The first sentence of its doc comment. */
  private void purpose(GraphSymbol symbol) {
    Optional<SourceText> text = wiki.texts().text(symbol.path());
    if (!symbol.hasDoc() || text.isEmpty() || symbol.docEnd() > text.get().byteCount()) {
      return;
    }
    int line = text.get().lineOf(symbol.docStart());
    Quotations.ofComment(text.get().slice(symbol.docStart(), symbol.docEnd()))
        .ifPresent(quotation ->
            say(
                catalogue.say("ask.purpose").quote("words", quotation.text()),
                List.of(
                    new Evidence(
                        symbol.path(),
                        line + quotation.firstLine(),
                        line + quotation.lastLine()))));
  }

  private int symbol(SearchHit hit) {
    int file = graph.file(hit.path());
    int best = -1;
    for (int id = file < 0 ? 0 : graph.firstSymbol(file);
        file >= 0 && id < graph.endSymbol(file);
        id++) {
      String qualified = graph.qualifiedName(id);
      boolean named = qualified.equals(hit.symbol()) || qualified.endsWith("." + hit.symbol());
      int line = graph.symbol(id).nameLine();
      if (named && (best < 0 || (line >= hit.startLine() && line <= hit.endLine()))) {
        best = id;
      }
    }
    return best;
  }

  private void callers(int symbol, String name) {
    Map<String, Evidence> places = new LinkedHashMap<>();
    for (boolean ofTheProgram : new boolean[] {true, false}) {
      for (GraphEdge edge : graph.incoming(symbol)) {
        boolean main = graph.role(edge.sourceFile()) == FileRole.MAIN;
        if (edge.source() >= 0 && edge.source() != symbol && main == ofTheProgram) {
          places.putIfAbsent(
              graph.qualifiedName(edge.source()),
              new Evidence(graph.path(edge.sourceFile()), edge.line(), edge.line()));
        }
      }
    }
    if (!places.isEmpty()) {
      List<String> all = List.copyOf(places.keySet());
      say(
          catalogue.say("ask.callers").code("name", name).codes("callers", all, CALLER_COUNT_MAX),
          places.values().stream().limit(CALLER_COUNT_MAX).toList());
    }
  }

  private void passages(List<String> words) {
    Optional<Wiki> pages = wiki.pages().get();
    if (pages.isPresent()) {
      paragraphs.add(new ArrayList<>());
      for (PagePassages.Passage passage : PagePassages.of(pages.get(), words, PASSAGE_COUNT_MAX)) {
        say(
            catalogue
                .say("ask.page")
                .text("page", passage.page().title())
                .words("words", passage.sentence().words()),
            passage.sentence().evidence());
      }
    }
  }

  private void say(Phrase phrase, List<Evidence> evidence) {
    say(new Sentence(phrase.end().words(), evidence));
  }

  private void say(Sentence sentence) {
    if (told.add(sentence.words())) {
      paragraphs.getLast().add(sentence);
    }
  }
}
