package ai.wikibuilder.answers.maps;

import java.util.List;
import java.util.Optional;

/** Places of the code in the order in which they are reached. Immutable. */
record Route(List<Leg> legs) {
  /**
   * One of them.
   *
   * @param by how it is reached; empty for the first
   * @param parent position in the route of the place it is reached from, -1 for the first
   */
  record Leg(int node, Optional<Hop> by, int parent) {}

  Route {
    legs = List.copyOf(legs);
  }
}
