package ai.wikibuilder.graph.modules;

import ai.wikibuilder.facts.ReferenceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the lines between modules. Lines come in the order of their file and number. */
public final class DependencyCounter {
  /** Evidence kept for one dependency: four marks are what a sentence carries. */
  public static final int EVIDENCE_COUNT_MAX = 4;

  private static final class Count {
    private int lineCount;
    private int importCount;
    private int lastFile = -1;
    private int lastLine = -1;
    private final List<CrossingLine> strongest = new ArrayList<>();
  }

  private final Map<Long, Count> counts = new TreeMap<>();

  private Count count(int from, int to) {
    return counts.computeIfAbsent(((long) from << 32) | to, key -> new Count());
  }

  /** Counts a line of module {@code from} that names a symbol of module {@code to}. */
  public void addLine(int from, int to, CrossingLine line) {
    Count count = count(from, to);
    if (count.lastFile != line.file() || count.lastLine != line.line()) {
      count.lineCount++;
    }
    count.lastFile = line.file();
    count.lastLine = line.line();
    keep(count.strongest, line);
  }

  /** Counts an import of something of module {@code to}. */
  public void addImport(int from, int to) {
    count(from, to).importCount++;
  }

  private static void keep(List<CrossingLine> strongest, CrossingLine line) {
    for (CrossingLine kept : strongest) {
      if (kept.target() == line.target() && rank(kept.kind()) <= rank(line.kind())) {
        return;
      }
    }
    if (strongest.size() < EVIDENCE_COUNT_MAX) {
      strongest.add(line);
      return;
    }
    CrossingLine weakest = strongest.getFirst();
    for (CrossingLine kept : strongest) {
      weakest = rank(kept.kind()) > rank(weakest.kind()) ? kept : weakest;
    }
    if (rank(line.kind()) < rank(weakest.kind())) {
      strongest.remove(weakest);
      strongest.add(line);
    }
  }

  private static int rank(ReferenceKind kind) {
    return switch (kind) {
      case INHERIT -> 0;
      case CALL -> 1;
      case TYPE -> 2;
      case ANNOTATION -> 3;
    };
  }

  /** All dependencies, ordered by the numbers of their modules. */
  public List<ModuleDependency> dependencies() {
    List<ModuleDependency> result = new ArrayList<>();
    counts.forEach((key, count) -> {
      count.strongest.sort(
          Comparator.comparingInt((CrossingLine line) -> rank(line.kind()))
              .thenComparingInt(CrossingLine::file)
              .thenComparingInt(CrossingLine::line));
      result.add(
          new ModuleDependency(
              (int) (key >> 32),
              key.intValue(),
              count.lineCount,
              count.importCount,
              count.strongest));
    });
    return result;
  }
}
