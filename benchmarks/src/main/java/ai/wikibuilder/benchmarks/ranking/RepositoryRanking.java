package ai.wikibuilder.benchmarks.ranking;

import ai.wikibuilder.benchmarks.Benchmarks;
import ai.wikibuilder.benchmarks.ranking.questions.ChangeMiner;
import ai.wikibuilder.benchmarks.ranking.questions.DocMiner;
import ai.wikibuilder.benchmarks.ranking.questions.History;
import ai.wikibuilder.benchmarks.ranking.questions.Place;
import ai.wikibuilder.benchmarks.ranking.questions.Question;
import ai.wikibuilder.index.Reranker;
import ai.wikibuilder.models.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Mines the questions of one repository and asks them of every system. */
final class RepositoryRanking {
  /** Fewer symbols are no repository to get lost in. */
  static final int SYMBOLS_MIN = 5_000;

  /** The first window of the main line that is tried; it is doubled until it has enough. */
  private static final int WINDOW_COMMITS = 100;

  private static final int WINDOW_COMMITS_MAX = 12_800;

  /** Commits that make a question for each one that is drawn, so that the draw is a draw. */
  private static final int SPARE = 2;

  /** The models: the product reads fewer tokens of a text than its peers are given. */
  record Models(Embedder ours, Embedder reranking, Embedder dense) {}

  /** What the run was asked for, and where it works. */
  record Setting(Path root, Path work, Arguments arguments, Models models) {}

  private final Setting setting;
  private final RepositoryList.Entry repository;
  private final History history;
  private final String base;
  private final List<Question> changes;
  private int symbolCount;

  RepositoryRanking(Setting setting, RepositoryList.Entry repository) {
    this.setting = setting;
    this.repository = repository;
    this.history = new History(repository.folder());
    String head = history.resolve(repository.commit());
    List<String> line = history.mainLine(head);
    String best = head;
    List<Question> mined = List.of();
    int wanted = SPARE * setting.arguments().cases();
    for (int window = WINDOW_COMMITS; window <= WINDOW_COMMITS_MAX; window *= 2) {
      String start = line.get(Math.min(window, line.size() - 1));
      List<Question> found =
          new ChangeMiner(history.files(start)).mine(history.between(start, head));
      if (found.size() > mined.size()) { // further back, fewer of today's files were there
        best = start;
        mined = found;
      }
      if (mined.size() >= wanted || window >= line.size()) {
        break;
      }
    }
    this.base = best;
    this.changes = mined;
  }

  /** The commit that is indexed. */
  String base() {
    return base;
  }

  /** Symbols of the texts; known after {@link #docs}. */
  int symbolCount() {
    return symbolCount;
  }

  /** Commit messages, answered from the texts as they are. */
  Results commits() throws IOException {
    try (Corpus corpus = original()) {
      List<Question> answerable = new ArrayList<>(changes);
      answerable.removeIf(question -> !corpus.texts().keySet().containsAll(question.files()));
      System.err.printf(
          "%s at %.10s: %d commits make a question, %d of them about files that are kept%n",
          repository.name(), base, changes.size(), answerable.size());
      return ask(corpus, "commits", draw(answerable));
    }
  }

  /** Sentences of doc comments, answered from texts without them. */
  Results docs() throws IOException {
    // outside of any repository, or only its tracked files would be read
    Path cut = Files.createTempDirectory("without-docs");
    DocMiner miner = new DocMiner();
    try (Corpus corpus = original()) {
      symbolCount = corpus.symbolCount();
      corpus.texts().forEach((path, text) -> miner.add(path, text, corpus.facts(path)));
      corpus.writeTo(cut, true);
      System.err.printf(
          "%s: %,d symbols, %d sentences%n",
          repository.name(), symbolCount, miner.questions().size());
    }
    try (Corpus corpus =
        Corpus.build(
            setting.root(), List.of(cut.toString()), setting.work().resolve("index-docs"))) {
      return ask(corpus, "docs", draw(miner.questions()));
    } finally {
      Benchmarks.delete(cut);
    }
  }

  private Corpus original() throws IOException {
    return Corpus.build(
        setting.root(),
        List.of(repository.folder().toString(), "--ref", base),
        setting.work().resolve("index-commits"));
  }

  private List<Question> draw(List<Question> questions) {
    List<Question> shuffled = new ArrayList<>(questions);
    Collections.shuffle(shuffled, new Random(setting.arguments().seed()));
    return shuffled.subList(0, Math.min(shuffled.size(), setting.arguments().cases()));
  }

  private Results ask(Corpus corpus, String kind, List<Question> questions) throws IOException {
    Results results = new Results(setting.arguments().seed());
    for (SystemKind system : systems(corpus)) {
      StringBuilder details = new StringBuilder();
      try (SearchSystem search = open(system, corpus)) {
        for (int i = 0; i < Math.min(questions.size(), casesOf(system)); i++) {
          Question question = questions.get(i);
          int limit =
              question instanceof Question.Change ? SearchSystem.PLACES_MAX : Question.DEPTH;
          long started = System.nanoTime();
          List<Place> places = search.search(question.text(), limit);
          double seconds = (System.nanoTime() - started) / 1e9;
          boolean[] relevance = question.relevance(places);
          results.add(system, i, Score.of(relevance, question.files().size()), seconds);
          details.append(detail(kind, system, question, relevance));
        }
      }
      Files.writeString(
          setting.work().resolve("questions.tsv"),
          details,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    System.err.printf(
        "%s, %s, %d questions%n%s", repository.name(), kind, questions.size(), results.table());
    return results;
  }

  /** Those that are asked; embedding a large repository as a whole may have been ruled out. */
  private List<SystemKind> systems(Corpus corpus) {
    List<SystemKind> systems = new ArrayList<>(setting.arguments().systems());
    systems.removeIf(system -> casesOf(system) == 0);
    if (systems.contains(SystemKind.DENSE)
        && DenseChunks.countOf(corpus) > setting.arguments().denseChunks()) {
      systems.remove(SystemKind.DENSE);
    }
    return systems;
  }

  private int casesOf(SystemKind system) {
    Arguments arguments = setting.arguments();
    return system.isSlow() ? arguments.slowCases() : arguments.cases();
  }

  /** One line for whoever wants to know why: the ranks of right answers, the files, the words. */
  private String detail(String kind, SystemKind system, Question question, boolean[] relevance) {
    List<Integer> ranks = new ArrayList<>();
    for (int i = 0; i < relevance.length; i++) {
      if (relevance[i]) {
        ranks.add(i + 1);
      }
    }
    return String.join(
            "\t",
            repository.name(),
            kind,
            system.label(),
            ranks.toString(),
            question.files().toString(),
            question.text())
        + "\n";
  }

  private SearchSystem open(SystemKind system, Corpus corpus) throws IOException {
    Models models = setting.models();
    return switch (system) {
      case OURS -> new ProductSearch(corpus, Reranker.none(), false);
      case OURS_RERANKED -> new ProductSearch(corpus, Reranker.thorough(models.ours()), true);
      case BM25 -> new PlainLucene(corpus);
      case BM25_RERANKED -> new RerankedLucene(corpus, new PlainLucene(corpus), models.reranking());
      case DENSE -> new DenseChunks(corpus, models.dense());
      case TERM_VOTES -> {
        Path texts = setting.work().resolve("texts");
        corpus.writeTo(texts, false);
        yield new TermVotes(texts);
      }
    };
  }
}
