package ai.wikibuilder.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.chunks.Chunk;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * The symbols a chunk is about, as they are kept beside it in the index.
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

  private DefinedSymbols() {}

  /** Qualified names of all symbols of a file, by ordinal. */
  static List<String> qualifiedNames(FileFacts facts) {
    List<String> names = new ArrayList<>(facts.symbols().size());
    for (Symbol symbol : facts.symbols()) {
      boolean inner = symbol.parent() >= 0 && symbol.parent() < names.size();
      String around = inner ? names.get(symbol.parent()) : symbol.owner();
      String name = around.isEmpty() ? symbol.name() : around + "." + symbol.name();
      names.add(name.length() <= NAME_CHARS_MAX ? name : symbol.name());
    }
    return names;
  }

  /** The symbols of {@code chunk}: its own first, then those whose name stands in it. */
  static List<Entry> of(Chunk chunk, FileFacts facts, List<String> qualified) {
    List<Entry> entries = new ArrayList<>();
    int own = chunk.symbol() < qualified.size() ? chunk.symbol() : -1;
    if (own >= 0) {
      entries.add(entry(facts.symbols().get(own), qualified.get(own)));
    }
    for (int i = 0; i < qualified.size() && entries.size() < SYMBOLS_MAX; i++) {
      Symbol symbol = facts.symbols().get(i);
      if (i != own && isDefinedIn(chunk, symbol) && symbol.name().length() <= NAME_CHARS_MAX) {
        entries.add(entry(symbol, qualified.get(i)));
      }
    }
    return entries;
  }

  static boolean isDefinedIn(Chunk chunk, Symbol symbol) {
    return symbol.nameLine() >= chunk.span().startLine()
        && symbol.nameLine() <= chunk.span().endLine();
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
