package ai.wikibuilder.answers;

import ai.wikibuilder.answers.evidence.PagePassages;
import ai.wikibuilder.answers.evidence.SymbolText;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.queries.RelatedWords;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** The best places found, among which the words of the question have to stand. */
  private static final int HIT_COUNT = 12;

  /** Places of further files that are only named. */
  private static final int FURTHER_COUNT_MAX = 6;

  /** Fewer counted things are told with the places that fit. */
  private static final int FEW = 6;

  /** Callers named of one symbol, and where callers are asked for. */
  private static final int CALLER_COUNT_MAX = 3;

  private static final int WISHED_CALLER_COUNT_MAX = 10;

  /** What one symbol calls, as far as it is named. */
  private static final int CALLEE_COUNT_MAX = 5;

  /** Characters of a line that is quoted as it is. */
  private static final int VALUE_CHAR_COUNT_MAX = 160;

  /** Sentences of pages beyond those about the places. */
  private static final int PASSAGE_COUNT_MAX = 3;

  private final OpenWiki wiki;
  private final CodeGraph graph;
  private final SymbolText texts;
  private final Descriptions descriptions;
  private final Sidelines sidelines;
  private final Set<List<Inline>> told = new HashSet<>();
  private Catalogue catalogue = new Catalogue("en");
  private final List<List<Sentence>> paragraphs = new ArrayList<>();
  private boolean isBeside;

  public Answering(OpenWiki wiki) {
    this.wiki = wiki;
    this.graph = wiki.names().get().graph();
    this.texts = new SymbolText(wiki);
    this.descriptions = new Descriptions(wiki);
    this.sidelines = new Sidelines(graph);
  }

  /** The answer to one question from the places found for it; used once. */
  public Answer answer(Question question, List<SearchHit> hits) {
    return answer(question, Wish.PLACES, hits);
  }

  /** The same, for a question that wants another answer than places. */
  public Answer answer(Question question, Wish wish, List<SearchHit> hits) {
    catalogue = new Catalogue(question.language());
    if (question.words().isEmpty()) {
      return new Answer(false, List.of(), List.of(), List.of(), reading(question));
    }
    boolean told = isTold(question, wish);
    if (told && !isFew(wish)) {
      return new Answer(true, paragraphs, question.words(), List.of(), reading(question));
    }
    List<SearchHit> best = hits.subList(0, Math.min(HIT_COUNT, hits.size()));
    List<String> missing = WordCoverage.missing(question.words(), best, wiki.texts());
    List<String> telling = question.telling(repository());
    boolean found =
        !hits.isEmpty()
            && isKnown(telling, best, missing)
            && (!question.language().equals("en")
                || WordCoverage.isAboutThis(telling, best, wiki.texts()));
    if (found) {
      places(question, wish, hits);
    }
    return new Answer(told || found, paragraphs, question.words(), missing, reading(question));
  }

  /** Whether enough of what is asked stands in the places found, be it in other words of code. */
  private boolean isKnown(List<String> telling, List<SearchHit> best, List<String> missing) {
    if (WordCoverage.suffices(telling, missing)) {
      return true;
    }
    List<String> related = RelatedWords.of(telling.getFirst());
    return telling.size() == 2
        && !missing.contains(telling.getLast())
        && WordCoverage.missing(related, best, wiki.texts()).size() < related.size();
  }

  /** Whether so few were counted that others may go by names the graph does not read. */
  private boolean isFew(Wish wish) {
    return wish != Wish.CALLERS && paragraphs.getFirst().getFirst().evidence().size() < FEW;
  }

  private Answer.Reading reading(Question question) {
    return new Answer.Reading(question.translated(), isBeside, question.language());
  }

  /** Whether the graph alone tells what is wished for. */
  private boolean isTold(Question question, Wish wish) {
    List<Sentence> counted = new Inventory(graph, sidelines, catalogue).of(wish);
    if (!counted.isEmpty()) {
      paragraphs.add(new ArrayList<>(counted));
    } else if (wish == Wish.CALLERS) {
      NamedSymbols.of(question.words(), wiki.names().get(), sidelines).forEach(this::callersOf);
    }
    return !paragraphs.isEmpty();
  }

  /** Tells at length who names a symbol, the program first. */
  private void callersOf(GraphSymbol symbol) {
    paragraphs.add(new ArrayList<>());
    String name = graph.qualifiedName(symbol.id());
    say(
        catalogue
            .say("ask.symbol")
            .code("name", name)
            .text("kind", catalogue.text("akind." + symbol.kind().label()))
            .code("path", symbol.path()),
        List.of(new Evidence(symbol.path(), symbol.startLine(), symbol.endLine())));
    if (!callers(symbol.id(), name, WISHED_CALLER_COUNT_MAX)) {
      say(
          catalogue.say("ask.nocallers").code("name", name),
          List.of(new Evidence(symbol.path(), symbol.nameLine(), symbol.nameLine())));
    }
  }

  private void places(Question question, Wish wish, List<SearchHit> hits) {
    Map<String, Block.SymbolCard> cards = cards();
    SubjectChoice choice = new SubjectChoice(question, wish, wiki, sidelines);
    List<Subject> chosen = choice.of(hits, question.telling(repository()));
    isBeside = chosen.stream().noneMatch(choice::isOfProgram);
    for (Subject subject : chosen.subList(0, Math.min(PLACE_COUNT_MAX, chosen.size()))) {
      paragraphs.add(new ArrayList<>());
      tell(subject, question, cards);
    }
    further(chosen);
    passages(question.words());
  }

  /** Names the first places of other files, where somebody may look on. */
  private void further(List<Subject> chosen) {
    Set<String> told = new HashSet<>();
    Map<String, Evidence> places = new LinkedHashMap<>();
    for (int i = 0; i < chosen.size() && places.size() < FURTHER_COUNT_MAX; i++) {
      Subject one = chosen.get(i);
      if (told.add(one.place().path()) && i >= PLACE_COUNT_MAX) {
        places.put(one.name().isEmpty() ? one.place().path() : one.name(), one.place());
      }
    }
    if (!places.isEmpty()) {
      paragraphs.add(new ArrayList<>());
      say(
          catalogue.say("ask.further").codes("places", List.copyOf(places.keySet())),
          List.copyOf(places.values()));
    }
  }

  /** As its pages call it: a folder may have another name than what is in it. */
  private String repository() {
    return wiki.pages().get().map(pages -> pages.snapshot().name()).orElse(wiki.title());
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
                      cards.putIfAbsent(
                          card.definition().path() + " " + card.kind() + " " + card.name(), card));
                }
              }
            }
          }
        });
    return cards;
  }

  private void tell(Subject subject, Question question, Map<String, Block.SymbolCard> cards) {
    List<Evidence> place = List.of(subject.place());
    String path = subject.place().path();
    if (subject.name().isEmpty()) {
      lines(subject.place(), question);
      return;
    }
    say(
        catalogue
            .say("ask.symbol")
            .code("name", subject.name())
            .text("kind", catalogue.text("akind." + subject.kind()))
            .code("path", path),
        place);
    if (SubjectChoice.LITTLE.contains(subject.kind())) {
      value(subject);
    }
    int symbol = subject.symbol();
    String name = symbol < 0 ? subject.name() : graph.qualifiedName(symbol);
    Block.SymbolCard card = cards.get(path + " " + subject.kind() + " " + name);
    if (card != null) {
      card.purpose()
          .ifPresent(
              one -> say(catalogue.say("ask.purpose").words("words", one.words()), one.evidence()));
      if (card.purpose().isEmpty() && symbol >= 0) {
        around(graph.symbol(symbol), question);
      }
      card.facts().forEach(this::say);
    } else if (symbol >= 0) {
      purpose(graph.symbol(symbol), question);
      callers(symbol, name, CALLER_COUNT_MAX);
    }
    if (symbol >= 0 && graph.symbol(symbol).kind().isCallable()) {
      calls(graph.symbol(symbol), name);
    }
  }

  /** Lines that belong to nothing are told by the one that has most words of the question. */
  private void lines(Evidence place, Question question) {
    Optional<TellingLine> telling =
        wiki.texts()
            .text(place.path())
            .flatMap(text -> TellingLine.of(text, place, question.telling(repository())));
    Phrase phrase =
        telling
            .filter(line -> line.text().length() <= VALUE_CHAR_COUNT_MAX)
            .map(line -> catalogue.say("ask.line").code("line", line.text()))
            .orElseGet(() -> catalogue.say("ask.lines"));
    say(
        phrase.code("path", place.path()),
        List.of(telling.map(line -> line.around(place)).orElse(place)));
  }

  /** What one line defines is told by the line. */
  private void value(Subject subject) {
    Evidence place =
        subject.symbol() < 0
            ? subject.place()
            : new Evidence(
                subject.place().path(),
                graph.symbol(subject.symbol()).startLine(),
                graph.symbol(subject.symbol()).endLine());
    Optional<String> line =
        wiki.texts()
            .text(place.path())
            .filter(text -> place.endLine() <= text.lineCount())
            .map(text -> text.lines(place.startLine(), place.endLine()).strip());
    line.filter(text -> text.length() <= VALUE_CHAR_COUNT_MAX && text.indexOf('\n') < 0)
        .ifPresent(
            text -> say(catalogue.say("ask.value").code("definition", text), List.of(place)));
  }

  /** What is made only to be thrown says least of a way. */
  private static boolean isFailure(GraphSymbol symbol) {
    return symbol.kind().isType()
        && (symbol.name().endsWith("Error") || symbol.name().endsWith("Exception"));
  }

  /** What it has done by others, in the order of its lines. */
  private void calls(GraphSymbol symbol, String name) {
    List<GraphEdge> calls = new ArrayList<>(texts.calls(symbol));
    calls.sort(Comparator.comparing(edge -> isFailure(graph.symbol(edge.target()))));
    if (!calls.isEmpty()) {
      List<String> callees =
          calls.stream().map(edge -> graph.qualifiedName(edge.target())).distinct().toList();
      List<Evidence> lines =
          calls.stream()
              .limit(CALLEE_COUNT_MAX)
              .map(edge -> new Evidence(symbol.path(), edge.line(), edge.line()))
              .distinct()
              .toList();
      say(
          catalogue.say("ask.calls").code("name", name).codes("callees", callees, CALLEE_COUNT_MAX),
          lines);
    }
  }

  /** How it describes itself, else how what it goes back to or stands in does. */
  private void purpose(GraphSymbol symbol, Question question) {
    // that it creates its type is all that most constructors say of themselves
    boolean makes = symbol.kind() == SymbolKind.CONSTRUCTOR;
    if (makes && around(symbol, question)) {
      return;
    }
    Optional<Descriptions.Description> own = descriptions.own(symbol);
    own.ifPresent(
        one -> say(catalogue.say("ask.purpose").quote("words", one.text()), List.of(one.lines())));
    if (own.isEmpty() && !makes) {
      around(symbol, question);
    }
  }

  private boolean around(GraphSymbol symbol, Question question) {
    Optional<Descriptions.Description> near = descriptions.near(symbol, question.words());
    near.ifPresent(one ->
        say(
            catalogue
                .say(one.isAround() ? "ask.around" : "ask.above")
                .code("name", graph.qualifiedName(one.symbol().id()))
                .quote("words", one.text()),
            List.of(one.lines())));
    return near.isPresent();
  }

  private boolean callers(int symbol, String name, int countMax) {
    Map<String, Evidence> places = new LinkedHashMap<>();
    for (boolean ofTheProgram : new boolean[] {true, false}) {
      for (GraphEdge edge : graph.incoming(symbol)) {
        boolean main = !sidelines.isBeside(edge.sourceFile());
        if (edge.source() >= 0 && !isWithin(edge.source(), symbol) && main == ofTheProgram) {
          places.putIfAbsent(
              graph.qualifiedName(edge.source()),
              new Evidence(graph.path(edge.sourceFile()), edge.line(), edge.line()));
        }
      }
    }
    if (!places.isEmpty()) {
      List<String> all = List.copyOf(places.keySet());
      say(
          catalogue.say("ask.callers").code("name", name).codes("callers", all, countMax),
          places.values().stream().limit(countMax).toList());
    }
    return !places.isEmpty();
  }

  /** Whether a definition is another one or stands in it: that it names itself says nothing. */
  private boolean isWithin(int inner, int outer) {
    int id = inner;
    while (id >= 0 && id != outer) {
      id = graph.symbol(id).parent();
    }
    return id == outer || graph.qualifiedName(inner).equals(graph.qualifiedName(outer));
  }

  private void passages(List<String> words) {
    Optional<PagePassages> passages = wiki.passages().get();
    if (passages.isPresent()) {
      paragraphs.add(new ArrayList<>());
      for (PagePassages.Passage passage : passages.get().about(words, PASSAGE_COUNT_MAX)) {
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
