package ai.wikibuilder.pages.architecture;

import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.layers.WeightedOrder;
import ai.wikibuilder.pages.material.PageGraph;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Tells by which rule the layers are made, and which dependencies lead upwards. */
final class AgainstTheOrder {
  /** Directions named one by one. */
  private static final int NAMED_COUNT_MAX = 4;

  private final Repository repository;
  private final PageGraph graph;

  AgainstTheOrder(Repository repository, PageGraph graph) {
    this.repository = repository;
    this.graph = graph;
  }

  List<Sentence> sentences(WeightedOrder order) {
    if (order.against().isEmpty()) {
      return List.of(repository.words().plain("layers.rule"));
    }
    int lines = order.against().stream().mapToInt(WeightedOrder.Arc::weight).sum();
    boolean all = order.against().size() <= NAMED_COUNT_MAX;
    Phrase phrase =
        repository
            .say(all ? "layers.against" : "layers.against.more")
            .count("count", order.against().size())
            .count("lines", lines);
    List<Inline> pairs = new ArrayList<>();
    for (WeightedOrder.Arc arc : order.against()) {
      if (pairs.size() < NAMED_COUNT_MAX) {
        pairs.add(
            new Inline.Plain(
                graph.pages().get(arc.from()).title()
                    + " → "
                    + graph.pages().get(arc.to()).title()
                    + " ("
                    + repository.words().digits(arc.weight())
                    + ")"));
        graph.dependencies().stream()
            .filter(one -> one.from() == arc.from() && one.to() == arc.to())
            .limit(1)
            .forEach(one -> phrase.by(graph.evidence(one).stream().limit(1).toList()));
      }
    }
    return List.of(
        repository.words().plain("layers.rule.light"), phrase.list("pairs", pairs).end());
  }
}
