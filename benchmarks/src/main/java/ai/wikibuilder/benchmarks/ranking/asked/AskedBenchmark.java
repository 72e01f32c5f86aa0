package ai.wikibuilder.benchmarks.ranking.asked;

import ai.wikibuilder.answers.Question;
import ai.wikibuilder.benchmarks.Machine;
import ai.wikibuilder.benchmarks.ranking.Corpus;
import ai.wikibuilder.benchmarks.ranking.DenseChunks;
import ai.wikibuilder.benchmarks.ranking.PlainLucene;
import ai.wikibuilder.benchmarks.ranking.ProductSearch;
import ai.wikibuilder.benchmarks.ranking.SearchSystem;
import ai.wikibuilder.index.Reranker;
import ai.wikibuilder.models.BgeSmallEmbedder;
import ai.wikibuilder.models.CachedEmbedder;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.models.VectorCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks hand-written questions of the product and of its peers, and writes the table. */
public final class AskedBenchmark {
  /** The most the model was made for. */
  private static final int DENSE_TOKENS = 512;

  /** Chunks that the most used tool of the field takes. */
  private static final int DENSE_COUNT = 20;

  private static final long CACHE_BYTES = 1L << 29;

  private static final String OURS = "ours, lexical";
  private static final String RERANKED = "ours, re-ranked";
  private static final String BM25 = "BM25";
  private static final String DENSE = "dense chunks, top 20";
  private static final String ENGLISH = "the same in English";
  private static final String TURKISH = "Turkish, glossary";
  private static final String RAW = "Turkish as it is";
  private static final String TRANSLATED = "Turkish, translated";

  private final Path root;
  private final Path work;

  /** recall@10 of each question, by system and repository. */
  private final Map<String, Map<String, List<Double>>> recalls = new LinkedHashMap<>();

  private final List<String> details = new ArrayList<>();

  private AskedBenchmark(Path root) throws IOException {
    this.root = root;
    this.work = Files.createDirectories(root.resolve("benchmarks/target/questions"));
  }

  /** Arguments: the project's folder, then folders with git that have the questioned commits. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    AskedBenchmark benchmark = new AskedBenchmark(root);
    List<AskedQuestions> known = new ArrayList<>();
    try (Stream<Path> files = Files.list(root.resolve("benchmarks/questions"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".tsv")).sorted().toList()) {
        known.add(AskedQuestions.read(file));
      }
    }
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      benchmark.ask(Path.of(folder), known);
    }
    Files.write(benchmark.work.resolve("questions.tsv"), benchmark.details);
    Files.writeString(root.resolve("docs/questions.md"), benchmark.document());
  }

  private void ask(Path folder, List<AskedQuestions> known) throws IOException {
    Optional<AskedQuestions> asked =
        known.stream().filter(one -> hasCommit(folder, one.commit())).findFirst();
    if (asked.isEmpty()) {
      System.err.println(folder + ": no questions are about a commit it has");
      return;
    }
    AskedQuestions questions = asked.get();
    try (Corpus corpus =
            Corpus.build(
                root,
                List.of(folder.toString(), "--ref", questions.commit()),
                work.resolve("index"));
        Embedder ours = cached(new BgeSmallEmbedder());
        Embedder dense = cached(new BgeSmallEmbedder(DENSE_TOKENS))) {
      for (AskedQuestions.Asked one : questions.questions()) {
        if (!corpus.texts().keySet().containsAll(one.files())) {
          throw new IOException("not among the texts: " + one.files());
        }
      }
      int places = SearchSystem.PLACES_MAX;
      try (SearchSystem lexical = new ProductSearch(corpus, Reranker.none(), false)) {
        english(OURS, questions, lexical, places);
        turkish(questions, lexical);
      }
      try (SearchSystem plain = new PlainLucene(corpus)) {
        english(BM25, questions, plain, places);
      }
      try (SearchSystem reranked = new ProductSearch(corpus, Reranker.thorough(ours), true)) {
        english(RERANKED, questions, reranked, places);
      }
      try (SearchSystem vectors = new DenseChunks(corpus, dense)) {
        english(DENSE, questions, vectors, DENSE_COUNT);
      }
    }
  }

  private static boolean hasCommit(Path folder, String commit) {
    try {
      return new ProcessBuilder("git", "-C", folder.toString(), "cat-file", "-e", commit)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One system asked of one repository. */
  private record Run(String system, AskedQuestions questions, SearchSystem search, int limit) {}

  private void english(String system, AskedQuestions questions, SearchSystem search, int limit) {
    Run run = new Run(system, questions, search, limit);
    for (AskedQuestions.Asked one : questions.questions()) {
      add(run, one, one.english());
    }
  }

  private void turkish(AskedQuestions questions, SearchSystem search) {
    Map<String, Function<AskedQuestions.Asked, String>> ways = new LinkedHashMap<>();
    ways.put(ENGLISH, AskedQuestions.Asked::english);
    ways.put(RAW, one -> one.turkish().orElseThrow());
    ways.put(TURKISH, one -> String.join(" ", Question.of(one.turkish().orElseThrow()).words()));
    ways.put(TRANSLATED, one -> one.translated().orElseThrow());
    ways.forEach((system, words) -> {
      Run run = new Run(system, questions, search, SearchSystem.PLACES_MAX);
      for (AskedQuestions.Asked one : questions.questions()) {
        if (one.turkish().isPresent()) {
          add(run, one, words.apply(one));
        }
      }
    });
  }

  private void add(Run run, AskedQuestions.Asked asked, String words) {
    boolean[] relevance = asked.in(words).relevance(run.search().search(words, run.limit()));
    int found = 0;
    StringBuilder ranks = new StringBuilder();
    for (int i = 0; i < relevance.length; i++) {
      found += relevance[i] ? 1 : 0;
      ranks.append(relevance[i] ? (i + 1) + " " : "");
    }
    recalls
        .computeIfAbsent(run.system(), _ -> new LinkedHashMap<>())
        .computeIfAbsent(run.questions().repository(), _ -> new ArrayList<>())
        .add((double) found / asked.files().size());
    details.add(
        String.join(
            "\t",
            run.questions().repository(),
            run.system(),
            found + "/" + asked.files().size(),
            ranks.toString().strip(),
            words,
            asked.files().toString()));
  }

  private Embedder cached(BgeSmallEmbedder embedder) {
    Path file = work.resolve("vectors-" + embedder.name().replaceAll("\\W+", "-"));
    return new CachedEmbedder(
        embedder, new VectorCache(file, embedder.name(), embedder.dimension(), CACHE_BYTES));
  }

  private String document() throws IOException {
    return """
    # Questions in plain words

    Made by `benchmarks/run questions`. Sixty questions about three repositories, in the words of somebody who does not
    know them, with the files that answer (`benchmarks/questions`); written from the code before anything was searched,
    and no search was tuned on these repositories' questions. Half of them stand beside the same in Turkish and beside the
    words of code that a translator makes of that.

    The figure is recall@10: the share of a question's files among the first ten different files that a search gives. All
    systems see the same texts.

    - *BM25*: Lucene with its defaults, identifiers as a whole and in parts, chunks of 60 lines.
    - *dense chunks*: 350 words, 100 overlap, whatever the code; bge-small reads %d tokens of each; the nearest %d count.

    %s

    %s
    ## Turkish

    *Glossary*: words that `aiwiki ask` knows are put into those of code, the others stay. *Translated*: the committed
    words of code, as a model would give them. The glossary got the common words of programming after
    these questions were written, by who wrote them; with the 118 words of before it was 0.339.

    %s\
    """
        .formatted(
            DENSE_TOKENS,
            DENSE_COUNT,
            Machine.sentence(root),
            table(List.of(OURS, RERANKED, BM25, DENSE)),
            table(List.of(ENGLISH, TURKISH, RAW, TRANSLATED)));
  }

  private String table(List<String> systems) {
    List<String> repositories =
        List.copyOf(recalls.getOrDefault(systems.getFirst(), Map.of()).keySet());
    StringBuilder text = new StringBuilder("| System |");
    repositories.forEach(name -> text.append(' ').append(name).append(" |"));
    text.append(" all |\n|---|").append("---|".repeat(repositories.size() + 1)).append('\n');
    for (String system : systems) {
      Map<String, List<Double>> ofSystem = recalls.getOrDefault(system, Map.of());
      text.append("| ").append(system).append(" |");
      List<Double> all = new ArrayList<>();
      for (String name : repositories) {
        List<Double> here = ofSystem.getOrDefault(name, List.of());
        all.addAll(here);
        text.append(" %.3f |".formatted(mean(here)));
      }
      text.append(" %.3f (%d questions) |\n".formatted(mean(all), all.size()));
    }
    return text.toString();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(one -> one).average().orElse(0);
  }
}
