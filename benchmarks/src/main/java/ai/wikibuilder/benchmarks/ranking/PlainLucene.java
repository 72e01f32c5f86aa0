package ai.wikibuilder.benchmarks.ranking;

import ai.wikibuilder.benchmarks.ranking.questions.Place;
import ai.wikibuilder.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Lucene as it comes: BM25 with its defaults over chunks of 60 lines, one field, any word of the
 * question may match.
 */
public final class PlainLucene implements SearchSystem {
  private static final int CHUNK_LINES = 60;

  private static final String BODY = "body";
  private static final String PATH = "path";
  private static final String START = "start";
  private static final String END = "end";

  /** A place and how well it fits. */
  record Scored(Place place, double score) {}

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  public PlainLucene(Corpus corpus) throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new IdentifierTerms()))) {
      corpus.texts().forEach((path, text) -> add(writer, path, text));
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  private static void add(IndexWriter writer, String path, SourceText text) {
    for (int start = 1; start <= text.lineCount(); start += CHUNK_LINES) {
      int end = Math.min(text.lineCount(), start + CHUNK_LINES - 1);
      Document document = new Document();
      document.add(new TextField(BODY, text.lines(start, end), Field.Store.NO));
      document.add(new StoredField(PATH, path));
      document.add(new StoredField(START, start));
      document.add(new StoredField(END, end));
      try {
        writer.addDocument(document);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public List<Place> search(String question, int limit) {
    return scored(question, limit).stream().map(Scored::place).toList();
  }

  /** The best places with their scores, best first. */
  List<Scored> scored(String question, int limit) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String term : new LinkedHashSet<>(IdentifierTerms.of(question))) {
      any.add(new TermQuery(new Term(BODY, term)), BooleanClause.Occur.SHOULD);
    }
    try {
      List<Scored> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(any.build(), limit).scoreDocs) {
        Document document = searcher.storedFields().document(hit.doc);
        Place place = new Place(document.get(PATH), number(document, START), number(document, END));
        found.add(new Scored(place, hit.score));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(Document document, String field) {
    return document.getField(field).numericValue().intValue();
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
