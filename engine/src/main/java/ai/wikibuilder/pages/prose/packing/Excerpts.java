package ai.wikibuilder.pages.prose.packing;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts source text to a number of tokens: whole where it fits, else at the borders of definitions,
 * else after the first lines. What is left out is said where it stood. Stateless.
 *
 * <p>Tokens are guessed from characters here: counting every member of every class took longer than
 * all else that is done for a page.
 */
public final class Excerpts {
  /** Characters of code for one token, on the safe side: 3.3 to 4.2 on eight repositories. */
  private static final int CHARS_PER_TOKEN = 3;

  private final KeySymbols symbols;

  public Excerpts(KeySymbols symbols) {
    this.symbols = symbols;
  }

  private static int tokens(String text) {
    return text.length() / CHARS_PER_TOKEN;
  }

  /** Lines of a file, the last ones left out when they are too many. */
  public String lines(SourceText text, int first, int last, int tokensMax) {
    BitSet kept = new BitSet();
    int used = 0;
    for (int line = first; line <= last; line++) {
      used += tokens(text.lines(line, line));
      if (used > tokensMax && line > first) {
        break;
      }
      kept.set(line);
    }
    return shown(text, first, last, kept);
  }

  /** A definition: its head and its most important members, as many as fit. */
  public String definition(SourceText text, GraphSymbol symbol, int first, int tokensMax) {
    int last = Math.min(symbol.endLine(), text.lineCount());
    List<GraphSymbol> members = symbols.members(symbol);
    boolean whole = tokens(text.lines(first, last)) <= tokensMax;
    if (whole || members.isEmpty()) {
      return lines(text, first, last, tokensMax);
    }
    BitSet kept = new BitSet();
    kept.set(first, last + 1);
    for (GraphSymbol member : members) {
      int body = Math.max(first, member.nameLine() + 1); // its first line stays
      int end = Math.min(last, member.endLine());
      if (member.path().equals(symbol.path()) && body <= end) {
        kept.clear(body, end + 1);
      }
    }
    int used = tokens(shown(text, first, last, kept));
    if (used > tokensMax) {
      return lines(text, first, last, tokensMax);
    }
    List<GraphSymbol> best = new ArrayList<>(members);
    best.sort(Comparator.comparingDouble((GraphSymbol member) -> -member.importance()));
    for (GraphSymbol member : best) {
      int from = Math.max(first, member.startLine());
      int to = Math.min(last, member.endLine());
      int cost = to < from ? 0 : tokens(text.lines(from, to));
      if (cost > 0 && used + cost <= tokensMax && member.path().equals(symbol.path())) {
        kept.set(from, to + 1);
        used += cost;
      }
    }
    return shown(text, first, last, kept);
  }

  /** The kept lines, and in place of each gap how many lines it has. */
  private static String shown(SourceText text, int first, int last, BitSet kept) {
    StringBuilder shown = new StringBuilder();
    int line = first;
    while (line <= last) {
      boolean keeps = kept.get(line);
      int end = keeps ? kept.nextClearBit(line) : kept.nextSetBit(line);
      int stop = Math.min(last, (end < 0 ? last + 1 : end) - 1);
      if (keeps) {
        String lines = text.lines(line, stop);
        shown.append(lines).append(lines.endsWith("\n") ? "" : "\n");
      } else {
        shown.append("… ").append(stop - line + 1).append(" lines left out\n");
      }
      line = stop + 1;
    }
    return shown.toString();
  }
}
