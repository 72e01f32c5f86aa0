package ai.wikibuilder.answers.maps;

import ai.wikibuilder.answers.Frontends;
import ai.wikibuilder.answers.Question;
import ai.wikibuilder.answers.Sidelines;
import ai.wikibuilder.answers.WordCoverage;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Draws code maps of one snapshot. What a map shows stands in the code graph; nothing is asked of a
 * model. Where somebody knows better which places matter, they are given as {@link Seed}s. For one
 * thread.
 */
public final class CodeMaps {
  /** Places asked of the search. */
  public static final int HIT_COUNT = 20;

  private final Function<String, List<SearchHit>> search;
  private final Repository repository;
  private final TextReader reader;
  private final CodeGraph graph;
  private final CallWeb web;
  private final Sidelines sidelines;
  private final Frontends frontends;
  private final Composition composition;
  private final PlaceChooser chooser;

  /**
   * @param search finds at most {@link #HIT_COUNT} places for words, the best first
   * @param composition the snapshot with its graph and texts
   * @param chooser says which of the places found matter
   */
  public CodeMaps(
      Function<String, List<SearchHit>> search, Composition composition, PlaceChooser chooser) {
    this(search, composition, new KeySymbols(composition.graph()), chooser);
  }

  /**
   * As above.
   *
   * @param keys of the graph, for whoever has them already
   */
  public CodeMaps(
      Function<String, List<SearchHit>> search,
      Composition composition,
      KeySymbols keys,
      PlaceChooser chooser) {
    this.chooser = chooser;
    this.search = search;
    this.composition = composition;
    this.repository = new Repository(composition);
    this.reader = composition.reader();
    this.graph = composition.graph();
    this.web = new CallWeb(repository, keys);
    this.sidelines = new Sidelines(graph);
    this.frontends = new Frontends(graph, sidelines);
  }

  /** The map of a question; without parts when nothing that runs is found for it. */
  public CodeMap map(String text) {
    Question question = Question.of(text);
    if (question.words().isEmpty()) {
      return nothing(text, question, List.of(), "ask.noword");
    }
    List<SearchHit> hits = search.apply(question.searched(text));
    List<String> missing = WordCoverage.missing(question.words(), hits, reader);
    if (hits.isEmpty() || !WordCoverage.suffices(question.telling(repository.name()), missing)) {
      return nothing(text, question, missing, "ask.notfound");
    }
    if (!isInCode(question, hits)) {
      return nothing(text, question, missing, "map.norun");
    }
    NameWords names = new NameWords(graph, question.words());
    IntPredicate front = Frontends.isMeant(text) ? _ -> false : frontends::isFront;
    List<Seed> found = new SeedFinder(repository, web, names, sidelines).find(hits, front);
    return map(text, question, missing, chosen(text, found));
  }

  /** Whether code of the program has enough of the words; documents may speak of what it lacks. */
  private boolean isInCode(Question question, List<SearchHit> hits) {
    List<SearchHit> code =
        hits.stream()
            .filter(hit -> graph.file(hit.path()) >= 0)
            .filter(hit -> !sidelines.isBeside(graph.file(hit.path())))
            .toList();
    List<String> telling = question.telling(repository.name());
    return !code.isEmpty()
        && WordCoverage.suffices(telling, WordCoverage.missing(telling, code, reader));
  }

  /** Those that are chosen, the first with the most weight; the heaviest when none is. */
  private List<Seed> chosen(String question, List<Seed> found) {
    List<Integer> numbers =
        chooser.choose(question, found.stream().map(seed -> place(seed.node())).toList());
    List<Seed> chosen = new ArrayList<>();
    for (int number : numbers) {
      chosen.add(new Seed(found.get(number).node(), 1.0 / (1 + chosen.size())));
    }
    return chosen.isEmpty()
        ? found.subList(0, Math.min(SeedFinder.SEED_COUNT, found.size()))
        : chosen;
  }

  private String place(int node) {
    return node < 0
        ? web.name(node)
        : "%s %s:%d-%d"
            .formatted(
                web.name(node),
                graph.symbol(node).path(),
                graph.symbol(node).startLine(),
                graph.symbol(node).endLine());
  }

  /**
   * The map that passes given places, such as a model chose.
   *
   * @param seeds the most important first
   */
  public CodeMap map(String text, List<Seed> seeds) {
    return map(text, Question.of(text), List.of(), seeds);
  }

  /** Holds every statement, range and arrow of a map against the snapshot. */
  public Quality check(CodeMap map) {
    Page page = MapPage.of(map, "map");
    return new ClaimChecker(new Ground(reader, graph, composition.plan()))
        .check(Wiki.ofOne(page, composition.snapshot(), graph));
  }

  private CodeMap map(String text, Question question, List<String> missing, List<Seed> seeds) {
    if (seeds.isEmpty()) {
      return nothing(text, question, missing, "map.norun");
    }
    Catalogue words = new Catalogue(question.language());
    NameWords names = new NameWords(graph, question.words());
    MapText telling = new MapText(repository, web, words);
    List<CodeMap.Part> parts = new ArrayList<>();
    int steps = 0;
    for (Route route : new RouteFinder(graph, web, names).find(seeds)) {
      parts.add(telling.part(route, steps));
      steps += route.legs().size();
    }
    String remark = question.translated() ? remark(words, "ask.translated", question.words()) : "";
    return new CodeMap(text, parts, question.words(), missing, remark, question.language());
  }

  private static CodeMap nothing(String text, Question question, List<String> missing, String key) {
    Catalogue words = new Catalogue(question.language());
    String remark =
        question.words().isEmpty() ? words.text(key) : remark(words, key, question.words());
    return new CodeMap(text, List.of(), question.words(), missing, remark, question.language());
  }

  private static String remark(Catalogue catalogue, String key, List<String> words) {
    return catalogue.say(key).text("words", String.join(", ", words)).plainWords();
  }
}
