package ai.wikibuilder.benchmarks;

import ai.wikibuilder.builds.stored.StoredTexts;
import ai.wikibuilder.facts.FactsCodec;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.index.Reranker;
import ai.wikibuilder.index.SearchIndex;
import ai.wikibuilder.index.SearchRequest;
import ai.wikibuilder.models.BgeSmallEmbedder;
import ai.wikibuilder.models.CachedEmbedder;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.models.VectorCache;
import ai.wikibuilder.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How long questions take: lexical and re-ranked in a warm process, and as a process of its own.
 */
final class SearchBenchmark {
  static final int QUERY_COUNT = 400;

  /** Re-ranked ones are slower; this many give a steady 95th percentile. */
  private static final int RERANKED_COUNT = 60;

  private static final int ONE_SHOT_RUNS = 5;

  /** A query of so many words finds something, and is therefore re-ranked. */
  private static final int QUESTION_WORDS = 4;

  private static final long SEED = 20261124;

  private final Path root;
  private final Path output;

  SearchBenchmark(Path root, Path output) {
    this.root = root;
    this.output = output;
  }

  List<String> rows() throws IOException {
    List<String> rows = new ArrayList<>();
    try (Generation generation = GenerationStore.existing(output).current().orElseThrow();
        Embedder embedder = embedder()) {
      List<String> queries = queries(generation);
      StoredTexts texts = StoredTexts.of(generation);
      try (SearchIndex index = SearchIndex.open(generation.indexFolder(), texts)) {
        time(index, queries, false); // warm-up
        rows.add(row("search, lexical", time(index, queries, false), 0.99, ""));
      }
      try (SearchIndex index =
          SearchIndex.open(generation.indexFolder(), texts, Reranker.with(embedder))) {
        List<String> fewer = queries.subList(0, RERANKED_COUNT);
        time(index, queries.subList(RERANKED_COUNT, RERANKED_COUNT + 10), true); // warm-up
        rows.add(row("search, re-ranked, new query", time(index, fewer, true), 0.95, ""));
        rows.add(row("search, re-ranked, repeated", time(index, fewer, true), 0.95, ""));
      }
      rows.add(oneShot(queries));
    }
    return rows;
  }

  private static Embedder embedder() throws IOException {
    BgeSmallEmbedder embedder = new BgeSmallEmbedder();
    Path vectors = Files.createTempDirectory("vectors").resolve("vectors");
    return new CachedEmbedder(
        embedder, new VectorCache(vectors, embedder.name(), embedder.dimension(), 64L << 20));
  }

  private static Samples time(SearchIndex index, List<String> queries, boolean rerank) {
    double[] millis = new double[queries.size()];
    for (int i = 0; i < millis.length; i++) {
      long started = System.nanoTime();
      index.searchWords(new SearchRequest(queries.get(i), 10, rerank));
      millis[i] = (System.nanoTime() - started) / 1e6;
    }
    return new Samples(millis);
  }

  private static String row(String what, Samples millis, double high, String beside) {
    return String.format(
        Locale.ROOT,
        "| %s | p50 %.1f ms, p%.0f %.1f ms | | | %s |",
        what,
        millis.median(),
        high * 100,
        millis.quantile(high),
        beside);
  }

  private String oneShot(List<String> queries) {
    List<String> questions =
        queries.stream()
            .filter(query -> query.split(" ", -1).length >= QUESTION_WORDS)
            .filter(query -> query.indexOf(':') < 0) // the command reads kind:x as a filter
            .toList();
    double[] seconds = new double[ONE_SHOT_RUNS];
    long peak = 0;
    for (int i = 0; i < seconds.length; i++) {
      String query = questions.get(i);
      MeasuredProcess process =
          MeasuredProcess.run(
              List.of(
                  root.resolve("aiwiki").toString(),
                  "search",
                  "--wiki",
                  output.toString(),
                  "--json",
                  "--",
                  query),
              Map.of());
      seconds[i] = process.seconds();
      peak = Math.max(peak, process.peakBytes());
    }
    return new Row(
            "search as a process, new query", new Samples(seconds).median(), "", peak, "re-ranked")
        .toString();
  }

  /** Half names, half first sentences of doc comments, shuffled by a fixed seed. */
  private static List<String> queries(Generation generation) {
    List<String> names = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (StoredFile file : generation.files()) {
      if (!file.text().isPresent()) {
        continue;
      }
      SourceText text = SourceText.of(generation.read(file.text()));
      FileFacts facts = FactsCodec.decode(generation.read(file.facts()));
      for (Symbol symbol : facts.symbols()) {
        names.add(symbol.name());
        symbol.doc().map(text::slice).map(SearchBenchmark::firstSentence).ifPresent(sentences::add);
      }
    }
    Random random = new Random(SEED);
    Collections.shuffle(names, random);
    Collections.shuffle(sentences, random);
    List<String> queries = new ArrayList<>();
    for (int i = 0; queries.size() < QUERY_COUNT; i++) {
      queries.add(names.get(i % names.size()));
      queries.add(
          sentences.isEmpty() ? names.get(i % names.size()) : sentences.get(i % sentences.size()));
    }
    return queries;
  }

  private static String firstSentence(String doc) {
    String words = doc.replaceAll("[/*#\"'<>{}@]+", " ").replaceAll("\\s+", " ").strip();
    int end = words.indexOf(". ");
    return words.substring(0, Math.min(end < 0 ? words.length() : end, 160));
  }
}
