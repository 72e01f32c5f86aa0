package ai.wikibuilder.index;

import ai.wikibuilder.index.IndexException.Kind;
import ai.wikibuilder.index.queries.Deadline;
import ai.wikibuilder.index.queries.NameFit;
import ai.wikibuilder.index.queries.Query;
import ai.wikibuilder.index.queries.QueryReading;
import ai.wikibuilder.index.queries.QueryShape;
import ai.wikibuilder.index.vectors.ChunkVectors;
import ai.wikibuilder.index.vectors.IndexedChunk;
import ai.wikibuilder.index.vectors.Meaning;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.apache.lucene.codecs.Codec;
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

  /** Chunks close to a question in meaning that are ranked beside those that have its words. */
  private static final int NEAR_MAX = 60;

  /** The same where filters will leave out most of them. */
  private static final int NEAR_FILTERED_MAX = 1_000;

  /** Questions whose places are kept, some 100 kB each. */
  private static final int RECENT_MAX = 8;

  private final IndexManifest manifest;
  private final Directory directory;
  private final DirectoryReader reader;
  private final TextReader texts;
  private final Reranker reranker;
  private final Meaning meaning;
  private final LongSupplier nanoTime;

  /** By the question, in the order of their use. An answer looks for the same places twice. */
  private final Map<Query, List<Candidate>> recent =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Query, List<Candidate>> eldest) {
              return size() > RECENT_MAX;
            }
          });

  private SearchIndex(IndexManifest manifest, Directory directory, Surroundings surroundings)
      throws IOException {
    this.manifest = manifest;
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.texts = surroundings.texts();
    this.reranker = surroundings.reranker();
    this.meaning = surroundings.meaning();
    this.nanoTime = surroundings.nanoTime();
  }

  /** What an index asks besides its own files. */
  private record Surroundings(
      TextReader texts, Reranker reranker, Meaning meaning, LongSupplier nanoTime) {}

  /**
   * Begins to load, on a thread of its own, what the first index of a process needs before it is
   * opened: a tenth of a second, which passes while the caller finds out which index that is.
   */
  public static void prepare() {
    Thread _ =
        Thread.startVirtualThread(() -> {
          Object _ = MMapDirectory.ALL_FILES;
          Codec _ = Codec.getDefault();
        });
  }

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
    return open(directory, new Surroundings(texts, reranker, Meaning.none(), System::nanoTime));
  }

  /**
   * As above, and compares questions with the vectors of chunks where it can; where it cannot, the
   * reranker has its turn, and the result says why.
   *
   * @param meaning stays the caller's, who closes it
   */
  public static SearchIndex open(
      Path directory, TextReader texts, Reranker reranker, Meaning meaning) {
    return open(directory, new Surroundings(texts, reranker, meaning, System::nanoTime));
  }

  /** As above; {@code nanoTime} is the clock that ends a search for code. */
  static SearchIndex open(
      Path directory, TextReader texts, Reranker reranker, LongSupplier nanoTime) {
    return open(directory, new Surroundings(texts, reranker, Meaning.none(), nanoTime));
  }

  private static SearchIndex open(Path directory, Surroundings surroundings) {
    IndexManifest manifest = IndexManifest.read(directory);
    try {
      Directory files = new MMapDirectory(directory, new SingleInstanceLockFactory());
      manifest.checkQuickly(files);
      return new SearchIndex(manifest, files, surroundings);
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

  /** All chunks, sorted by place. */
  public List<IndexedChunk> chunks() {
    try {
      return Retrieval.chunks(reader);
    } catch (IOException e) {
      throw new IndexException(Kind.STORAGE, "the index can no longer be read; build it again", e);
    }
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
    try {
      LiveSearcher searcher = new LiveSearcher(reader);
      var filter = CodeSearch.filter(searcher, query.filters());
      Meant meant = meant(searcher, query);
      return OptionalDouble.of(new Retrieval(searcher, filter, meant.reading()).best());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static IndexException unreadable(IOException cause) {
    return new IndexException(
        Kind.STORAGE, "the index can no longer be read; build it again", cause);
  }

  /** What is searched for, and how that differs from what was asked; the note is empty if not. */
  private record Meant(Query query, QueryReading reading, String note) {
    Meant(Query query, String note) {
      this(query, QueryReading.of(query.words(), Retrieval::cut), note);
    }

    boolean isWordless() {
      return reading.terms().isEmpty() && reading.symbols().isEmpty();
    }
  }

  /** A single name that stands nowhere was half remembered or mistyped: names like it are meant. */
  private static Meant meant(LiveSearcher searcher, Query query) throws IOException {
    String words = query.words();
    if (QueryShape.of(words) == QueryShape.NAME && query.conditions().isEmpty()) {
      String name = words.substring(words.lastIndexOf('.') + 1);
      if (!searcher.isSymbol(ChunkDocument.exact(name)) && !searcher.isKnown(wholeTerm(name))) {
        List<String> like = searcher.namesLike(name);
        if (!like.isEmpty()) {
          return new Meant(
              query.withWords(String.join(" ", like)),
              "nothing is called %s here; searched for %s"
                  .formatted(name, String.join(", ", like)));
        }
      }
    }
    return new Meant(query, "");
  }

  /** The term of a name as a whole. */
  private static String wholeTerm(String name) {
    String[] found = {""};
    boolean[] whole = {false};
    Retrieval.cut(
        name,
        (term, isWhole) -> {
          if (!whole[0]) {
            found[0] = term;
            whole[0] = isWhole;
          }
        });
    return found[0];
  }

  private SearchResult search(SearchRequest request, Query asked) {
    try {
      Meant meant = meant(new LiveSearcher(reader), asked);
      Query query = meant.query();
      boolean nothing = query.filters().isEmpty() && query.conditions().isEmpty();
      return meant.isWordless() && nothing
          ? new SearchResult(List.of(), SearchResult.Order.LEXICAL, "")
          : search(request, meant);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private SearchResult search(SearchRequest request, Meant meant) throws IOException {
    Query query = meant.query();
    boolean byMeaning = request.rerank() && !meant.isWordless();
    Asked asked = byMeaning ? ask(query) : Asked.nothing();
    CodeSearch.Found found = candidates(query, meant.reading(), asked.question());
    Reranker.Outcome outcome =
        byMeaning ? reordered(query, found, asked) : Reranker.unchanged(found.candidates());
    List<Candidate> ranked = new ArrayList<>(outcome.candidates());
    Ranking.holdBackRepeats(ranked);
    List<SearchHit> hits = new ArrayList<>();
    for (Candidate candidate : Ranking.spread(ranked, request.limit())) {
      hits.add(candidate.hit(hits.size() + 1));
    }
    String note = joined(joined(meant.note(), found.note()), joined(asked.note(), outcome.note()));
    return new SearchResult(hits, outcome.order(), note, asked.note());
  }

  /** The question with its vector, or why it has none. */
  private record Asked(Optional<Meaning.Question> question, String note) {
    static Asked nothing() {
      return new Asked(Optional.empty(), "");
    }
  }

  private Asked ask(Query query) {
    return switch (meaning.ask(query.words())) {
      case Meaning.Answer.Asked(Meaning.Question question) -> new Asked(Optional.of(question), "");
      case Meaning.Answer.NotAsked(String why) -> new Asked(Optional.empty(), why);
    };
  }

  private Reranker.Outcome reordered(Query query, CodeSearch.Found found, Asked asked) {
    return asked.question().isPresent()
        ? Reranker.fused(asked.question().get(), found.candidates())
        : reranker.rerank(query.words(), found.candidates(), texts);
  }

  /** Ranked candidates; those for words alone are kept for whoever asks the same next. */
  private CodeSearch.Found candidates(
      Query query, QueryReading reading, Optional<Meaning.Question> question) throws IOException {
    if (question.isPresent() || !query.conditions().isEmpty()) {
      return ranked(query, reading, question);
    }
    List<Candidate> ranked = recent.get(query);
    if (ranked == null) {
      ranked = ranked(query, reading, question).candidates();
      recent.put(query, ranked);
    }
    return new CodeSearch.Found(ranked.stream().map(Candidate::copy).toList(), "");
  }

  private CodeSearch.Found ranked(
      Query query, QueryReading reading, Optional<Meaning.Question> question) throws IOException {
    LiveSearcher searcher = new LiveSearcher(reader);
    var filter = CodeSearch.filter(searcher, query.filters());
    Retrieval retrieval = new Retrieval(searcher, filter, reading);
    String note = "";
    List<Candidate> candidates;
    if (query.conditions().isEmpty()) {
      int limit = query.filters().isEmpty() ? NEAR_MAX : NEAR_FILTERED_MAX;
      List<ChunkVectors.Near> near =
          question.map(asked -> asked.nearest(limit)).orElseGet(List::of);
      candidates = retrieval.candidates(near, NEAR_MAX);
    } else {
      Deadline deadline = new Deadline(nanoTime, CODE_TIME_MAX);
      CodeSearch.Found found =
          new CodeSearch(searcher, texts, query.conditions(), deadline).find(filter);
      candidates = retrieval.scored(found.candidates());
      note = found.note();
    }
    NameFit nameFit =
        new NameFit(retrieval.termWeights(), retrieval.relatedWeights(), Retrieval::cut);
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
