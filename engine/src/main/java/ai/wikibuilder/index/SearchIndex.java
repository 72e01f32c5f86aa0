package ai.wikibuilder.index;

import ai.wikibuilder.index.IndexException.Kind;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/**
 * Answers questions from one index directory. May be shared by threads; memory-mapped, so opening
 * is cheap and an open index costs no heap.
 */
public final class SearchIndex implements AutoCloseable {
  private final IndexManifest manifest;
  private final Directory directory;
  private final DirectoryReader reader;
  private final TextReader texts;
  private final Reranker reranker;

  private SearchIndex(
      IndexManifest manifest, Directory directory, TextReader texts, Reranker reranker)
      throws IOException {
    this.manifest = manifest;
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.texts = texts;
    this.reranker = reranker;
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
    IndexManifest manifest = IndexManifest.read(directory);
    try {
      Directory files = new MMapDirectory(directory, new SingleInstanceLockFactory());
      manifest.checkQuickly(files);
      return new SearchIndex(manifest, files, texts, reranker);
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
   * Finds what answers a question. Any query is answered, with an empty list if need be.
   *
   * @throws IndexException STORAGE when the index can no longer be read
   */
  public SearchResult search(SearchRequest request) {
    QueryReading reading = QueryReading.of(request.query());
    if (reading.terms().isEmpty() && reading.symbols().isEmpty()) {
      return new SearchResult(List.of(), SearchResult.Order.LEXICAL, "");
    }
    List<Candidate> ranked;
    try {
      ranked = new Ranking(reading, texts).rank(new Retrieval(reader, reading).candidates());
    } catch (IOException e) {
      throw new IndexException(Kind.STORAGE, "the index can no longer be read; build it again", e);
    }
    Reranker.Outcome outcome =
        request.rerank()
            ? reranker.rerank(request.query(), ranked, texts)
            : Reranker.unchanged(ranked);
    List<SearchHit> hits = new ArrayList<>();
    for (Candidate candidate : Ranking.spread(outcome.candidates(), request.limit())) {
      hits.add(candidate.hit(hits.size() + 1));
    }
    return new SearchResult(hits, outcome.order(), outcome.note());
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
