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

  Walk {
    steps = List.copyOf(steps);
  }

  GraphSymbol first() {
    return steps.getFirst().function();
  }
}
