package ai.wikibuilder.site;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The evidence of one page: gives each citation its number while the page is written, then decides
 * which lines are embedded. One thread.
 *
 * <p>Citations are served in the order of their numbers until {@link
 * SiteSettings#embeddedLineCountMax()} lines are taken; lines that citations share count once, and
 * ranges that touch become one block.
 */
final class EvidenceBook {
  /** One cited range. The cited lines are {@code evidence}'s; {@code number} is 1-based. */
  record Citation(int number, Evidence evidence) {}

  /**
   * Lines of one file shown in one piece.
   *
   * @param first 1-based
   * @param last included
   * @param cited which lines are cited, by line number
   * @param citations those that begin here, by number
   * @param text the file's text
   */
  record SourceBlock(
      String path, int first, int last, BitSet cited, List<Citation> citations, SourceText text) {}

  /**
   * A citation whose lines are not on the page; {@code known} tells whether the snapshot has them.
   */
  record Left(Citation citation, boolean known) {}

  /**
   * What is embedded, in the order of first citation, and what is not.
   *
   * @param cutAt lines shown of a citation that was cut, 0 when none was
   */
  record Plan(List<SourceBlock> blocks, List<Left> left, int cutAt) {}

  /** How much is shown: lines around a citation, and lines of one. */
  private record Dose(int contextLineCount, int citedLineCountMax) {
    /** Shares of what the settings allow, the most generous first. */
    private static final List<Integer> SHARES = List.of(100, 60, 30, 15, 8);

    static List<Dose> from(SiteSettings settings) {
      return SHARES.stream()
          .map(share ->
              new Dose(
                  settings.contextLineCount() * share / 100,
                  Math.max(1, settings.citedLineCountMax() * share / 100)))
          .toList();
    }
  }

  /** Markup around a block, a citation and a line, measured on written pages. */
  private static final int BLOCK_BYTES = 220;

  private static final int CITATION_BYTES = 330;
  private static final int LINE_BYTES = 42;

  private final TextReader reader;
  private final SiteSettings settings;
  private final Map<Evidence, Citation> citations = new LinkedHashMap<>();
  private final BitSet marked = new BitSet();

  EvidenceBook(TextReader reader, SiteSettings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  /** The number of a cited range; the same range always has the same. */
  int cite(Evidence evidence) {
    Citation known = citations.get(evidence);
    if (known == null) {
      known = new Citation(citations.size() + 1, evidence);
      citations.put(evidence, known);
    }
    return known.number();
  }

  /**
   * True the first time it is asked for a number: that mark gets the name the way back leads to.
   */
  boolean isFirstMark(int number) {
    boolean first = !marked.get(number);
    marked.set(number);
    return first;
  }

  /** Whether some mark on the page carries the number. */
  boolean hasMark(int number) {
    return marked.get(number);
  }

  boolean isEmpty() {
    return citations.isEmpty();
  }

  /**
   * Which lines to embed for all that was cited. A page that cites much shows less around each
   * place, so that it opens as fast as others.
   *
   * @param byteCountWished size of the written lines that is kept to where it can be
   */
  Plan plan(int byteCountWished) {
    Map<String, Optional<SourceText>> texts = new LinkedHashMap<>();
    for (Citation citation : citations.values()) {
      texts.computeIfAbsent(citation.evidence().path(), reader::text);
    }
    Plan plan = new Plan(List.of(), List.of(), 0);
    for (Dose dose : Dose.from(settings)) {
      plan = plan(texts, dose);
      if (weight(plan) <= byteCountWished) {
        break;
      }
    }
    return plan;
  }

  private Plan plan(Map<String, Optional<SourceText>> texts, Dose dose) {
    Map<String, FileLines> files = new LinkedHashMap<>();
    List<Left> left = new ArrayList<>();
    int lineCount = 0;
    boolean cut = false;
    for (Citation citation : citations.values()) {
      Evidence evidence = citation.evidence();
      Optional<SourceText> text = texts.getOrDefault(evidence.path(), Optional.empty());
      FileLines file = files.computeIfAbsent(evidence.path(), path -> new FileLines(text));
      if (evidence.startLine() > file.lineCount()) {
        left.add(new Left(citation, false));
        continue;
      }
      int added = file.take(citation, dose, settings.embeddedLineCountMax() - lineCount);
      if (added < 0) {
        left.add(new Left(citation, true));
        continue;
      }
      lineCount += added;
      cut |= evidence.endLine() - evidence.startLine() >= dose.citedLineCountMax();
    }
    List<SourceBlock> blocks = new ArrayList<>();
    files.forEach((path, file) -> file.blocks(path, blocks));
    return new Plan(List.copyOf(blocks), List.copyOf(left), cut ? dose.citedLineCountMax() : 0);
  }

  /** Bytes of the written lines, roughly: colours double what is not blank. */
  private int weight(Plan plan) {
    int bytes = 0;
    for (SourceBlock block : plan.blocks()) {
      bytes += BLOCK_BYTES + block.citations().size() * CITATION_BYTES;
      for (int line = block.first(); line <= block.last(); line++) {
        String text = block.text().lines(line, line).strip();
        bytes += LINE_BYTES + 2 * Math.min(settings.lineCharCountMax(), text.length());
      }
    }
    return bytes;
  }

  /** Which lines of one file are shown and which are cited. */
  private static final class FileLines {
    private final Optional<SourceText> text;
    private final BitSet shown = new BitSet();
    private final BitSet cited = new BitSet();
    private final TreeMap<Integer, List<Citation>> starts = new TreeMap<>();

    FileLines(Optional<SourceText> text) {
      this.text = text;
    }

    int lineCount() {
      return text.map(SourceText::lineCount).orElse(0);
    }

    /** How many lines the citation adds to those shown, or -1 when they are more than allowed. */
    int take(Citation citation, Dose dose, int allowed) {
      int start = citation.evidence().startLine();
      int end = Math.min(citation.evidence().endLine(), lineCount());
      end = Math.min(end, start + dose.citedLineCountMax() - 1);
      int from = Math.max(1, start - dose.contextLineCount());
      int to = Math.min(lineCount(), end + dose.contextLineCount());
      int added = to - from + 1 - shown.get(from, to + 1).cardinality();
      if (added > allowed) {
        return -1;
      }
      shown.set(from, to + 1);
      cited.set(start, end + 1);
      starts.computeIfAbsent(start, line -> new ArrayList<>()).add(citation);
      return added;
    }

    void blocks(String path, List<SourceBlock> blocks) {
      if (text.isEmpty()) {
        return;
      }
      int first = shown.nextSetBit(1);
      while (first > 0) {
        int last = shown.nextClearBit(first) - 1;
        List<Citation> here =
            starts.subMap(first, last + 1).values().stream().flatMap(List::stream).toList();
        blocks.add(new SourceBlock(path, first, last, cited, here, text.get()));
        first = shown.nextSetBit(last + 1);
      }
    }
  }
}
