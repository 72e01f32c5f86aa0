package ai.wikibuilder.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.Bits;

/**
 * Counts only chunks that are alive. Lucene counts replaced ones until their segment is merged;
 * here an index built in fifty steps ranks exactly as one built at once. For one search, one
 * thread.
 */
final class LiveSearcher extends IndexSearcher {
  private static final Set<String> TEXT_FIELDS =
      Set.of(ChunkDocument.BODY, ChunkDocument.WORDS, ChunkDocument.NAMES, ChunkDocument.PLACE);

  private final Map<String, Long> counted = new HashMap<>();

  LiveSearcher(DirectoryReader reader) {
    super(reader);
    setSimilarity(new FieldSimilarity());
    setQueryCache(null);
  }

  @Override
  public CollectionStatistics collectionStatistics(String field) {
    long chunks = Math.max(1, getIndexReader().numDocs());
    return new CollectionStatistics(field, chunks, chunks, chunks, chunks);
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    long chunks =
        Math.max(1, TEXT_FIELDS.contains(term.field()) ? chunksWith(term.text()) : alive(term));
    return new TermStatistics(term.bytes(), chunks, chunks);
  }

  /** Whether any chunk has a term. */
  boolean isKnown(String term) throws IOException {
    return chunksWith(term) > 0;
  }

  /** Weight of a term by how few chunks have it, as BM25 counts it; above 0. */
  double rarity(String term) throws IOException {
    long chunks = chunksWith(term);
    long all = Math.max(1, getIndexReader().numDocs());
    return Math.log(1 + (all - chunks + 0.5) / (chunks + 0.5));
  }

  /**
   * Chunks that have the term in the text field where it is commonest. A word is equally rare
   * wherever it stands: otherwise a common word would be precious in the fields few chunks have.
   */
  private long chunksWith(String text) throws IOException {
    Long known = counted.get(text);
    if (known == null) {
      known = 0L;
      for (String field : TEXT_FIELDS) {
        known = Math.max(known, alive(new Term(field, text)));
      }
      counted.put(text, known);
    }
    return known;
  }

  private long alive(Term term) throws IOException {
    long count = 0;
    for (LeafReaderContext leaf : getIndexReader().leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      if (live == null) {
        count += leaf.reader().docFreq(term);
        continue;
      }
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live.get(postings.docID())) {
          count++;
        }
      }
    }
    return count;
  }

  /**
   * BM25 with settings per field and a fixed reference length in place of the average: a score then
   * depends on the chunk and the live index, not on the order of earlier builds.
   */
  static final class FieldSimilarity extends PerFieldSimilarityWrapper {
    private final Similarity body = new FixedLength(1.2f, 0.6f, 180.0f);
    private final Similarity words = new FixedLength(1.2f, 0.3f, 60.0f);
    private final Similarity names = new FixedLength(0.6f, 0.4f, 8.0f);
    private final Similarity place = new FixedLength(0.4f, 0.2f, 10.0f);

    @Override
    public Similarity get(String field) {
      return switch (field) {
        case ChunkDocument.WORDS -> words;
        case ChunkDocument.NAMES -> names;
        case ChunkDocument.PLACE -> place;
        default -> body;
      };
    }

    private static final class FixedLength extends BM25Similarity {
      private final float length;

      FixedLength(float k1, float b, float length) {
        super(k1, b);
        this.length = length;
      }

      @Override
      protected float avgFieldLength(CollectionStatistics statistics) {
        return length;
      }
    }
  }
}
