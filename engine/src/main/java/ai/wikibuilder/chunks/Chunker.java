package ai.wikibuilder.chunks;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.source.SourceSpan;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a file into chunks that follow its structure. May be shared by threads.
 *
 * <p>A block of lines that fits the limit is a piece. A larger one is cut at the definitions in it,
 * each with its doc comment, and those again; what has no definitions is cut after a blank line, or
 * before the least indented line of its second half. Then small neighbours are joined again. The
 * idea is that of cAST (Zhang and others, 2025), on lines and definitions instead of syntax nodes.
 */
public final class Chunker {
  /** Definitions nested deeper than this are cut by lines. */
  private static final int DEPTH_MAX = 40;

  /** A piece with fewer tokens says nothing alone: a closing brace, a lone annotation. */
  private static final int TOKEN_COUNT_LONELY = 16;

  private static final String MARKDOWN = "markdown";

  private final ChunkLimits limits;

  public Chunker(ChunkLimits limits) {
    this.limits = limits;
  }

  /**
   * The chunks of a file, in its order: every line is in exactly one. The empty text has none.
   *
   * @param facts of this text; facts without symbols give chunks by headings (Markdown) or lines
   */
  public List<Chunk> chunk(SourceText text, FileFacts facts) {
    if (text.lineCount() == 0) {
      return List.of();
    }
    return new Cut(text, facts).chunks();
  }

  /** Lines {@code first} to {@code last}; {@code sealed} pieces are parts of something cut. */
  private record Piece(int first, int last, int symbol, boolean sealed) {}

  /** The work on one file. */
  private final class Cut {
    private final SourceText text;
    private final List<Symbol> symbols;
    private final boolean markdown;
    private final TokenCounts tokens;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final List<Piece> pieces = new ArrayList<>();

    Cut(SourceText text, FileFacts facts) {
      this.text = text;
      this.symbols = facts.symbols();
      this.markdown = facts.language().equals(MARKDOWN);
      this.tokens = new TokenCounts(text);
      this.firstChild = new int[symbols.size() + 1];
      this.nextSibling = new int[symbols.size()];
      linkChildren();
    }

    List<Chunk> chunks() {
      int last = text.lineCount();
      if (markdown) {
        cutAtHeadings();
      } else {
        cut(1, last, -1, 0);
      }
      return joined().stream().map(this::chunk).toList();
    }

    /** Entry 0 of {@code firstChild} is the file's; the others are the symbols', plus 1. */
    private void linkChildren() {
      java.util.Arrays.fill(firstChild, -1);
      for (int i = symbols.size() - 1; i >= 0; i--) {
        int parent = symbols.get(i).parent() + 1;
        nextSibling[i] = firstChild[parent];
        firstChild[parent] = i;
      }
    }

    private void cut(int first, int last, int symbol, int depth) {
      if (first > last) {
        return;
      }
      int child = firstChild[symbol + 1];
      boolean fits = tokens.of(first, last) <= limits.tokenCountMax();
      if (fits && symbol >= 0) {
        pieces.add(new Piece(first, last, symbol, false));
        return;
      }
      if (child < 0 || depth > DEPTH_MAX) {
        cutAtLines(first, last, symbol);
        return;
      }
      int next = first;
      for (; child >= 0; child = nextSibling[child]) {
        int start = Math.max(next, firstLine(symbols.get(child)));
        int end = Math.min(last, symbols.get(child).span().endLine());
        if (start > end) {
          continue;
        }
        cutAtLines(next, start - 1, symbol);
        cut(start, end, child, depth + 1);
        next = end + 1;
      }
      cutAtLines(next, last, symbol);
    }

    private int firstLine(Symbol symbol) {
      int start = symbol.span().startLine();
      return symbol.doc().map(doc -> Math.min(start, doc.startLine())).orElse(start);
    }

    private void cutAtHeadings() {
      int start = 1;
      boolean fenced = false;
      for (int line = 1; line <= text.lineCount(); line++) {
        int at = text.startOfLine(line);
        fenced ^= startsWith(at, "```") || startsWith(at, "~~~");
        if (!fenced && startsWith(at, "#") && line > start) {
          cutAtLines(start, line - 1, -1);
          start = line;
        }
      }
      cutAtLines(start, text.lineCount(), -1);
    }

    private boolean startsWith(int at, String prefix) {
      byte[] utf8 = text.utf8();
      for (int i = 0; i < prefix.length(); i++) {
        if (at + i >= utf8.length || utf8[at + i] != prefix.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private void cutAtLines(int first, int last, int symbol) {
      int start = first;
      while (start <= last) {
        int end = tokens.lastWithin(start, last, limits.tokenCountMax());
        if (end < last) {
          end = breakBetween(start, end);
        }
        pieces.add(new Piece(start, end, symbol, start > first || end < last));
        start = end + 1;
      }
    }

    /** The line in the second half of {@code start..end} after which a cut hurts least. */
    private int breakBetween(int start, int end) {
      int best = end;
      int least = Integer.MAX_VALUE;
      for (int line = end; line > start + (end - start) / 2; line--) {
        if (tokens.blank(line)) {
          return line;
        }
        int indent = indent(line + 1);
        if (indent < least) {
          least = indent;
          best = line;
        }
      }
      return best;
    }

    private int indent(int line) {
      int start = text.startOfLine(line);
      int end = text.startOfLine(line + 1);
      int at = start;
      while (at < end && text.utf8()[at] <= ' ' && text.utf8()[at] > 0) {
        at++;
      }
      return at - start;
    }

    private List<Piece> joined() {
      List<Piece> result = new ArrayList<>(pieces.size());
      for (Piece piece : pieces) {
        if (!result.isEmpty() && mayJoin(result.getLast(), piece)) {
          result.add(join(result.removeLast(), piece));
        } else {
          result.add(piece);
        }
      }
      return result;
    }

    private boolean mayJoin(Piece one, Piece other) {
      int sum = tokens.of(one.first(), other.last());
      boolean lonely = isLonely(one) || isLonely(other);
      return lonely
          ? sum <= limits.tokenCountMax()
          : sum <= limits.tokenCountMerged() && !one.sealed() && !other.sealed();
    }

    private boolean isLonely(Piece piece) {
      return tokens.of(piece.first(), piece.last()) < TOKEN_COUNT_LONELY;
    }

    private Piece join(Piece one, Piece other) {
      return new Piece(
          one.first(), other.last(), subject(one, other), one.sealed() || other.sealed());
    }

    /** What both are about; a piece too small to count has no say. */
    private int subject(Piece one, Piece other) {
      if (one.symbol() == other.symbol() || (isLonely(other) && !isLonely(one))) {
        return one.symbol();
      }
      if (isLonely(one) && !isLonely(other)) {
        return other.symbol();
      }
      return common(one.symbol(), other.symbol());
    }

    /** The innermost symbol around both, or -1. A parent's ordinal is less than its members'. */
    private int common(int one, int other) {
      int left = one;
      int right = other;
      while (left != right) {
        if (left > right) {
          left = symbols.get(left).parent();
        } else {
          right = symbols.get(right).parent();
        }
      }
      return left;
    }

    private Chunk chunk(Piece piece) {
      int start = text.startOfLine(piece.first());
      int end = text.startOfLine(piece.last() + 1);
      SourceSpan span = new SourceSpan(start, end, piece.first(), piece.last());
      return new Chunk(span, piece.symbol(), Math.max(1, tokens.of(piece.first(), piece.last())));
    }
  }
}
