package ai.wikibuilder.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Counts only chunks that are alive. Lucene counts replaced ones until their segment is merged;
 * here an index built in fifty steps ranks exactly as one built at once. For one search, one
 * thread.
 */
final class LiveSearcher extends IndexSearcher {
  private static final Set<String> TEXT_FIELDS =
      Set.of(ChunkDocument.BODY, ChunkDocument.WORDS, ChunkDocument.NAMES, ChunkDocument.PLACE);

  /** Shorter names are near to too many. */
  private static final int LIKE_CHARS_MIN = 5;

  /** Longer ones are no names that somebody typed, and cost more than they help. */
  private static final int LIKE_CHARS_MAX = 80;

  /** From this length on two letters may be wrong. */
  private static final int TWO_EDITS_CHARS_MIN = 8;

  /** Names given for one that no symbol has. */
  private static final int LIKE_MAX = 3;

  /** Definitions of one name looked at for one that is written alike. */
  private static final int DEFINITIONS_MAX = 20;

  /** Names looked at that begin with the letters typed. */
  private static final int BEGINNING_MAX = 500;

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

  /**
   * What may be meant by a term that no chunk has: the commonest one that differs by a letter, for
   * long terms by two; none for a term that is short or has more than letters.
   */
  Optional<String> termLike(String typed) throws IOException {
    if (typed.length() < LIKE_CHARS_MIN
        || typed.length() > LIKE_CHARS_MAX
        || !typed.chars().allMatch(Character::isLetter)) {
      return Optional.empty();
    }
    Optional<String> best = Optional.empty();
    int editsMax = editsMax(typed);
    for (int edits = 1; edits <= editsMax && best.isEmpty(); edits++) {
      long most = 0;
      for (String field : List.of(ChunkDocument.BODY, ChunkDocument.WORDS)) {
        for (String other : misspelt(new Term(field, typed), edits)) {
          long count = chunksWith(other);
          if (count > most) {
            most = count;
            best = Optional.of(other);
          }
        }
      }
    }
    return best;
  }

  /** Whether any symbol has a name, as {@link ChunkDocument#exact} gives it. */
  boolean isSymbol(String name) throws IOException {
    return alive(new Term(ChunkDocument.SYMBOL, name)) > 0;
  }

  /**
   * What may be meant by a name that no symbol has: names that begin with it, the shortest first;
   * if there are none, those that differ by a letter or two. As they are written where they are
   * defined; none for a name that is short or longer than anybody types.
   */
  List<String> namesLike(String typed) throws IOException {
    String name = ChunkDocument.exact(typed);
    Terms terms = MultiTerms.getTerms(getIndexReader(), ChunkDocument.SYMBOL);
    if (terms == null || name.length() < LIKE_CHARS_MIN || name.length() > LIKE_CHARS_MAX) {
      return List.of();
    }
    List<String> like = beginningWith(terms.iterator(), name);
    int editsMax = editsMax(name);
    for (int edits = 1; edits <= editsMax && like.isEmpty(); edits++) {
      for (String other : misspelt(new Term(ChunkDocument.SYMBOL, name), edits)) {
        addName(other, like);
      }
    }
    like.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    List<String> written = new ArrayList<>();
    for (String each : like.subList(0, Math.min(LIKE_MAX, like.size()))) {
      written(each, Character.isUpperCase(typed.charAt(0))).ifPresent(written::add);
    }
    return written;
  }

  private List<String> beginningWith(TermsEnum terms, String start) throws IOException {
    List<String> names = new ArrayList<>();
    if (terms.seekCeil(new BytesRef(start)) == TermsEnum.SeekStatus.END) {
      return names;
    }
    int seen = 0;
    for (BytesRef term = terms.term(); term != null && seen < BEGINNING_MAX; term = terms.next()) {
      String name = term.utf8ToString();
      if (!name.startsWith(start)) {
        break;
      }
      addName(name, names);
      seen++;
    }
    return names;
  }

  private static int editsMax(String typed) {
    return typed.length() < TWO_EDITS_CHARS_MIN ? 1 : 2;
  }

  /** Terms of the same field that differ by so many letters, but begin with the same one. */
  private List<String> misspelt(Term term, int edits) throws IOException {
    Terms terms = MultiTerms.getTerms(getIndexReader(), term.field());
    List<String> others = new ArrayList<>();
    if (terms != null) {
      TermsEnum near = new FuzzyTermsEnum(terms, term, edits, 1, true);
      for (BytesRef next = near.next(); next != null; next = near.next()) {
        others.add(next.utf8ToString());
      }
    }
    return others;
  }

  /** Leaves out those with their container, and those of files that are gone. */
  private void addName(String name, List<String> names) throws IOException {
    if (name.indexOf('.') < 0 && isSymbol(name)) {
      names.add(name);
    }
  }

  /** A name in the letters of its definition; of several that with a capital, if that is wanted. */
  private Optional<String> written(String name, boolean capital) throws IOException {
    Optional<String> other = Optional.empty();
    int seen = 0;
    for (LeafReaderContext leaf : getIndexReader().leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      Term term = new Term(ChunkDocument.SYMBOL, name);
      PostingsEnum chunks = leaf.reader().postings(term, PostingsEnum.NONE);
      while (chunks != null && chunks.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(chunks.docID())) {
          for (DefinedSymbols.Entry symbol : Retrieval.candidate(leaf, chunks.docID()).about) {
            if (ChunkDocument.exact(symbol.name()).equals(name)) {
              other = Optional.of(symbol.name());
              if (Character.isUpperCase(symbol.name().charAt(0)) == capital
                  || ++seen >= DEFINITIONS_MAX) {
                return other;
              }
            }
          }
        }
      }
    }
    return other;
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
