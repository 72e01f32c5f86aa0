package ai.wikibuilder.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.chunks.Chunk;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * The symbols of one file by the chunks their names stand in, and how they are kept beside a chunk
 * in the index. Immutable.
 *
 * <p>Stored as UTF-8 text, a line a symbol: kind, first line, last line, line of the name,
 * qualified name, separated by tabs. The first one is the symbol the chunk belongs to, if it
 * belongs to one.
 */
final class DefinedSymbols {
  /** More definitions in one chunk are a table of constants; the first ones stand for it. */
  private static final int SYMBOLS_MAX = 40;

  /** A longer name is generated text; nobody asks for it. */
  private static final int NAME_CHARS_MAX = 200;

  /**
   * One symbol.
   *
   * @param kind label of its kind
   * @param startLine 1-based first line, with its doc comment
   * @param qualified names of its containers and itself, joined by dots
   */
  record Entry(String kind, int startLine, int endLine, int nameLine, String qualified) {
    boolean isNamedWithin(int firstLine, int lastLine) {
      return nameLine >= firstLine && nameLine <= lastLine;
    }

    String name() {
      return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
  }

  private final List<Symbol> symbols;
  private final List<String> qualified;

  /** Of chunk c the ordinals of symbols are {@code ordinals[first[c]]} to {@code first[c + 1]}. */
  private final int[] first;

  private final int[] ordinals;

  /** Deals the symbols of a file out to its chunks, by the line of their names. */
  DefinedSymbols(FileFacts facts, List<Chunk> chunks) {
    this.symbols = facts.symbols();
    this.qualified = qualifiedNames(symbols);
    this.first = new int[chunks.size() + 1];
    int[] chunkOf = new int[symbols.size()];
    for (int i = 0; i < chunkOf.length; i++) {
      chunkOf[i] = chunkAt(chunks, symbols.get(i).nameLine());
      if (chunkOf[i] >= 0) {
        first[chunkOf[i] + 1]++;
      }
    }
    for (int chunk = 1; chunk < first.length; chunk++) {
      first[chunk] += first[chunk - 1];
    }
    this.ordinals = new int[first[chunks.size()]];
    int[] next = first.clone();
    for (int i = 0; i < chunkOf.length; i++) {
      if (chunkOf[i] >= 0) {
        ordinals[next[chunkOf[i]]++] = i;
      }
    }
  }

  /** Chunks are in order and no two share a line; -1 for a line of none. */
  private static int chunkAt(List<Chunk> chunks, int line) {
    int low = 0;
    int high = chunks.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (chunks.get(middle).span().endLine() < line) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return low < chunks.size() && chunks.get(low).span().startLine() <= line ? low : -1;
  }

  private static List<String> qualifiedNames(List<Symbol> symbols) {
    List<String> names = new ArrayList<>(symbols.size());
    for (Symbol symbol : symbols) {
      boolean inner = symbol.parent() >= 0 && symbol.parent() < names.size();
      String around = inner ? names.get(symbol.parent()) : symbol.owner();
      String name = around.isEmpty() ? symbol.name() : around + "." + symbol.name();
      names.add(name.length() <= NAME_CHARS_MAX ? name : symbol.name());
    }
    return names;
  }

  /** Ordinals of the symbols whose names stand in a chunk, ascending. */
  int[] in(int chunkOrdinal) {
    return Arrays.copyOfRange(ordinals, first[chunkOrdinal], first[chunkOrdinal + 1]);
  }

  Symbol symbol(int ordinal) {
    return symbols.get(ordinal);
  }

  /** Names of the containers and of the symbol itself, joined by dots. */
  String qualified(int ordinal) {
    return qualified.get(ordinal);
  }

  /** The symbol that a chunk is about, or -1. */
  int subject(Chunk chunk) {
    return chunk.symbol() < symbols.size() ? chunk.symbol() : -1;
  }

  /** What is kept of a chunk: its subject first, then the symbols whose names stand in it. */
  List<Entry> entries(Chunk chunk, int[] defined) {
    List<Entry> entries = new ArrayList<>();
    int own = subject(chunk);
    if (own >= 0) {
      entries.add(entry(symbols.get(own), qualified.get(own)));
    }
    for (int i : defined) {
      if (entries.size() >= SYMBOLS_MAX) {
        break;
      }
      if (i != own && symbols.get(i).name().length() <= NAME_CHARS_MAX) {
        entries.add(entry(symbols.get(i), qualified.get(i)));
      }
    }
    return entries;
  }

  private static Entry entry(Symbol symbol, String qualified) {
    int start = symbol.span().startLine();
    if (symbol.doc().isPresent()) {
      start = Math.min(start, symbol.doc().get().startLine());
    }
    String name = qualified.length() <= NAME_CHARS_MAX ? qualified : symbol.kind().label();
    return new Entry(
        symbol.kind().label(), start, symbol.span().endLine(), symbol.nameLine(), name);
  }

  static BytesRef encode(List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(entry.kind()).append('\t').append(entry.startLine()).append('\t');
      text.append(entry.endLine()).append('\t').append(entry.nameLine()).append('\t');
      text.append(entry.qualified().replace('\t', ' ').replace('\n', ' ')).append('\n');
    }
    return new BytesRef(text.toString().getBytes(UTF_8));
  }

  static List<Entry> decode(BytesRef bytes) {
    List<Entry> entries = new ArrayList<>();
    for (String line : bytes.utf8ToString().split("\n", -1)) {
      String[] cells = line.split("\t", 5);
      if (cells.length == 5) {
        entries.add(
            new Entry(
                cells[0],
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                cells[4]));
      }
    }
    return entries;
  }
}
