package ai.wikibuilder.answers.maps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The places from which one is reached, nearest first, and the way from each of them. Immutable
 * once made.
 *
 * <p>Dijkstra's algorithm against the direction of the calls, until enough places are known. A hop
 * costs less towards names the question speaks of, more when only its name resolves it, and more
 * through what everything calls: such a function joins anything with anything and explains nothing.
 */
final class Reach {
  /** Places settled: those that matter for a map are near. */
  private static final int PLACE_COUNT_MAX = 400;

  /** A longer way is not shown. */
  private static final int HOP_COUNT_MAX = 7;

  private static final double HOP = 1;
  private static final double BY_NAME = 0.8;
  private static final double IMPLEMENTATION = 0.3;
  private static final double RELATED = 0.5;
  private static final double HUB_MAX = 1.5;

  private record Open(int node, double cost, int hops) {}

  private final Map<Integer, Double> costs = new LinkedHashMap<>();
  private final Map<Integer, Hop> next = new HashMap<>();

  /** From everywhere to {@code goal}. */
  Reach(CallWeb web, NameWords names, int goal) {
    PriorityQueue<Open> queue =
        new PriorityQueue<>(Comparator.comparingDouble(Open::cost).thenComparingInt(Open::node));
    Map<Integer, Double> best = new HashMap<>(Map.of(goal, 0.0));
    queue.add(new Open(goal, 0, 0));
    while (!queue.isEmpty() && costs.size() < PLACE_COUNT_MAX) {
      Open open = queue.poll();
      if (costs.putIfAbsent(open.node(), open.cost()) == null && open.hops() < HOP_COUNT_MAX) {
        List<Hop> hops = web.into(open.node());
        double crowd = open.node() == goal ? 0 : crowd(hops.size());
        for (Hop hop : hops) {
          double related = RELATED * names.of(web.name(hop.from()));
          double cost = open.cost() + HOP + crowd + doubt(hop) - related;
          if (cost < best.getOrDefault(hop.from(), Double.MAX_VALUE)
              && !costs.containsKey(hop.from())) {
            best.put(hop.from(), cost);
            next.put(hop.from(), hop);
            queue.add(new Open(hop.from(), cost, open.hops() + 1));
          }
        }
      }
    }
  }

  private static double doubt(Hop hop) {
    return switch (hop.kind()) {
      case CALL -> 0;
      case CALL_BY_NAME -> BY_NAME;
      case IMPLEMENTATION -> IMPLEMENTATION;
    };
  }

  private static double crowd(int callerCount) {
    return Math.min(HUB_MAX, Math.log(1 + callerCount / 4.0) / 2);
  }

  /** Nearest first; the goal is among them. */
  List<Integer> places() {
    return new ArrayList<>(costs.keySet());
  }

  /** What the way from a place costs; empty when there is none. */
  Optional<Double> cost(int place) {
    return Optional.ofNullable(costs.get(place));
  }

  /** The way from a place to the goal; empty from the goal itself. */
  List<Hop> way(int place) {
    List<Hop> way = new ArrayList<>();
    Hop hop = next.get(place);
    while (hop != null && way.size() <= HOP_COUNT_MAX) {
      way.add(hop);
      hop = next.get(hop.to());
    }
    return way;
  }
}
