package ai.wikibuilder.site.evidence;

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
 * which lines are shown. One thread.
 *
 * <p>Citations are served in the order of their numbers until {@link Limits#lineCountMax()} lines
 * are taken; lines that citations share count once, and ranges that touch become one block.
 */
public final class EvidenceBook {
  /**
   * How much is shown at most.
   *
   * @param contextLineCount lines above and below cited ones
   * @param citedLineCountMax lines of one citation
   * @param lineCountMax lines of all citations together
   * @param lineCharCountMax characters of one line
   */
  public record Limits(
      int contextLineCount, int citedLineCountMax, int lineCountMax, int lineCharCountMax) {}

  /** One cited range. The cited lines are {@code evidence}'s; {@code number} is 1-based. */
  public record Citation(int number, Evidence evidence) {}

  /**
   * Lines of one file shown in one piece.
   *
   * @param first 1-based
   * @param last included
   * @param cited which lines are cited, by line number
   * @param citations those that begin here, by number
   * @param text the file's text
   */
  public record SourceBlock(
      String path, int first, int last, BitSet cited, List<Citation> citations, SourceText text) {}

  /**
   * A citation whose lines are not on the page; {@code known} tells whether the snapshot has them.
   */
  public record Left(Citation citation, boolean known) {}

  /**
   * What is embedded, in the order of first citation, and what is not.
   *
   * @param cutAt lines shown of a citation that was cut, 0 when none was
   */
  public record Plan(List<SourceBlock> blocks, List<Left> left, int cutAt) {}

  private final TextReader reader;
  private final Limits limits;
  private final Map<Evidence, Citation> citations = new LinkedHashMap<>();
  private final BitSet marked = new BitSet();

  /**
   * @param reader gives the files the page cites
   */
  public EvidenceBook(TextReader reader, Limits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  /** The number of a cited range; the same range always has the same. */
  public int cite(Evidence evidence) {
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
  public boolean isFirstMark(int number) {
    boolean first = !marked.get(number);
    marked.set(number);
    return first;
  }

  /** All citations, in the order of their numbers. */
  public List<Citation> citations() {
    return List.copyOf(citations.values());
  }

  /** Whether some mark on the page carries the number. */
  public boolean hasMark(int number) {
    return marked.get(number);
  }

  public boolean isEmpty() {
    return citations.isEmpty();
  }

  /** Which lines to show for all that was cited. */
  public Plan plan() {
    Map<String, FileLines> files = new LinkedHashMap<>();
    List<Left> left = new ArrayList<>();
    int lineCount = 0;
    boolean cut = false;
    for (Citation citation : citations.values()) {
      Evidence evidence = citation.evidence();
      FileLines file =
          files.computeIfAbsent(evidence.path(), path -> new FileLines(reader.text(path), limits));
      if (evidence.startLine() > file.lineCount()) {
        left.add(new Left(citation, false));
        continue;
      }
      int added = file.take(citation, limits.lineCountMax() - lineCount);
      if (added < 0) {
        left.add(new Left(citation, true));
        continue;
      }
      lineCount += added;
      cut |= evidence.endLine() - evidence.startLine() >= limits.citedLineCountMax();
    }
    List<SourceBlock> blocks = new ArrayList<>();
    files.forEach((path, file) -> file.blocks(path, blocks));
    return new Plan(List.copyOf(blocks), List.copyOf(left), cut ? limits.citedLineCountMax() : 0);
  }

  /** Which lines of one file are shown and which are cited. */
  private static final class FileLines {
    private final Optional<SourceText> text;
    private final Limits limits;
    private final BitSet shown = new BitSet();
    private final BitSet cited = new BitSet();
    private final TreeMap<Integer, List<Citation>> starts = new TreeMap<>();

    FileLines(Optional<SourceText> text, Limits limits) {
      this.text = text;
      this.limits = limits;
    }

    int lineCount() {
      return text.map(SourceText::lineCount).orElse(0);
    }

    /** How many lines the citation adds to those shown, or -1 when they are more than allowed. */
    int take(Citation citation, int allowed) {
      int start = citation.evidence().startLine();
      int end = Math.min(citation.evidence().endLine(), lineCount());
      end = Math.min(end, start + limits.citedLineCountMax() - 1);
      int from = Math.max(1, start - limits.contextLineCount());
      int to = Math.min(lineCount(), end + limits.contextLineCount());
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
