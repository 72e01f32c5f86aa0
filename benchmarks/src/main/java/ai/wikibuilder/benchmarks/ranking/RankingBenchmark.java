package ai.wikibuilder.benchmarks.ranking;

import ai.wikibuilder.benchmarks.Machine;
import ai.wikibuilder.models.BgeSmallEmbedder;
import ai.wikibuilder.models.CachedEmbedder;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.models.VectorCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks mined questions of the product and its peers, and writes the tables. */
public final class RankingBenchmark {
  /** Tokens of a chunk that the re-ranked peer reads: 60 lines have more, each costs time. */
  private static final int RERANKING_TOKENS = 256;

  /** The most the model was made for. */
  private static final int DENSE_TOKENS = 512;

  /** Keeps the vectors of some 600,000 texts between runs. */
  private static final long CACHE_BYTES = 1L << 30;

  private static final String DOCS = "docs";

  private final Path root;
  private final Arguments arguments;
  private final Map<String, Results> byRepository = new LinkedHashMap<>();
  private final Map<String, Results> byKind = new LinkedHashMap<>();
  private final Map<String, Map<String, Results>> byKindAndName = new LinkedHashMap<>();

  private RankingBenchmark(Path root, Arguments arguments) {
    this.root = root;
    this.arguments = arguments;
  }

  /** Arguments: the project's folder, then {@link Arguments#USAGE}. */
  public static void main(String[] words) throws IOException {
    Path root = Path.of(words[0]);
    Arguments arguments;
    try {
      arguments = Arguments.parse(root, List.of(words).subList(1, words.length));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    new RankingBenchmark(root, arguments).run();
  }

  private void run() throws IOException {
    Path work = Files.createDirectories(root.resolve("benchmarks/target/ranking"));
    Files.deleteIfExists(work.resolve("questions.tsv"));
    try (Embedder ours = cached(work, new BgeSmallEmbedder());
        Embedder reranking = cached(work, new BgeSmallEmbedder(RERANKING_TOKENS));
        Embedder dense = cached(work, new BgeSmallEmbedder(DENSE_TOKENS))) {
      RepositoryRanking.Setting setting =
          new RepositoryRanking.Setting(
              root, work, arguments, new RepositoryRanking.Models(ours, reranking, dense));
      for (RepositoryList.Entry repository : repositories()) {
        RepositoryRanking ranking = new RepositoryRanking(setting, repository);
        for (String kind : arguments.kinds()) {
          Results results = kind.equals(DOCS) ? ranking.docs() : ranking.commits();
          byKindAndName
              .computeIfAbsent(kind, name -> new LinkedHashMap<>())
              .put(repository.name(), results);
          keep(title(repository, ranking, kind, results), kind, results);
        }
      }
    }
    System.err.println("written: " + arguments.document());
  }

  private List<RepositoryList.Entry> repositories() throws IOException {
    if (arguments.clones().isEmpty()) {
      return arguments.folders().stream().map(RepositoryList::named).toList();
    }
    Path file = root.resolve("benchmarks/ranking-repositories.txt");
    return RepositoryList.read(file, arguments.clones().get(), arguments.set()).stream()
        .filter(entry ->
            arguments.only().isEmpty()
                || arguments.only().stream().anyMatch(entry.name()::contains))
        .toList();
  }

  private static Embedder cached(Path work, BgeSmallEmbedder embedder) {
    Path file = work.resolve("vectors-" + embedder.name().replaceAll("\\W+", "-"));
    return new CachedEmbedder(
        embedder, new VectorCache(file, embedder.name(), embedder.dimension(), CACHE_BYTES));
  }

  private static String title(
      RepositoryList.Entry repository, RepositoryRanking ranking, String kind, Results results) {
    String few =
        kind.equals(DOCS) && ranking.symbolCount() < RepositoryRanking.SYMBOLS_MIN
            ? " (fewer than %,d symbols: %,d)"
                .formatted(RepositoryRanking.SYMBOLS_MIN, ranking.symbolCount())
            : "";
    return "%s%s, %s at %.10s, %d questions%s"
        .formatted(
            repository.name(),
            repository.language().isEmpty() ? "" : " (" + repository.language() + ")",
            kind,
            ranking.base(),
            results.questionCount(),
            few);
  }

  private void keep(String title, String kind, Results results) throws IOException {
    byRepository.put(title, results);
    byKind.computeIfAbsent(kind, name -> new Results(arguments.seed())).addAll(results);
    Files.writeString(arguments.document(), document());
  }

  private String document() throws IOException {
    StringBuilder text = new StringBuilder(heading());
    byKindAndName.forEach((kind, results) -> {
      Summary summary =
          kind.equals(DOCS)
              ? new Summary("NDCG@10 of sentences of doc comments", Score::gain)
              : new Summary("Acc@5 of commit messages", Score::firstFive);
      text.append("\n").append(summary.table(results));
    });
    byKind.forEach((kind, results) ->
        text.append(
            "\n## All repositories, %s\n\n%d questions.\n\n%s"
                .formatted(kind, results.questionCount(), results.table())));
    byRepository.forEach(
        (title, results) -> text.append("\n## %s\n\n%s".formatted(title, results.table())));
    return text.toString();
  }

  private String heading() throws IOException {
    return """
    # Ranking

    Made by `benchmarks/run ranking`. Questions are mined from the repositories themselves, %d of each kind drawn by the
    seed %d; every system answers the same ones from the same texts in the same run.

    - **commits**: a commit message asks for the source files it changed, at the first parent of the window of history
      that gives enough of them. Left out: merges, commits of more than five files, releases and versions, messages that
      name one of the files, files that were not there yet. A file is as good as its best place.
    - **docs**: the first sentence (six words or more) of a doc comment asks for its symbol; all doc comments are cut out
      of the texts. Right is a place with the line of the symbol's name. Sentences of several symbols are left out.

    *Acc@n*: a right answer among the first n. Differences from BM25 are with the 95 %% interval of a paired bootstrap.

    *Of several files*: recall of the questions with more than one right file. Systems that embed texts may have answered
    fewer questions, as their lines say; they are compared with BM25 on those. *Dense only* leaves out repositories that are
    too large to be embedded as a whole%s.

    - *BM25*: Lucene with its defaults, identifiers as a whole and in parts, chunks of 60 lines.
    - *BM25, 50 chunks re-ranked*: bge-small reads %d tokens of each; half BM25, half cosine.
    - *dense only*: chunks of 350 words, 100 overlap; bge-small reads %d tokens of each.
    - *rg, votes of terms*: a file gets a vote for each word of the question that it has.

    %s
    """
        .formatted(
            arguments.cases(),
            arguments.seed(),
            arguments.denseChunks() == Integer.MAX_VALUE
                ? ""
                : " (more than %,d chunks)".formatted(arguments.denseChunks()),
            RERANKING_TOKENS,
            DENSE_TOKENS,
            Machine.sentence(root));
  }
}
