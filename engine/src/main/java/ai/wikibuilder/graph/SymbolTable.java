package ai.wikibuilder.graph;

import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.columns.ColumnReader;
import ai.wikibuilder.graph.columns.ColumnWriter;
import ai.wikibuilder.graph.columns.IntColumn;
import ai.wikibuilder.graph.columns.Names;
import java.util.Arrays;
import java.util.BitSet;

/**
 * All symbols as parallel arrays, {@link #BYTES_PER_SYMBOL} bytes each. Rows are grouped by file
 * and, inside a file, in the order of their start, so the file of a row needs no column.
 */
@SuppressWarnings(
    "EnumOrdinal") // a byte instead of a reference; their order is written beside them
final class SymbolTable {
  /** Ten columns: seven ints, two 16-bit lengths, one byte. */
  static final int BYTES_PER_SYMBOL = 7 * 4 + 2 * 2 + 1;

  /** Lengths are kept in 16 bits; a longer head or comment is cut there. */
  private static final int LENGTH_MAX = Character.MAX_VALUE;

  private static final SymbolKind[] KINDS = SymbolKind.values();
  private static final Visibility[] VISIBILITIES = Visibility.values();

  private static final String CONSTANTS = Arrays.toString(KINDS) + Arrays.toString(VISIBILITIES);

  /** Kinds take the low bits of the traits byte, visibilities the two above. */
  private static final int KIND_BITS = 5;

  /** The highest bit of the traits byte: the symbol is compiled for tests alone. */
  private static final int TEST = 0x80;

  private int size;
  private int[] names = new int[256];
  private int[] parents = new int[256];
  private int[] startLines = new int[256];
  private int[] endLines = new int[256];
  private int[] nameLines = new int[256];
  private int[] signatureStarts = new int[256];
  private int[] docStarts = new int[256];
  private char[] signatureLengths = new char[256];
  private char[] docLengths = new char[256];
  private byte[] traits = new byte[256];

  /** Symbols that stand outside their type, and name ids of what they said it is called. */
  private final IntColumn owned = new IntColumn();

  private final IntColumn owners = new IntColumn();

  /** Functions that are only announced, as in a header; their body stands elsewhere. */
  private final BitSet bodiless = new BitSet();

  private final BitSet macros = new BitSet();

  /** Writes a trimmed table but for what only finding edges needed. */
  void write(ColumnWriter out, Names interner) {
    out.word(CONSTANTS);
    out.names(names, interner);
    out.ints(parents);
    out.ints(startLines);
    out.ints(endLines);
    out.ints(nameLines);
    out.ints(signatureStarts);
    out.ints(docStarts);
    out.chars(signatureLengths);
    out.chars(docLengths);
    out.bytes(traits);
  }

  /** Reads what was written. */
  static SymbolTable read(ColumnReader in, int count) {
    in.expect(CONSTANTS);
    SymbolTable table = new SymbolTable();
    table.size = count;
    table.names = in.textIds(count);
    table.parents = in.rows(count, -1, count);
    table.startLines = in.ints(count);
    table.endLines = in.ints(count);
    table.nameLines = in.ints(count);
    table.signatureStarts = in.ints(count);
    table.docStarts = in.ints(count);
    table.signatureLengths = in.chars(count);
    table.docLengths = in.chars(count);
    table.traits = in.bytes(count);
    return table;
  }

  /** Adds a symbol; {@code first} is the number of its file's first symbol. */
  void add(Symbol symbol, int nameId, int first) {
    if (size == names.length) {
      resize(size + (size >> 1));
    }
    names[size] = nameId;
    int parent = symbol.parent() < 0 ? -1 : first + symbol.parent();
    parents[size] = parent < size ? parent : -1;
    startLines[size] = symbol.span().startLine();
    endLines[size] = symbol.span().endLine();
    nameLines[size] = symbol.nameLine();
    signatureStarts[size] = symbol.signature().startByte();
    signatureLengths[size] = length(symbol.signature().endByte() - symbol.signature().startByte());
    docStarts[size] = symbol.doc().isPresent() ? symbol.doc().get().startByte() : -1;
    docLengths[size] =
        symbol.doc().isPresent()
            ? length(symbol.doc().get().endByte() - symbol.doc().get().startByte())
            : 0;
    traits[size] = (byte) (symbol.kind().ordinal() | (symbol.visibility().ordinal() << KIND_BITS));
    size++;
  }

  /** The symbol added last belongs to a type of that name, unless it stands in one. */
  void ownLast(int nameId) {
    int parent = parents[size - 1];
    if (parent < 0 || !kind(parent).isType()) {
      owned.add(size - 1);
      owners.add(nameId);
    }
  }

  /** The symbol added last has no body. */
  void withoutBody() {
    bodiless.set(size - 1);
  }

  /** The symbol added last is a macro, which is seen without being imported. */
  void asMacro() {
    macros.set(size - 1);
  }

  /** A symbol stands among the product's, but is there for its tests. */
  void asTest(int symbol) {
    traits[symbol] |= (byte) TEST;
  }

  boolean isTest(int symbol) {
    return (traits[symbol] & TEST) != 0;
  }

  boolean isMacro(int symbol) {
    return macros.get(symbol);
  }

  boolean hasBody(int symbol) {
    return !bodiless.get(symbol);
  }

  int ownedCount() {
    return owned.size();
  }

  int owned(int index) {
    return owned.get(index);
  }

  /** Name id of the type that the symbol of the same index belongs to. */
  int owner(int index) {
    return owners.get(index);
  }

  /** Makes a symbol a member of a type, unless the type is itself somewhere in the symbol. */
  void adopt(int symbol, int type) {
    for (int at = type; at >= 0; at = parents[at]) {
      if (at == symbol) {
        return;
      }
    }
    parents[symbol] = type;
  }

  private static char length(int length) {
    return (char) Math.min(LENGTH_MAX, length);
  }

  /** Gives back what the columns hold beyond their rows. */
  void trim() {
    resize(size);
  }

  private void resize(int length) {
    names = Arrays.copyOf(names, length);
    parents = Arrays.copyOf(parents, length);
    startLines = Arrays.copyOf(startLines, length);
    endLines = Arrays.copyOf(endLines, length);
    nameLines = Arrays.copyOf(nameLines, length);
    signatureStarts = Arrays.copyOf(signatureStarts, length);
    docStarts = Arrays.copyOf(docStarts, length);
    signatureLengths = Arrays.copyOf(signatureLengths, length);
    docLengths = Arrays.copyOf(docLengths, length);
    traits = Arrays.copyOf(traits, length);
  }

  int size() {
    return size;
  }

  int name(int symbol) {
    return names[symbol];
  }

  int parent(int symbol) {
    return parents[symbol];
  }

  int startLine(int symbol) {
    return startLines[symbol];
  }

  int endLine(int symbol) {
    return endLines[symbol];
  }

  int nameLine(int symbol) {
    return nameLines[symbol];
  }

  int signatureStart(int symbol) {
    return signatureStarts[symbol];
  }

  int signatureEnd(int symbol) {
    return signatureStarts[symbol] + signatureLengths[symbol];
  }

  int docStart(int symbol) {
    return docStarts[symbol];
  }

  int docEnd(int symbol) {
    return docStarts[symbol] < 0 ? -1 : docStarts[symbol] + docLengths[symbol];
  }

  SymbolKind kind(int symbol) {
    return KINDS[traits[symbol] & ((1 << KIND_BITS) - 1)];
  }

  Visibility visibility(int symbol) {
    return VISIBILITIES[(traits[symbol] & ~TEST & 0xff) >> KIND_BITS];
  }

  /** Bytes the columns hold, measured on the arrays themselves. */
  long heapBytes() {
    return 4L
            * (names.length
                + parents.length
                + startLines.length
                + endLines.length
                + nameLines.length
                + signatureStarts.length
                + docStarts.length)
        + 2L * (signatureLengths.length + docLengths.length)
        + traits.length;
  }
}
