package ai.wikibuilder.benchmarks.graph;

import ai.wikibuilder.graph.GraphSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a graph compares with the labels of its repository.
 *
 * @param emitted places of labels, edges and calls alike, for which the graph has an edge
 * @param right those that lead where they should
 * @param inside call sites whose target is in the repository
 * @param found those with the right edge
 * @param wrong what differs, for people
 */
record Score(int emitted, int right, int inside, int found, List<String> wrong) {
  static Score of(Checkout checkout, List<Label> labels) {
    Answers answers = new Answers(checkout.graph());
    int emitted = 0;
    int right = 0;
    int inside = 0;
    int found = 0;
    List<String> wrong = new ArrayList<>();
    for (Label label : labels) {
      if (!label.commit().equals(checkout.commit)) {
        throw new IllegalStateException(
            "labels of %s are for commit %s, the folder has %s; check that commit out"
                .formatted(label.repository(), label.commit(), checkout.commit));
      }
      Optional<GraphSymbol> answer = answers.at(label.file(), label.line(), label.name());
      boolean same = answer.isPresent() && answers.is(answer.get(), label.expected());
      emitted += answer.isPresent() ? 1 : 0;
      right += same ? 1 : 0;
      boolean counts = label.drawn() == Label.Drawn.CALL && !label.expected().equals(Label.OUTSIDE);
      inside += counts ? 1 : 0;
      found += counts && same ? 1 : 0;
      if (answer.isPresent() ? !same : counts) {
        wrong.add(label + "\tgot " + answer.map(Answers::place).orElse("nothing"));
      }
    }
    return new Score(emitted, right, inside, found, wrong);
  }

  double precision() {
    return (double) right / Math.max(1, emitted);
  }

  double recall() {
    return (double) found / Math.max(1, inside);
  }
}
