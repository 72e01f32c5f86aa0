package ai.wikibuilder.index;

import ai.wikibuilder.index.IndexException.Kind;
import ai.wikibuilder.index.queries.Deadline;
import ai.wikibuilder.index.queries.NameFit;
import ai.wikibuilder.index.queries.Query;
import ai.wikibuilder.index.queries.QueryReading;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/**
 * Answers questions from one index directory. May be shared by threads; memory-mapped, so opening
 * is cheap and an open index costs no heap.
 */
public final class SearchIndex implements AutoCloseable {
  /** Phrases and expressions read texts; people wait this long for a search, seldom longer. */
  private static final Duration CODE_TIME_MAX = Duration.ofSeconds(2);

  private final IndexManifest manifest;
  private final Directory directory;
  private final DirectoryReader reader;
  private final TextReader texts;
  private final Reranker reranker;
  private final LongSupplier nanoTime;

  private SearchIndex(IndexManifest manifest, Directory directory, Surroundings surroundings)
      throws IOException {
    this.manifest = manifest;
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.texts = surroundings.texts();
    this.reranker = surroundings.reranker();
    this.nanoTime = surroundings.nanoTime();
  }

  /** What an index asks besides its own files. */
  private record Surroundings(TextReader texts, Reranker reranker, LongSupplier nanoTime) {}

  /** Opens an index whose order is lexical. */
  public static SearchIndex open(Path directory, TextReader texts) {
    return open(directory, texts, Reranker.none());
  }

  /**
   * Opens an index and checks that its files are all there, of the right length and properly ended.
   *
   * @param texts gives the files the index was built from; where it has none, hits are ranked
   *     without a look at their text
   * @param reranker stays the caller's, who closes it
   * @throws IndexException NOT_FOUND, CORRUPT, OUTDATED or STORAGE
   */
  public static SearchIndex open(Path directory, TextReader texts, Reranker reranker) {
    return open(directory, texts, reranker, System::nanoTime);
  }

  /** As above; {@code nanoTime} is the clock that ends a search for code. */
  static SearchIndex open(
      Path directory, TextReader texts, Reranker reranker, LongSupplier nanoTime) {
    IndexManifest manifest = IndexManifest.read(directory);
    try {
      Directory files = new MMapDirectory(directory, new SingleInstanceLockFactory());
      manifest.checkQuickly(files);
      return new SearchIndex(manifest, files, new Surroundings(texts, reranker, nanoTime));
    } catch (IOException e) {
      throw new IndexException(
          Kind.CORRUPT, "the index in " + directory + " cannot be opened; build it again", e);
    }
  }

  /**
   * Reads every byte of the index.
   *
   * @throws IndexException CORRUPT when any of them was changed
   */
  public void verify() {
    manifest.checkFully(directory);
  }

  /** Number of chunks that can be found. */
  public int chunkCount() {
    return reader.numDocs();
  }

  /**
   * Finds what answers a question, written as {@link Query} says.
   *
   * @throws ai.wikibuilder.index.queries.QueryException when it uses that syntax and gets it wrong
   * @throws IndexException STORAGE when the index can no longer be read
   */
  public SearchResult search(SearchRequest request) {
    boolean cut = request.query().length() == SearchRequest.QUERY_CHARS_MAX;
    return search(request, cut ? Query.plain(request.query()) : Query.parse(request.query()));
  }

  /**
   * As {@link #search}, but takes every character as text to look for: for questions that were
   * pasted or mined. Any text is answered, with an empty list if need be.
   *
   * @throws IndexException STORAGE when the index can no longer be read
   */
  public SearchResult searchWords(SearchRequest request) {
    return search(request, Query.plain(request.query()));
  }

  /**
   * How well the best chunk answers, by its words alone: much cheaper than a search, to choose
   * among many indexes the few that are searched. Above 0 when anything fits; larger is better.
   *
   * @return empty when the query has phrases or expressions, which only reading the texts can tell
   * @throws ai.wikibuilder.index.queries.QueryException when the syntax of the query is wrong
   * @throws IndexException STORAGE when the index can no longer be read
   */
  public OptionalDouble promise(String text) {
    Query query = Query.parse(text);
    if (!query.conditions().isEmpty()) {
      return OptionalDouble.empty();
    }
    QueryReading reading = QueryReading.of(query.words(), Retrieval::cut);
    try {
      LiveSearcher searcher = new LiveSearcher(reader);
      var filter = CodeSearch.filter(searcher, query.filters());
      return OptionalDouble.of(new Retrieval(searcher, filter, reading).best());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static IndexException unreadable(IOException cause) {
    return new IndexException(
        Kind.STORAGE, "the index can no longer be read; build it again", cause);
  }

  private SearchResult search(SearchRequest request, Query query) {
    QueryReading reading = QueryReading.of(query.words(), Retrieval::cut);
    boolean wordless = reading.terms().isEmpty() && reading.symbols().isEmpty();
    if (wordless && query.filters().isEmpty() && query.conditions().isEmpty()) {
      return new SearchResult(List.of(), SearchResult.Order.LEXICAL, "");
    }
    try {
      CodeSearch.Found found = candidates(query, reading);
      Reranker.Outcome outcome =
          request.rerank() && !wordless
              ? reranker.rerank(query.words(), found.candidates(), texts)
              : Reranker.unchanged(found.candidates());
      List<Candidate> ranked = new ArrayList<>(outcome.candidates());
      Ranking.holdBackRepeats(ranked);
      List<SearchHit> hits = new ArrayList<>();
      for (Candidate candidate : Ranking.spread(ranked, request.limit())) {
        hits.add(candidate.hit(hits.size() + 1));
      }
      return new SearchResult(hits, outcome.order(), joined(found.note(), outcome.note()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Ranked candidates. */
  private CodeSearch.Found candidates(Query query, QueryReading reading) throws IOException {
    LiveSearcher searcher = new LiveSearcher(reader);
    var filter = CodeSearch.filter(searcher, query.filters());
    Retrieval retrieval = new Retrieval(searcher, filter, reading);
    String note = "";
    List<Candidate> candidates;
    if (query.conditions().isEmpty()) {
      candidates = retrieval.candidates();
    } else {
      Deadline deadline = new Deadline(nanoTime, CODE_TIME_MAX);
      CodeSearch.Found found =
          new CodeSearch(searcher, texts, query.conditions(), deadline).find(filter);
      candidates = retrieval.scored(found.candidates());
      note = found.note();
    }
    NameFit nameFit = new NameFit(retrieval.termWeights(), Retrieval::cut);
    Ranking ranking = new Ranking(query, reading, nameFit, texts);
    return new CodeSearch.Found(ranking.rank(candidates, retrieval.fileScores(candidates)), note);
  }

  private static String joined(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + "; " + other;
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new IndexException(Kind.STORAGE, "cannot close the index", e);
    }
  }
}
