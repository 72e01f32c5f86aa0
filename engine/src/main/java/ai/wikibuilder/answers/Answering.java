package ai.wikibuilder.answers;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers without a model: the places that fit best, what the pages say of them, who calls them,
 * and which page to read. Nothing is made up: every sentence stands on lines that are named. One
 * thread.
 */
public final class Answering {
  /** Places that are told; a list of more is a search. */
  private static final int PLACE_COUNT_MAX = 4;

  /** Places asked for, so that what is told can be chosen. */
  private static final int HIT_COUNT = 10;

  /** Callers named of one symbol. */
  private static final int CALLER_COUNT_MAX = 3;

  /** Sentences of pages beyond those about the places. */
  private static final int PASSAGE_COUNT_MAX = 3;

  private final Function<String, List<SearchHit>> search;
  private final TextReader reader;
  private final CodeGraph graph;
  private final Optional<Wiki> wiki;
  private final Set<String> told = new HashSet<>();
  private Catalogue catalogue = new Catalogue("en");
  private final List<Answer.Statement> statements = new ArrayList<>();

  /**
   * @param search finds at most ten places for words, the best first
   * @param wiki the pages, when there are some
   */
  public Answering(
      Function<String, List<SearchHit>> search,
      TextReader reader,
      CodeGraph graph,
      Optional<Wiki> wiki) {
    this.search = search;
    this.reader = reader;
    this.graph = graph;
    this.wiki = wiki;
  }

  /** The answer to one question; used once. */
  public Answer answer(String text) {
    Question question = Question.of(text);
    catalogue = new Catalogue(question.language());
    if (question.words().isEmpty()) {
      return new Answer(false, List.of(), List.of(), List.of(), false, question.language());
    }
    String asked = question.translated() ? String.join(" ", question.words()) : text;
    List<SearchHit> hits = search.apply(asked);
    hits = hits.subList(0, Math.min(HIT_COUNT, hits.size()));
    List<String> missing = WordCoverage.missing(question.words(), hits, reader);
    if (hits.isEmpty() || !WordCoverage.suffices(question.words(), missing)) {
      return new Answer(
          false, List.of(), question.words(), missing, question.translated(), question.language());
    }
    Map<String, Block.SymbolCard> cards = cards();
    for (SearchHit hit : chosen(hits)) {
      tell(hit, cards);
    }
    passages(question.words());
    return new Answer(
        true, statements, question.words(), missing, question.translated(), question.language());
  }

  /** The best places, no file twice unless for another symbol. */
  private static List<SearchHit> chosen(List<SearchHit> hits) {
    List<SearchHit> chosen = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (SearchHit hit : hits) {
      if (chosen.size() < PLACE_COUNT_MAX && seen.add(hit.path() + " " + hit.symbol())) {
        chosen.add(hit);
      }
    }
    return chosen;
  }

  private Map<String, Block.SymbolCard> cards() {
    Map<String, Block.SymbolCard> cards = new LinkedHashMap<>();
    wiki.ifPresent(pages -> {
      for (Page page : pages.pages()) {
        for (Page.Section section : page.sections()) {
          for (Block block : section.blocks()) {
            if (block instanceof Block.Symbols(List<Block.SymbolCard> here)) {
              here.forEach(
                  card -> cards.putIfAbsent(card.definition().path() + " " + card.name(), card));
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
            .text("kind", catalogue.text("kind." + hit.kind()))
            .code("path", hit.path()),
        List.of(place));
    int symbol = symbol(hit);
    String name = symbol < 0 ? hit.symbol() : graph.qualifiedName(symbol);
    Block.SymbolCard card = cards.get(hit.path() + " " + name);
    if (card != null) {
      card.purpose()
          .ifPresent(
              one -> say(catalogue.say("ask.purpose").words("words", one.words()), one.evidence()));
      card.facts().forEach(one -> say(plain(one), one.evidence()));
    } else if (symbol >= 0) {
      callers(symbol, name);
    }
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
    for (GraphEdge edge : graph.incoming(symbol)) {
      if (edge.source() >= 0 && edge.source() != symbol) {
        places.putIfAbsent(
            graph.qualifiedName(edge.source()),
            new Evidence(graph.path(edge.sourceFile()), edge.line(), edge.line()));
      }
    }
    if (!places.isEmpty()) {
      List<String> all = List.copyOf(places.keySet());
      say(
          catalogue.say("ask.callers").code("name", name).codes("callers", all, CALLER_COUNT_MAX),
          places.values().stream().limit(CALLER_COUNT_MAX).toList());
    }
  }

  /** Sentences of the pages that share most words with the question. */
  private void passages(List<String> words) {
    record Passage(String text, List<Evidence> evidence, int shared, String page) {}
    List<Passage> all = new ArrayList<>();
    for (Page page : wiki.map(Wiki::pages).orElse(List.of())) {
      for (Page.Section section : page.sections()) {
        for (Block block : section.blocks()) {
          for (Sentence sentence : sentences(block)) {
            String text = plain(sentence);
            String low = text.toLowerCase(Locale.ROOT);
            int shared =
                (int)
                    words.stream()
                        .filter(
                            word -> low.contains(WordCoverage.stem(word.toLowerCase(Locale.ROOT))))
                        .count();
            if (!sentence.evidence().isEmpty() && shared * 2 > words.size()) {
              all.add(new Passage(text, sentence.evidence(), shared, page.title()));
            }
          }
        }
      }
    }
    all.sort((a, b) -> Integer.compare(b.shared(), a.shared()));
    int told = statements.size() + PASSAGE_COUNT_MAX;
    for (Passage passage : all) {
      if (statements.size() < told) {
        say(
            catalogue.say("ask.page").text("page", passage.page()).text("words", passage.text()),
            passage.evidence());
      }
    }
  }

  private static List<Sentence> sentences(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> paragraph.sentences();
      case Block.Items items -> items.items().stream().flatMap(List::stream).toList();
      case Block.Figure figure -> figure.diagram().inWords();
      case Block.Symbols symbols -> List.of();
      case Block.Table table -> List.of();
      case Block.Excerpt excerpt -> List.of();
      case Block.CodeBlock code -> List.of();
    };
  }

  private static String plain(Sentence sentence) {
    StringBuilder text = new StringBuilder();
    for (Inline word : sentence.words()) {
      text.append(
          switch (word) {
            case Inline.Plain plain -> plain.text();
            case Inline.Code code -> "`" + code.text() + "`";
            case Inline.Strong strong -> strong.text();
            case Inline.Quote quote -> "“" + quote.text() + "”";
            case Inline.PageLink link -> link.text();
            case Inline.ExternalLink link -> link.text();
          });
    }
    return text.toString();
  }

  private void say(Phrase phrase, List<Evidence> evidence) {
    say(plain(phrase.end()), evidence);
  }

  private void say(String text, List<Evidence> evidence) {
    if (told.add(text)) {
      statements.add(new Answer.Statement(text, evidence));
    }
  }
}
