package ai.wikibuilder.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.chunks.Chunk;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.index.queries.FileRole;
import ai.wikibuilder.index.queries.QueryReading;
import ai.wikibuilder.source.SourceSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * Turns the chunks of a file into Lucene documents, one after another in the same object. Not for
 * sharing between threads.
 *
 * <p>The fields are specified at their names below. Nothing is stored: what a reader sees comes
 * from the snapshot by path and lines.
 */
final class ChunkDocument implements Iterable<Document> {
  /** Terms of the lines that are code. */
  static final String BODY = "body";

  /** Terms of comments, doc strings and prose files. */
  static final String WORDS = "words";

  /** Terms of the names defined in the chunk. */
  static final String NAMES = "names";

  /** Terms of the path and of the symbols around the chunk. */
  static final String PLACE = "place";

  /** Exact: per defined symbol its name, container.name and full name, as {@link #exact} gives. */
  static final String SYMBOL = "symbol";

  /** Exact: lower-case path and file name. */
  static final String FILE_NAME = "filename";

  /** Exact: the path, for replacing a file; doc values of the same name give it back. */
  static final String PATH = "path";

  /** Exact: {@code lang:} with the language of the file, {@code kind:} with kinds defined here. */
  static final String TRAIT = "trait";

  /** Doc value: first line in the upper, last line in the lower 32 bits. */
  static final String LINES = "lines";

  /** Doc value: {@link DefinedSymbols}. */
  static final String ABOUT = "about";

  /** A longer name is generated text; nobody asks for it. */
  private static final int NAME_CHARS_MAX = 200;

  private static final FieldType TEXT = type(IndexOptions.DOCS_AND_FREQS, true);
  private static final FieldType EXACT = type(IndexOptions.DOCS, false);

  private final RangesTokenStream body = new RangesTokenStream(false);
  private final RangesTokenStream words = new RangesTokenStream(true);
  private final RangesTokenStream names = new RangesTokenStream(false);
  private final RangesTokenStream place = new RangesTokenStream(false);
  private final Field bodyField = new Field(BODY, body, TEXT);
  private final Field wordsField = new Field(WORDS, words, TEXT);
  private final Field namesField = new Field(NAMES, names, TEXT);
  private final Field placeField = new Field(PLACE, place, TEXT);
  private Current current;

  ChunkDocument(IndexedFile file) {
    this.current = Current.of(file);
  }

  /**
   * What all chunks of a file have in common, worked out once.
   *
   * @param docs spans of the symbols' doc comments, by their start
   */
  private record Current(
      IndexedFile file,
      boolean isDocument,
      List<Field> placeFields,
      DefinedSymbols symbols,
      List<SourceSpan> docs) {

    static Current of(IndexedFile file) {
      List<SourceSpan> docs = new ArrayList<>();
      for (Symbol symbol : file.facts().symbols()) {
        symbol.doc().ifPresent(docs::add);
      }
      docs.sort(Comparator.comparingInt(SourceSpan::startByte));
      boolean isDocument = FileRole.of(file.path()) == FileRole.DOCUMENT;
      DefinedSymbols symbols = new DefinedSymbols(file.facts(), file.chunks());
      return new Current(file, isDocument, placeFields(file), symbols, docs);
    }

    private static List<Field> placeFields(IndexedFile file) {
      List<Field> fields = new ArrayList<>();
      fields.add(new Field(PATH, file.path(), EXACT));
      fields.add(new SortedDocValuesField(PATH, new BytesRef(file.path())));
      String path = file.path().toLowerCase(Locale.ROOT);
      fields.add(new Field(FILE_NAME, path, EXACT));
      if (path.indexOf('/') >= 0) {
        fields.add(new Field(FILE_NAME, path.substring(path.lastIndexOf('/') + 1), EXACT));
      }
      fields.add(new Field(TRAIT, "lang:" + file.facts().language(), EXACT));
      return fields;
    }
  }

  /** Takes the next file. */
  ChunkDocument of(IndexedFile next) {
    current = Current.of(next);
    return this;
  }

  /** The documents of the file in order; each is valid until the next one is asked for. */
  @Override
  public Iterator<Document> iterator() {
    Iterator<Chunk> chunks = current.file().chunks().iterator();
    return new Iterator<>() {
      private int ordinal;

      @Override
      public boolean hasNext() {
        return chunks.hasNext();
      }

      @Override
      public Document next() {
        return document(chunks.next(), current.symbols().in(ordinal++));
      }
    };
  }

  private Document document(Chunk chunk, int[] defined) {
    cutText(chunk);
    nameText(chunk, defined);
    Document document = new Document();
    document.add(bodyField);
    document.add(wordsField);
    document.add(namesField);
    document.add(placeField);
    current.placeFields().forEach(document::add);
    for (String exact : exactNames(defined)) {
      document.add(new Field(SYMBOL, exact, EXACT));
    }
    addKinds(document, defined);
    long lines = (long) chunk.span().startLine() << 32 | chunk.span().endLine();
    document.add(new NumericDocValuesField(LINES, lines));
    List<DefinedSymbols.Entry> about = current.symbols().entries(chunk, defined);
    document.add(new BinaryDocValuesField(ABOUT, DefinedSymbols.encode(about)));
    return document;
  }

  private void addKinds(Document document, int[] defined) {
    Set<SymbolKind> kinds = EnumSet.noneOf(SymbolKind.class);
    for (int ordinal : defined) {
      SymbolKind kind = current.symbols().symbol(ordinal).kind();
      if (kinds.add(kind)) {
        document.add(new Field(TRAIT, "kind:" + kind.label(), EXACT));
      }
    }
  }

  /** Deals the chunk's lines out to code and prose. */
  private void cutText(Chunk chunk) {
    byte[] utf8 = current.file().text().utf8();
    body.clear(utf8);
    words.clear(utf8);
    SourceSpan span = chunk.span();
    if (current.isDocument()) {
      words.add(span.startByte(), span.endByte());
      return;
    }
    int doc = firstDocEndingAfter(span.startByte());
    int at = span.startByte();
    while (at < span.endByte()) {
      int end = at;
      while (end < span.endByte() && utf8[end] != '\n') {
        end++;
      }
      end = Math.min(end + 1, span.endByte());
      while (doc < current.docs().size() && current.docs().get(doc).endByte() <= at) {
        doc++;
      }
      boolean inDoc = doc < current.docs().size() && current.docs().get(doc).startByte() <= at;
      (inDoc || isCommentLine(utf8, at, end) ? words : body).add(at, end);
      at = end;
    }
  }

  /** Doc comments do not overlap, so those that end later also start later. */
  private int firstDocEndingAfter(int position) {
    int low = 0;
    int high = current.docs().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (current.docs().get(middle).endByte() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Tells by the first characters, which is right for all common languages but Lisp dialects. */
  private static boolean isCommentLine(byte[] utf8, int from, int to) {
    int at = from;
    while (at < to && (utf8[at] == ' ' || utf8[at] == '\t')) {
      at++;
    }
    int next = at + 1 < to ? utf8[at + 1] : '\n';
    return switch (at < to ? utf8[at] : '\n') {
      case '/' -> next == '/' || next == '*';
      case '*' -> next == ' ' || next == '/' || next == '\n';
      case '#' -> next == ' ' || next == '#' || next == ':';
      case '-' -> next == '-';
      default -> false;
    };
  }

  private void nameText(Chunk chunk, int[] defined) {
    StringBuilder names = new StringBuilder();
    for (int ordinal : defined) {
      names.append(current.symbols().symbol(ordinal).name()).append(' ');
    }
    StringBuilder around = new StringBuilder(current.file().path()).append(' ');
    int subject = current.symbols().subject(chunk);
    if (subject >= 0) {
      around.append(current.symbols().qualified(subject));
    }
    fill(this.names, names.toString());
    fill(place, around.toString());
  }

  private static void fill(RangesTokenStream stream, String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    stream.clear(utf8);
    stream.add(0, utf8.length);
  }

  private Set<String> exactNames(int[] defined) {
    Set<String> exact = new LinkedHashSet<>();
    for (int ordinal : defined) {
      String name = current.symbols().qualified(ordinal);
      if (name.length() > NAME_CHARS_MAX) {
        continue;
      }
      int dot = name.lastIndexOf('.');
      exact.add(exact(name.substring(dot + 1)));
      if (dot > 0) {
        exact.add(exact(name.substring(name.lastIndexOf('.', dot - 1) + 1)));
      }
    }
    return exact;
  }

  /** A name as exact fields hold it: lower case, without {@code _} and {@code $}. */
  static String exact(String name) {
    return QueryReading.plainName(name);
  }

  private static FieldType type(IndexOptions options, boolean scored) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(scored);
    type.setOmitNorms(!scored);
    type.freeze();
    return type;
  }

  /** Whether a term is one of a few words that make up a fifth of all English prose. */
  private static boolean isCommon(byte[] term, int length) {
    if (length == 2) {
      return switch (term[0] << 8 | term[1]) {
        case 'o' << 8 | 'f',
            't' << 8 | 'o',
            'i' << 8 | 'n',
            'i' << 8 | 's',
            'o' << 8 | 'r',
            'i' << 8 | 't',
            'a' << 8 | 's',
            'b' << 8 | 'e',
            'b' << 8 | 'y' ->
            true;
        default -> false;
      };
    }
    return length == 3
        && ((term[0] == 't' && term[1] == 'h' && term[2] == 'e')
            || (term[0] == 'a' && term[1] == 'n' && term[2] == 'd'));
  }

  /** Gives Lucene the terms of some ranges of one text. Used again and again by one writer. */
  private static final class RangesTokenStream extends TokenStream {
    private final BytesTermAttribute termAttribute = addAttribute(BytesTermAttribute.class);
    private final BytesRef term = new BytesRef();
    private final CodeTokens tokens = new CodeTokens();
    private final boolean proseOnly;
    private byte[] text = new byte[0];
    private int[] ranges = new int[64];
    private int rangeCount;
    private int nextRange;

    /**
     * @param proseOnly leaves out the commonest English words, which no question is decided by
     */
    RangesTokenStream(boolean proseOnly) {
      this.proseOnly = proseOnly;
    }

    void clear(byte[] newText) {
      text = newText;
      rangeCount = 0;
    }

    /** Adds {@code [start, end)}, joined with the range before it when they touch. */
    void add(int start, int end) {
      if (rangeCount > 0 && ranges[rangeCount - 1] == start) {
        ranges[rangeCount - 1] = end;
        return;
      }
      if (rangeCount + 2 > ranges.length) {
        ranges = Arrays.copyOf(ranges, ranges.length * 2);
      }
      ranges[rangeCount++] = start;
      ranges[rangeCount++] = end;
    }

    @Override
    public void reset() {
      clearAttributes(); // the end of the last text left an increment of 0
      tokens.reset(text, 0, 0);
      nextRange = 0;
    }

    @Override
    public boolean incrementToken() {
      while (true) {
        if (tokens.next()) {
          if (proseOnly && isCommon(tokens.bytes(), tokens.length())) {
            continue;
          }
          term.bytes = tokens.bytes();
          term.length = tokens.length();
          termAttribute.setBytesRef(term);
          return true;
        }
        if (nextRange >= rangeCount) {
          return false;
        }
        tokens.reset(text, ranges[nextRange], ranges[nextRange + 1]);
        nextRange += 2;
      }
    }
  }
}
