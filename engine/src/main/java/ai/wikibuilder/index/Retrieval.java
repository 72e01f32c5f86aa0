package ai.wikibuilder.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.index.queries.QueryReading;
import ai.wikibuilder.index.queries.QueryShape;
import ai.wikibuilder.index.vectors.ChunkPlace;
import ai.wikibuilder.index.vectors.ChunkVectors;
import ai.wikibuilder.index.vectors.IndexedChunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Fetches the chunks worth a closer look from Lucene, with their scores per field. One search. */
final class Retrieval {
  /** Candidates looked at closely: enough that ranking rules find what BM25 puts far down. */
  private static final int CANDIDATES_MAX = 120;

  /** Best first; where scores are equal, builds of different steps must choose the same chunks. */
  private static final Sort ORDER =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(ChunkDocument.PATH, SortField.Type.STRING),
          new SortField(ChunkDocument.LINES, SortField.Type.LONG));

  /** Lifts exact names and paths above any sum of words, so that they are among the candidates. */
  private static final float EXACT_BOOST = 40;

  /** A scored field: the name people see, and how much a match there is worth. */
  private record TextField(String name, String signal, double weight) {}

  private static final List<TextField> TEXT_FIELDS =
      List.of(
          new TextField(ChunkDocument.BODY, "code", 1.0),
          new TextField(ChunkDocument.WORDS, "comments", 0.8),
          new TextField(ChunkDocument.NAMES, "names defined here", 1.0),
          new TextField(ChunkDocument.PLACE, "path and context", 1.0));

  /** What a related word is worth beside the one that was asked for. */
  private static final double RELATED = 0.2;

  /** The same where the word that was asked for stands nowhere. */
  private static final double RELATED_TO_UNKNOWN = 0.5;

  /** Words that stand nowhere and may be mistyped; each costs a walk through the terms. */
  private static final int MISTYPED_MAX = 3;

  /** Two words are together in many places. */
  private static final int MESSAGE_TERMS_MIN = 3;

  /** Share of a message that must stand in a chunk; a word may be a value without quotes. */
  private static final double MESSAGE_SHARE_MIN = 0.75;

  private final LiveSearcher searcher;
  private final Query filter;
  private final QueryReading reading;
  private final Map<String, Double> related = new HashMap<>();
  private final Map<String, Double> terms;

  /**
   * @param filter what every candidate must match
   */
  Retrieval(LiveSearcher searcher, Query filter, QueryReading reading) throws IOException {
    this.searcher = searcher;
    this.filter = filter;
    this.reading = reading;
    for (Map.Entry<String, List<String>> term : reading.related().entrySet()) {
      double share = searcher.isKnown(term.getKey()) ? RELATED : RELATED_TO_UNKNOWN;
      double weight = share * reading.terms().getOrDefault(term.getKey(), 0.0);
      term.getValue().forEach(other -> related.merge(other, weight, Math::max));
    }
    if (reading.shape() != QueryShape.NAME) {
      addMistyped();
    }
    this.terms = new HashMap<>(related);
    terms.putAll(reading.terms());
  }

  /** A word of a sentence that stands nowhere may be mistyped. */
  private void addMistyped() throws IOException {
    int tried = 0;
    for (Map.Entry<String, Double> term : reading.terms().entrySet()) {
      if (tried < MISTYPED_MAX && !searcher.isKnown(term.getKey())) {
        tried++;
        double weight = RELATED_TO_UNKNOWN * term.getValue();
        searcher
            .termLike(term.getKey())
            .ifPresent(other -> related.merge(other, weight, Math::max));
      }
    }
  }

  /**
   * The candidates with their text signals, in the order of the index: those that have the words,
   * and those that are near in meaning, whatever their words.
   *
   * @param near nearest first
   * @param nearMax how many of them that pass the filter are taken
   */
  List<Candidate> candidates(List<ChunkVectors.Near> near, int nearMax) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(wanted(), CANDIDATES_MAX, ORDER).scoreDocs) {
      candidates.add(candidate(hit.doc));
    }
    if (!near.isEmpty()) {
      addNear(near, nearMax, candidates);
    }
    return scored(candidates);
  }

  /** Score of the best candidate by its text alone; 0 when there is none. */
  double best() throws IOException {
    ScoreDoc[] found = searcher.search(wanted(), 1).scoreDocs;
    return found.length == 0 ? 0 : found[0].score;
  }

  private Query wanted() {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (TextField field : TEXT_FIELDS) {
      all.add(textQuery(field), BooleanClause.Occur.SHOULD);
    }
    reading.symbols().forEach((name, sure) -> exact(all, ChunkDocument.SYMBOL, name, sure));
    reading.paths().forEach(path -> exact(all, ChunkDocument.FILE_NAME, path, 1.0));
    for (String path : reading.paths()) {
      exact(all, ChunkDocument.FILE_NAME, path.substring(path.lastIndexOf('/') + 1), 1.0);
      beginning(all, path.substring(path.lastIndexOf('/') + 1));
      withoutEnding(all, path);
    }
    if (reading.message().size() >= MESSAGE_TERMS_MIN) {
      message(all, reading.message());
    }
    boolean wordless = reading.terms().isEmpty() && reading.symbols().isEmpty();
    BooleanQuery.Builder wanted = new BooleanQuery.Builder();
    wanted.add(wordless ? MatchAllDocsQuery.INSTANCE : all.build(), BooleanClause.Occur.MUST);
    wanted.add(filter, BooleanClause.Occur.FILTER);
    return wanted.build();
  }

  private void addNear(List<ChunkVectors.Near> near, int nearMax, List<Candidate> candidates)
      throws IOException {
    Map<ChunkPlace, Candidate> passing = passing(near);
    Set<Integer> there = new HashSet<>();
    candidates.forEach(candidate -> there.add(candidate.document));
    int taken = 0;
    for (ChunkVectors.Near one : near) {
      Candidate candidate = passing.get(one.place());
      if (candidate != null && taken < nearMax) {
        taken++;
        if (there.add(candidate.document)) {
          candidates.add(candidate);
        }
      }
    }
  }

  /** The chunks at these places that pass the filter. */
  private Map<ChunkPlace, Candidate> passing(List<ChunkVectors.Near> near) throws IOException {
    Set<ChunkPlace> wanted = new HashSet<>();
    Set<BytesRef> paths = new HashSet<>();
    for (ChunkVectors.Near one : near) {
      wanted.add(one.place());
      paths.add(new BytesRef(one.place().path()));
    }
    Query query =
        new BooleanQuery.Builder()
            .add(new TermInSetQuery(ChunkDocument.PATH, paths), BooleanClause.Occur.FILTER)
            .add(filter, BooleanClause.Occur.FILTER)
            .build();
    Map<ChunkPlace, Candidate> passing = new HashMap<>();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator each = scorer.iterator();
        while (each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          if (live == null || live.get(each.docID())) {
            Candidate candidate = candidate(leaf, each.docID());
            ChunkPlace place = candidate.place();
            if (wanted.contains(place)) {
              passing.put(place, candidate);
            }
          }
        }
      }
    }
    return passing;
  }

  /** All chunks of an index, sorted by place. */
  static List<IndexedChunk> chunks(IndexReader reader) throws IOException {
    List<IndexedChunk> chunks = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        if (live == null || live.get(document)) {
          Candidate candidate = candidate(leaf, document);
          String symbol = candidate.symbol().map(DefinedSymbols.Entry::qualified).orElse("");
          chunks.add(new IndexedChunk(candidate.place(), symbol));
        }
      }
    }
    chunks.sort(Comparator.comparing(IndexedChunk::place));
    return chunks;
  }

  /** Adds what the text fields say about candidates; returns them in the order of the index. */
  List<Candidate> scored(List<Candidate> candidates) throws IOException {
    List<Candidate> inOrder = new ArrayList<>(candidates);
    inOrder.sort(Comparator.comparingInt(candidate -> candidate.document));
    for (TextField field : TEXT_FIELDS) {
      addScores(field, inOrder);
    }
    return inOrder;
  }

  /** Cuts a word of a question as the chunks were cut. */
  static void cut(String word, BiConsumer<String, Boolean> terms) {
    CodeTokens tokens = new CodeTokens();
    byte[] utf8 = word.getBytes(UTF_8);
    tokens.reset(utf8, 0, utf8.length);
    while (tokens.next()) {
      terms.accept(new String(tokens.bytes(), 0, tokens.length(), UTF_8), tokens.isWhole());
    }
  }

  private static void exact(BooleanQuery.Builder all, String field, String text, double sure) {
    Query query = new ConstantScoreQuery(new TermQuery(new Term(field, text)));
    all.add(new BoostQuery(query, (float) (EXACT_BOOST * sure)), BooleanClause.Occur.SHOULD);
  }

  /** The chunk that prints a message has nearly all of its words, be each of them common. */
  private static void message(BooleanQuery.Builder all, List<String> terms) {
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    for (String term : terms) {
      BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
      for (String field : List.of(ChunkDocument.BODY, ChunkDocument.WORDS)) {
        anywhere.add(new TermQuery(new Term(field, term)), BooleanClause.Occur.SHOULD);
      }
      most.add(anywhere.build(), BooleanClause.Occur.SHOULD);
    }
    most.setMinimumNumberShouldMatch((int) Math.ceil(MESSAGE_SHARE_MIN * terms.size()));
    Query query = new ConstantScoreQuery(most.build());
    all.add(new BoostQuery(query, EXACT_BOOST), BooleanClause.Occur.SHOULD);
  }

  /** {@code commands/set} for {@code src/commands/set.json}: below the folders that are named. */
  private static void withoutEnding(BooleanQuery.Builder all, String path) {
    int slash = path.lastIndexOf('/');
    if (slash <= 0 || slash == path.length() - 1) {
      return;
    }
    BooleanQuery.Builder both = new BooleanQuery.Builder();
    Term start = new Term(ChunkDocument.FILE_NAME, path.substring(slash + 1) + ".");
    both.add(new PrefixQuery(start), BooleanClause.Occur.FILTER);
    cut(
        path.substring(0, slash),
        (term, _) ->
            both.add(
                new TermQuery(new Term(ChunkDocument.PLACE, term)), BooleanClause.Occur.FILTER));
    Query query = new ConstantScoreQuery(both.build());
    all.add(new BoostQuery(query, EXACT_BOOST), BooleanClause.Occur.SHOULD);
  }

  /** A large file has more chunks than candidates; its first one shall be among them. */
  private static void beginning(BooleanQuery.Builder all, String fileName) {
    Query first =
        NumericDocValuesField.newSlowRangeQuery(ChunkDocument.LINES, 1L << 32, (2L << 32) - 1);
    BooleanQuery.Builder both = new BooleanQuery.Builder();
    both.add(
        new TermQuery(new Term(ChunkDocument.FILE_NAME, fileName)), BooleanClause.Occur.FILTER);
    both.add(first, BooleanClause.Occur.FILTER);
    Query query = new ConstantScoreQuery(both.build());
    all.add(new BoostQuery(query, EXACT_BOOST), BooleanClause.Occur.SHOULD);
  }

  /** How well whole files answer, by path, 0 to 1; see {@link FileScores}. */
  Map<String, Double> fileScores(List<Candidate> candidates) throws IOException {
    return new FileScores(searcher, terms).of(candidates);
  }

  /** The terms of the question, each with its weight, rare ones more. */
  Map<String, Double> termWeights() throws IOException {
    return weighted(reading.terms());
  }

  /** The same of what else code may call them. */
  Map<String, Double> relatedWeights() throws IOException {
    return weighted(related);
  }

  private Map<String, Double> weighted(Map<String, Double> plain) throws IOException {
    Map<String, Double> weights = new HashMap<>();
    for (Map.Entry<String, Double> term : plain.entrySet()) {
      weights.put(term.getKey(), term.getValue() * searcher.rarity(term.getKey()));
    }
    return weights;
  }

  private Query textQuery(TextField field) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Map.Entry<String, Double> term : terms.entrySet()) {
      Query query = new TermQuery(new Term(field.name(), term.getKey()));
      float weight = (float) (field.weight() * term.getValue());
      any.add(new BoostQuery(query, weight), BooleanClause.Occur.SHOULD);
    }
    return any.build();
  }

  private Candidate candidate(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    return candidate(leaf, document - leaf.docBase);
  }

  /** Reads what is kept beside a chunk. */
  static Candidate candidate(LeafReaderContext leaf, int document) throws IOException {
    SortedDocValues paths = leaf.reader().getSortedDocValues(ChunkDocument.PATH);
    NumericDocValues lines = leaf.reader().getNumericDocValues(ChunkDocument.LINES);
    BinaryDocValues about = leaf.reader().getBinaryDocValues(ChunkDocument.ABOUT);
    if (!paths.advanceExact(document)
        || !lines.advanceExact(document)
        || !about.advanceExact(document)) {
      throw new IOException("chunk " + document + " has no path, lines or symbols");
    }
    return new Candidate(
        leaf.docBase + document,
        paths.lookupOrd(paths.ordValue()).utf8ToString(),
        lines.longValue(),
        DefinedSymbols.decode(about.binaryValue()));
  }

  /** Adds what one field contributes to each candidate; they are in the order of the index. */
  private void addScores(TextField field, List<Candidate> candidates) throws IOException {
    Query query = searcher.rewrite(textQuery(field));
    Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE, 1);
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      if (next >= candidates.size() || candidates.get(next).document >= end) {
        continue;
      }
      Scorer scorer = weight.scorer(leaf);
      for (; next < candidates.size() && candidates.get(next).document < end; next++) {
        if (scorer != null) {
          addScore(field, scorer, candidates.get(next), leaf.docBase);
        }
      }
    }
  }

  private static void addScore(TextField field, Scorer scorer, Candidate candidate, int docBase)
      throws IOException {
    int document = candidate.document - docBase;
    DocIdSetIterator iterator = scorer.iterator();
    if (iterator.docID() < document) {
      iterator.advance(document);
    }
    if (iterator.docID() == document) {
      candidate.add(field.signal(), scorer.score());
    }
  }
}
