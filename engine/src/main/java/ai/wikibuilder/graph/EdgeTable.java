package ai.wikibuilder.graph;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.columns.ColumnReader;
import ai.wikibuilder.graph.columns.ColumnWriter;
import java.util.Arrays;

/**
 * All edges as parallel arrays, {@link #BYTES_PER_EDGE} bytes each, in the order of their file and
 * line, with an index by target.
 */
@SuppressWarnings(
    "EnumOrdinal") // a byte instead of a reference; their order is written beside them
final class EdgeTable {
  /** Source, target, line and the index by target, and a byte for kind and certainty. */
  static final int BYTES_PER_EDGE = 4 * 4 + 1;

  private static final ReferenceKind[] KINDS = ReferenceKind.values();

  /** Set in the traits of an edge that was found by name alone. */
  private static final int BY_NAME_BIT = 0x40;

  private int size;
  private int[] sources = new int[256];
  private int[] targets = new int[256];
  private int[] lines = new int[256];
  private byte[] traits = new byte[256];
  private int[] firstIncoming = new int[0];
  private int[] incoming = new int[0];

  /** Writes a sealed table; its index is made anew. */
  void write(ColumnWriter out) {
    out.word(Arrays.toString(KINDS));
    out.ints(sources);
    out.ints(targets);
    out.ints(lines);
    out.bytes(traits);
  }

  /** Reads what was written, sealed. */
  static EdgeTable read(ColumnReader in, int fileCount, int symbolCount) {
    in.expect(Arrays.toString(KINDS));
    EdgeTable table = new EdgeTable();
    table.sources = in.rows(-fileCount, symbolCount);
    table.size = table.sources.length;
    table.targets = in.rows(table.size, 0, symbolCount);
    table.lines = in.ints(table.size);
    table.traits = in.bytes(table.size);
    table.seal(symbolCount);
    return table;
  }

  /** Adds an edge; {@code source} is a symbol, or {@code ~file} for a line outside of all. */
  void add(int source, int target, int line, int traitsOfEdge) {
    if (size == sources.length) {
      resize(size + (size >> 1));
    }
    sources[size] = source;
    targets[size] = target;
    lines[size] = line;
    traits[size] = (byte) traitsOfEdge;
    size++;
  }

  static int traits(ReferenceKind kind, Certainty certainty) {
    return kind.ordinal() | (certainty == Certainty.BY_NAME ? BY_NAME_BIT : 0);
  }

  private void resize(int length) {
    sources = Arrays.copyOf(sources, length);
    targets = Arrays.copyOf(targets, length);
    lines = Arrays.copyOf(lines, length);
    traits = Arrays.copyOf(traits, length);
  }

  /** Trims the columns and builds the index by target; nothing can be added afterwards. */
  void seal(int symbolCount) {
    resize(size);
    firstIncoming = new int[symbolCount + 1];
    for (int target : targets) {
      firstIncoming[target + 1]++;
    }
    for (int i = 0; i < symbolCount; i++) {
      firstIncoming[i + 1] += firstIncoming[i];
    }
    int[] next = Arrays.copyOf(firstIncoming, symbolCount);
    incoming = new int[size];
    for (int edge = 0; edge < size; edge++) {
      incoming[next[targets[edge]]++] = edge;
    }
  }

  int size() {
    return size;
  }

  int source(int edge) {
    return sources[edge];
  }

  int target(int edge) {
    return targets[edge];
  }

  int line(int edge) {
    return lines[edge];
  }

  ReferenceKind kind(int edge) {
    return KINDS[traits[edge] & (BY_NAME_BIT - 1)];
  }

  Certainty certainty(int edge) {
    return (traits[edge] & BY_NAME_BIT) == 0 ? Certainty.EXACT : Certainty.BY_NAME;
  }

  /** Edges that name a symbol, in the order of their file and line. */
  int[] incoming(int symbol) {
    return Arrays.copyOfRange(incoming, firstIncoming[symbol], firstIncoming[symbol + 1]);
  }

  int incomingCount(int symbol) {
    return firstIncoming[symbol + 1] - firstIncoming[symbol];
  }

  /** Bytes the columns hold, measured on the arrays themselves. */
  long heapBytes() {
    return 4L
            * (sources.length
                + targets.length
                + lines.length
                + incoming.length
                + firstIncoming.length)
        + traits.length;
  }
}
