package ai.wikibuilder.plan;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.modules.CodeModule;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Knows folders of code that explain nothing of the product: a few files that define nothing by
 * name, or a few shell scripts beside code in another language. They are told in a line. Immutable.
 */
final class Incidental {
  /** So many files are worth a page whatever is in them. */
  private static final int FILE_COUNT_MIN = 20;

  /** So is this share of the code. */
  private static final double WEIGHT_MIN = 0.1;

  private final CodeGraph graph;
  private final Map<Integer, Double> weights;
  private final Set<Integer> answering = new HashSet<>();
  private final Set<Integer> parents = new HashSet<>();

  Incidental(CodeGraph graph, Map<Integer, Double> weights) {
    this.graph = graph;
    this.weights = weights;
    for (EntryPoint entry : graph.entryPoints()) {
      if (entry.kind() != EntryPoint.Kind.SCRIPT) {
        answering.add(graph.file(entry.path()));
      }
    }
    graph.modules().forEach(module -> parents.add(module.parent()));
  }

  boolean is(CodeModule module) {
    boolean small =
        !module.files().isEmpty()
            && module.files().size() < FILE_COUNT_MIN
            && weights.getOrDefault(module.id(), 0.0) < WEIGHT_MIN
            && !parents.contains(module.id());
    return small
        && module.files().stream().noneMatch(answering::contains)
        && (module.files().stream().allMatch(this::isNameless)
            || module.files().stream().allMatch(this::isShell));
  }

  /** Whether it was read and defines nothing; of what could not be read nobody knows. */
  private boolean isNameless(int file) {
    return graph.outcome(file) == FileFacts.Outcome.PARSED
        && graph.firstSymbol(file) == graph.endSymbol(file);
  }

  private boolean isShell(int file) {
    return graph.language(file).equals("bash");
  }
}
