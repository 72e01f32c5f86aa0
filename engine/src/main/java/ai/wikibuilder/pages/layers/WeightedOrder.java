package ai.wikibuilder.pages.layers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Layers of parts that reach one another in a circle of three and more. Most code has one such
 * circle, and then nearly every part would share a layer; but a hundred lines that lead one way and
 * two that lead back do show an order. Immutable.
 *
 * <p>The lightest arcs inside a circle are left out one by one while they are light: less than half
 * of the way back, or a small share of the heaviest arc of the circle where there is no way back.
 * Then what turned out not to be needed is put in again, the heaviest first. What cannot be told
 * apart so goes on sharing a layer. At most {@link #ARC_COUNT_MAX} arcs are weighed; more keep the
 * plain order.
 *
 * @param layerOf layer of each node, 0 for what leans on nothing below it
 * @param circles groups that reach one another, with all arcs there are
 * @param against the arcs left out, heaviest first: they lead upwards
 */
public record WeightedOrder(
    List<Integer> layerOf, List<List<Integer>> circles, List<WeightedOrder.Arc> against) {
  /** Arcs that are weighed: leaving out one costs a walk over all. */
  private static final int ARC_COUNT_MAX = 600;

  /** Two parts that refer to each other and to no third are told as a pair. */
  private static final int CIRCLE_SIZE_MIN = 3;

  /** An arc weighs little when the way back weighs so many times as much. */
  private static final int LIGHTER_THAN_BACK = 2;

  /** And, without a way back, when the heaviest of its circle weighs so many times as much. */
  private static final int LIGHTER_THAN_HEAVIEST = 5;

  /** One node leans on another. */
  public record Arc(int from, int to, int weight) {}

  public WeightedOrder {
    layerOf = List.copyOf(layerOf);
    circles = circles.stream().map(List::copyOf).toList();
    against = List.copyOf(against);
  }

  /** Orders nodes 0 to {@code size - 1}; there is at most one arc from a node to another. */
  public static WeightedOrder of(int size, List<Arc> arcs) {
    List<Arc> kept = new ArrayList<>(arcs);
    Layering whole = layering(size, kept);
    Layering now = whole;
    List<Arc> left = new ArrayList<>();
    Optional<Arc> light = lightest(whole, now, kept);
    while (light.isPresent() && arcs.size() <= ARC_COUNT_MAX) {
      kept.remove(light.get());
      left.add(light.get());
      now = layering(size, kept);
      light = lightest(whole, now, kept);
    }
    left.sort(Comparator.comparingInt(Arc::weight).reversed());
    List<Arc> against = new ArrayList<>();
    for (Arc arc : left) {
      kept.add(arc);
      if (!layering(size, kept).circles().equals(now.circles())) {
        kept.remove(arc);
        against.add(arc);
      }
    }
    return new WeightedOrder(layering(size, kept).layerOf(), whole.circles(), against);
  }

  private static Layering layering(int size, List<Arc> arcs) {
    List<Set<Integer>> targets = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      targets.add(new TreeSet<>());
    }
    arcs.forEach(arc -> targets.get(arc.from()).add(arc.to()));
    return Layering.of(targets);
  }

  /** The lightest arc inside a circle that may be left out. */
  private static Optional<Arc> lightest(Layering whole, Layering now, List<Arc> arcs) {
    Optional<Arc> result = Optional.empty();
    for (List<Integer> circle : now.circles()) {
      boolean pair = circle.size() < CIRCLE_SIZE_MIN && whole.circles().contains(circle);
      List<Arc> inside =
          pair
              ? List.of()
              : arcs.stream()
                  .filter(arc -> circle.contains(arc.from()) && circle.contains(arc.to()))
                  .toList();
      int heaviest = inside.stream().mapToInt(Arc::weight).max().orElse(0);
      for (Arc arc : inside) {
        boolean lighter = result.isEmpty() || arc.weight() < result.get().weight();
        if (lighter && isLight(arc, inside, heaviest)) {
          result = Optional.of(arc);
        }
      }
    }
    return result;
  }

  private static boolean isLight(Arc arc, List<Arc> inside, int heaviest) {
    int back = 0;
    for (Arc other : inside) {
      back = other.from() == arc.to() && other.to() == arc.from() ? other.weight() : back;
    }
    return back > 0
        ? arc.weight() * LIGHTER_THAN_BACK <= back
        : arc.weight() * LIGHTER_THAN_HEAVIEST <= heaviest;
  }
}
