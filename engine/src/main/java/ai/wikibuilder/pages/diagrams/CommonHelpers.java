package ai.wikibuilder.pages.diagrams;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.modules.FileRole;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells functions that code all over a repository calls: what allocates, logs or copies a text.
 * They are much used and say nothing about where a path leads. For one thread.
 */
public final class CommonHelpers {
  /** In a small repository a function that five files call may well be its subject. */
  private static final int FILE_COUNT_MIN = 12;

  /** In a huge one nothing is called everywhere. */
  private static final int FILE_COUNT_MAX = 40;

  private static final double FILE_SHARE = 0.08;

  private final CodeGraph graph;
  private final int least;
  private final Map<Integer, Boolean> known = new HashMap<>();

  public CommonHelpers(CodeGraph graph) {
    this.graph = graph;
    int files = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      if (isMain(file) && graph.endSymbol(file) > graph.firstSymbol(file)) {
        files++;
      }
    }
    this.least = (int) Math.clamp(files * FILE_SHARE, FILE_COUNT_MIN, FILE_COUNT_MAX);
  }

  /** Whether a function is called from so many files of the product, its own left out. */
  public boolean contains(int function) {
    return known.computeIfAbsent(function, this::isCalledEverywhere);
  }

  private boolean isCalledEverywhere(int function) {
    int own = graph.symbol(function).file();
    Set<Integer> files = new HashSet<>();
    for (GraphEdge edge : graph.incoming(function)) {
      int from = edge.sourceFile();
      boolean called = edge.kind() == ReferenceKind.CALL && edge.certainty() == Certainty.EXACT;
      if (called && from != own && isMain(from) && files.add(from) && files.size() >= least) {
        return true;
      }
    }
    return false;
  }

  private boolean isMain(int file) {
    return graph.role(file) == FileRole.MAIN;
  }
}
