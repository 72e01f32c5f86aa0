package ai.wikibuilder.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/** Fetches the chunks worth a closer look from Lucene, with their scores per field. One search. */
final class Retrieval {
  /** Candidates looked at closely: enough that ranking rules find what BM25 puts far down. */
  private static final int CANDIDATES_MAX = 120;

  /** Lifts exact names and paths above any sum of words, so that they are among the candidates. */
  private static final float EXACT_BOOST = 40;

  /** A scored field: the name people see, and how much a match there is worth. */
  private record TextField(String name, String signal, double weight) {}

  private static final List<TextField> TEXT_FIELDS =
      List.of(
          new TextField(ChunkDocument.BODY, "code", 1.0),
          new TextField(ChunkDocument.WORDS, "comments", 1.0),
          new TextField(ChunkDocument.NAMES, "names defined here", 2.0),
          new TextField(ChunkDocument.PLACE, "path and context", 1.0));

  private final LiveSearcher searcher;
  private final QueryReading reading;

  Retrieval(DirectoryReader reader, QueryReading reading) {
    this.searcher = new LiveSearcher(reader);
    this.reading = reading;
  }

  /** The candidates with their text signals, in the order of the index. */
  List<Candidate> candidates() throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (TextField field : TEXT_FIELDS) {
      all.add(textQuery(field), BooleanClause.Occur.SHOULD);
    }
    reading.symbols().forEach((name, sure) -> exact(all, ChunkDocument.SYMBOL, name, sure));
    reading.paths().forEach(path -> exact(all, ChunkDocument.FILE_NAME, path, 1.0));
    for (String path : reading.paths()) {
      exact(all, ChunkDocument.FILE_NAME, path.substring(path.lastIndexOf('/') + 1), 1.0);
    }
    List<Candidate> candidates = load(searcher.search(all.build(), CANDIDATES_MAX).scoreDocs);
    for (TextField field : TEXT_FIELDS) {
      addScores(field, candidates);
    }
    return candidates;
  }

  private static void exact(BooleanQuery.Builder all, String field, String text, double sure) {
    Query query = new ConstantScoreQuery(new TermQuery(new Term(field, text)));
    all.add(new BoostQuery(query, (float) (EXACT_BOOST * sure)), BooleanClause.Occur.SHOULD);
  }

  private Query textQuery(TextField field) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Map.Entry<String, Double> term : reading.terms().entrySet()) {
      Query query = new TermQuery(new Term(field.name(), term.getKey()));
      float weight = (float) (field.weight() * term.getValue());
      any.add(new BoostQuery(query, weight), BooleanClause.Occur.SHOULD);
    }
    return any.build();
  }

  private List<Candidate> load(ScoreDoc[] found) throws IOException {
    List<ScoreDoc> inOrder = new ArrayList<>(List.of(found));
    inOrder.sort(Comparator.comparingInt(hit -> hit.doc));
    List<Candidate> candidates = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      SortedDocValues paths = leaf.reader().getSortedDocValues(ChunkDocument.PATH);
      NumericDocValues lines = leaf.reader().getNumericDocValues(ChunkDocument.LINES);
      BinaryDocValues about = leaf.reader().getBinaryDocValues(ChunkDocument.ABOUT);
      for (ScoreDoc hit : inOrder) {
        int document = hit.doc - leaf.docBase;
        if (document < 0 || document >= leaf.reader().maxDoc()) {
          continue;
        }
        if (paths.advanceExact(document)
            && lines.advanceExact(document)
            && about.advanceExact(document)) {
          String path = paths.lookupOrd(paths.ordValue()).utf8ToString();
          List<DefinedSymbols.Entry> symbols = DefinedSymbols.decode(about.binaryValue());
          candidates.add(new Candidate(hit.doc, path, lines.longValue(), symbols));
        }
      }
    }
    return candidates;
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
