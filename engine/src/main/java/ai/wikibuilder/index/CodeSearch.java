package ai.wikibuilder.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.index.queries.CodeCondition;
import ai.wikibuilder.index.queries.Deadline;
import ai.wikibuilder.index.queries.QueryFilter;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the chunks that hold what a question strictly asks for: filters by the index alone, phrases
 * and expressions in the text itself. One search, one thread.
 *
 * <p>The index narrows the chunks to those with every complete word the conditions need; a file is
 * read only if one of its chunks is left, and an expression is tried only on lines that hold its
 * longest literal text.
 */
final class CodeSearch {
  /** Chunks that are ranked; who gets more has asked for too little. */
  private static final int MATCHES_MAX = 600;

  /** Shorter words are not in all fields; see {@link ChunkDocument}. */
  private static final int WORD_CHARS_MIN = 4;

  /** What was found, and why it may not be all; the note is empty when it is. */
  record Found(List<Candidate> candidates, String note) {}

  private final LiveSearcher searcher;
  private final TextReader texts;
  private final List<CodeCondition> conditions;
  private final Deadline deadline;
  private final List<Candidate> found = new ArrayList<>();
  private Optional<SourceText> text = Optional.empty();
  private int fileCount;

  CodeSearch(
      LiveSearcher searcher, TextReader texts, List<CodeCondition> conditions, Deadline deadline) {
    this.searcher = searcher;
    this.texts = texts;
    this.conditions = conditions;
    this.deadline = deadline;
  }

  /** What the filters say, as a query that does not score. */
  static Query filter(LiveSearcher searcher, List<QueryFilter> filters) throws IOException {
    Map<QueryFilter.Field, BooleanQuery.Builder> anyOf = new EnumMap<>(QueryFilter.Field.class);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    for (QueryFilter filter : filters) {
      if (filter.negated()) {
        all.add(query(searcher, filter), Occur.MUST_NOT);
      } else {
        anyOf
            .computeIfAbsent(filter.field(), field -> new BooleanQuery.Builder())
            .add(query(searcher, filter), Occur.SHOULD);
      }
    }
    anyOf.values().forEach(any -> all.add(any.build(), Occur.FILTER));
    return all.build();
  }

  private static Query query(LiveSearcher searcher, QueryFilter filter) throws IOException {
    return switch (filter.field()) {
      case LANG -> new TermQuery(new Term(ChunkDocument.TRAIT, "lang:" + filter.value()));
      case KIND -> new TermQuery(new Term(ChunkDocument.TRAIT, "kind:" + filter.value()));
      case SYMBOL -> {
        Term name = new Term(ChunkDocument.SYMBOL, filter.value());
        yield filter.isPattern() ? new WildcardQuery(name) : new TermQuery(name);
      }
      case PATH -> new TermInSetQuery(ChunkDocument.PATH, paths(searcher, filter));
    };
  }

  private static List<BytesRef> paths(LiveSearcher searcher, QueryFilter filter)
      throws IOException {
    List<BytesRef> paths = new ArrayList<>();
    var terms = MultiTerms.getTerms(searcher.getIndexReader(), ChunkDocument.PATH);
    if (terms != null) {
      var test = filter.pathTest();
      TermsEnum each = terms.iterator();
      for (BytesRef path = each.next(); path != null; path = each.next()) {
        if (test.test(path.utf8ToString())) {
          paths.add(BytesRef.deepCopyOf(path));
        }
      }
    }
    return paths;
  }

  /** The chunks that match {@code filter} and hold every condition, in the order of the index. */
  Found find(Query filter) throws IOException {
    String note = "";
    Weight weight =
        searcher.createWeight(searcher.rewrite(narrowed(filter)), ScoreMode.COMPLETE_NO_SCORES, 1);
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null && !find(leaf, scorer.iterator())) {
          note = "only the first " + MATCHES_MAX + " places that match were ranked";
          break;
        }
      }
    } catch (Deadline.Passed e) {
      note = "stopped at the time limit after %d files; narrow it with path: or lang:";
      note = note.formatted(fileCount);
    }
    return new Found(found, note);
  }

  /** Only chunks with all the words the conditions need, wherever they stand in it. */
  private Query narrowed(Query filter) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(filter, Occur.FILTER);
    for (CodeCondition condition : conditions) {
      for (String word : condition.words()) {
        if (word.length() >= WORD_CHARS_MIN) {
          Retrieval.cut(word, (term, whole) -> all.add(anywhere(term), Occur.FILTER));
        }
      }
    }
    return all.build();
  }

  private static Query anywhere(String term) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(ChunkDocument.BODY, term)), Occur.SHOULD)
        .add(new TermQuery(new Term(ChunkDocument.WORDS, term)), Occur.SHOULD)
        .build();
  }

  /** False when there are enough. */
  private boolean find(LeafReaderContext leaf, DocIdSetIterator chunks) throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    SortedDocValues paths = leaf.reader().getSortedDocValues(ChunkDocument.PATH);
    NumericDocValues lines = leaf.reader().getNumericDocValues(ChunkDocument.LINES);
    int file = -1;
    while (chunks.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int chunk = chunks.docID();
      if ((live != null && !live.get(chunk)) || !paths.advanceExact(chunk)) {
        continue;
      }
      if (paths.ordValue() != file) {
        file = paths.ordValue();
        read(paths.lookupOrd(file).utf8ToString());
      }
      if (text.isPresent() && lines.advanceExact(chunk)) {
        List<Integer> matches = matches(text.get(), lines.longValue());
        if (!matches.isEmpty()) {
          Candidate candidate = Retrieval.candidate(leaf, chunk);
          candidate.matched(matches);
          found.add(candidate);
        }
      }
      if (found.size() >= MATCHES_MAX) {
        return false;
      }
    }
    return true;
  }

  /** The places of the matching lines in the chunk; none if any condition has none. */
  private List<Integer> matches(SourceText source, long range) {
    int last = Math.min((int) range, source.lineCount());
    int first = (int) (range >>> 32);
    if (first > last) {
      return List.of();
    }
    List<String> lines = source.lines(first, last).lines().toList();
    List<Integer> all = new ArrayList<>();
    for (CodeCondition condition : conditions) {
      List<Integer> matches = condition.matches(lines, deadline);
      if (matches.isEmpty()) {
        return List.of();
      }
      all.addAll(matches);
    }
    return all;
  }

  /** Reads a file, unless it lacks a text that every match has. */
  private void read(String path) {
    deadline.check();
    fileCount++;
    text = texts.text(path).filter(this::mayHold);
  }

  private boolean mayHold(SourceText source) {
    for (CodeCondition condition : conditions) {
      if (!contains(source.utf8(), condition.literal().getBytes(UTF_8))) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(byte[] text, byte[] part) {
    if (part.length == 0) {
      return true;
    }
    byte first = part[0];
    for (int i = 0; i <= text.length - part.length; i++) {
      if (text[i] == first && Arrays.equals(text, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
