package ai.wikibuilder.answers.maps;

/**
 * A place of the code that a map should pass. Immutable.
 *
 * @param node number of a function, method or type in the graph, or as {@link CallWeb} has it, of
 *     an entry point that no function answers
 * @param weight how much the question asks for it; more than 0
 */
public record Seed(int node, double weight) {
  public Seed {
    if (!(weight > 0)) {
      throw new IllegalArgumentException("expected a weight of more than 0, got " + weight);
    }
  }
}
