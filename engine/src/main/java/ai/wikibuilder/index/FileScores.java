package ai.wikibuilder.index;

import ai.wikibuilder.index.queries.FileRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.SmallFloat;

/**
 * How well files as a whole answer a question: the words of a question about a change or about
 * architecture stand all over a file, and no chunk has many of them. One search, one thread.
 *
 * <p>BM25F over the file: the occurrences of a term in all chunks of the file are added up, each
 * field with its weight, and only the sum is saturated (Robertson, Zaragoza: The Probabilistic
 * Relevance Framework, 2009). The chunks of a file are neighbours in the index, so a file costs one
 * seek a term and field; only files that have a candidate are looked at.
 */
final class FileScores {
  /** Files looked at; the right one has a chunk among the best far more often than not. */
  private static final int FILES_MAX = 60;

  /** Occurrences (weighted) at which a term has half of its worth. */
  private static final double SATURATION = 4.0;

  /** How much long files are held back, 0 to 1. */
  private static final double LENGTH_SHARE = 0.35;

  /** Terms of a usual file; longer ones are held back. */
  private static final double LENGTH = 1_000;

  /** What a file gains of the score of its test, which tells in words what the file does. */
  private static final double TEST_SHARE = 0.2;

  private record Field(String name, double weight) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field(ChunkDocument.BODY, 1.0),
          new Field(ChunkDocument.WORDS, 0.6),
          new Field(ChunkDocument.NAMES, 2.0),
          new Field(ChunkDocument.PLACE, 1.0));

  /** The chunks of one file: documents {@code first} to {@code last} of a leaf. */
  private static final class FileRange {
    final String path;
    final int first;
    int last;
    double length;
    double score;
    double frequency;

    FileRange(String path, int first) {
      this.path = path;
      this.first = first;
      this.last = first;
    }
  }

  private final LiveSearcher searcher;
  private final Map<String, Double> terms;

  FileScores(LiveSearcher searcher, Map<String, Double> terms) {
    this.searcher = searcher;
    this.terms = terms;
  }

  /** Scores by path, 0 to 1, the best file has 1. Files beyond the first have none. */
  Map<String, Double> of(List<Candidate> candidates) throws IOException {
    Map<LeafReaderContext, List<FileRange>> byLeaf = ranges(candidates);
    Map<String, Double> scores = new HashMap<>();
    for (Map.Entry<LeafReaderContext, List<FileRange>> entry : byLeaf.entrySet()) {
      LeafReader leaf = entry.getKey().reader();
      List<FileRange> files = entry.getValue();
      files.sort(Comparator.comparingInt(file -> file.first));
      addLengths(leaf, files);
      for (Map.Entry<String, Double> term : terms.entrySet()) {
        addTerm(leaf, files, term.getKey(), term.getValue());
      }
      for (FileRange file : files) {
        scores.put(file.path, file.score);
      }
    }
    addTests(scores);
    double top = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    scores.replaceAll((path, score) -> top > 0 ? score / top : 0);
    return scores;
  }

  private static void addTests(Map<String, Double> scores) {
    Map<String, FileRole> roles = new HashMap<>();
    Map<String, Double> tests = new HashMap<>();
    scores.forEach((path, score) -> {
      FileRole role = FileRole.of(path);
      roles.put(path, role);
      if (role == FileRole.TEST) {
        tests.merge(FileRole.subject(path, role), score, Math::max);
      }
    });
    roles.forEach((path, role) -> {
      Double test = role == FileRole.TEST ? null : tests.get(FileRole.subject(path, role));
      if (test != null) {
        scores.merge(path, TEST_SHARE * test, Double::sum);
      }
    });
  }

  private Map<LeafReaderContext, List<FileRange>> ranges(List<Candidate> candidates)
      throws IOException {
    Map<String, Double> sums = new HashMap<>();
    for (Candidate candidate : candidates) {
      sums.merge(candidate.path, candidate.score(), Double::sum);
    }
    List<Candidate> best = new ArrayList<>(candidates);
    best.sort(
        Comparator.comparingDouble((Candidate candidate) -> sums.getOrDefault(candidate.path, 0.0))
            .reversed()
            .thenComparing(candidate -> candidate.path));
    Map<LeafReaderContext, List<FileRange>> byLeaf = new HashMap<>();
    String path = "";
    int count = 0;
    for (Candidate candidate : best) {
      if (!candidate.path.equals(path) && count < FILES_MAX) {
        path = candidate.path;
        count++;
        LeafReaderContext leaf = leafOf(candidate.document);
        byLeaf
            .computeIfAbsent(leaf, key -> new ArrayList<>())
            .add(range(leaf.reader(), path, candidate.document - leaf.docBase));
      }
    }
    return byLeaf;
  }

  private LeafReaderContext leafOf(int document) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }

  /** All chunks of the file in this leaf that were added together with {@code document}. */
  private static FileRange range(LeafReader leaf, String path, int document) throws IOException {
    PostingsEnum chunks = leaf.postings(new Term(ChunkDocument.PATH, path), PostingsEnum.NONE);
    int first = document;
    int last = document;
    while (chunks != null && chunks.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      boolean live = leaf.getLiveDocs() == null || leaf.getLiveDocs().get(chunks.docID());
      if (live) {
        first = Math.min(first, chunks.docID());
        last = Math.max(last, chunks.docID());
      }
    }
    FileRange range = new FileRange(path, first);
    range.last = last;
    return range;
  }

  private static void addLengths(LeafReader leaf, List<FileRange> files) throws IOException {
    for (String field : List.of(ChunkDocument.BODY, ChunkDocument.WORDS)) {
      NumericDocValues norms = leaf.getNormValues(field);
      for (FileRange file : files) {
        for (int i = file.first; norms != null && i <= file.last; i++) {
          if (norms.advanceExact(i)) {
            file.length += SmallFloat.byte4ToInt((byte) norms.longValue());
          }
        }
      }
    }
  }

  private void addTerm(LeafReader leaf, List<FileRange> files, String term, double weight)
      throws IOException {
    for (FileRange file : files) {
      file.frequency = 0;
    }
    for (Field field : FIELDS) {
      PostingsEnum postings = leaf.postings(new Term(field.name(), term), PostingsEnum.FREQS);
      if (postings != null) {
        addFrequencies(postings, files, field.weight());
      }
    }
    double rarity = searcher.rarity(term);
    for (FileRange file : files) {
      double length = 1 - LENGTH_SHARE + LENGTH_SHARE * file.length / LENGTH;
      double frequency = file.frequency;
      file.score += weight * rarity * frequency / (frequency + SATURATION * length);
    }
  }

  private static void addFrequencies(PostingsEnum postings, List<FileRange> files, double weight)
      throws IOException {
    for (FileRange file : files) {
      int document = postings.docID();
      if (document < file.first) {
        document = postings.advance(file.first);
      }
      while (document <= file.last) {
        file.frequency += weight * postings.freq();
        document = postings.nextDoc();
      }
    }
  }
}
