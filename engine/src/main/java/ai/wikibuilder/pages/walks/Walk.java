package ai.wikibuilder.pages.walks;

import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import java.util.List;
import java.util.Optional;

/**
 * A path through the code. Immutable.
 *
 * @param entry how its first function is reached from outside, when it is
 * @param steps the functions on the path, each with what it calls
 * @param weight importance of all that is reached; the main path has the most
 */
record Walk(Optional<EntryPoint> entry, List<Step> steps, double weight) {
  /**
   * A function on the path.
   *
   * @param calls its calls into the product's own code, in source order
   */
  record Step(GraphSymbol function, List<GraphEdge> calls) {
    public Step {
      calls = List.copyOf(calls);
    }
  }

  /** Calls that make a function a walk of its own. */
  private static final int CALL_COUNT_MIN = 3;

  Walk {
    steps = List.copyOf(steps);
  }

  /** The steps before that of a function, which is not the first. */
  Walk until(GraphSymbol function) {
    List<Step> before =
        steps.stream().takeWhile(step -> step.function().id() != function.id()).toList();
    return new Walk(entry, before, weight);
  }

  /** Whether there is anything to follow. */
  boolean isWorth() {
    return steps.size() >= 2 || steps.getFirst().calls().size() >= CALL_COUNT_MIN;
  }

  GraphSymbol first() {
    return steps.getFirst().function();
  }
}
