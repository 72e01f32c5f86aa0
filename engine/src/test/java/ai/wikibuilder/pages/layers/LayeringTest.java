package ai.wikibuilder.pages.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LayeringTest {
  @Test
  void aChainHasOneLayerForEachLink() {
    assertThat(Layering.of(List.of(Set.of(1), Set.of(2), Set.<Integer>of())).layerOf())
        .containsExactly(2, 1, 0);
  }

  @Test
  void partsOfACircleShareALayer() {
    Layering layering = Layering.of(List.of(Set.of(1), Set.of(2), Set.of(1), Set.<Integer>of()));

    assertThat(layering.circles()).containsExactly(List.of(1, 2));
    assertThat(layering.layerOf()).containsExactly(1, 0, 0, 0);
  }

  @Test
  void everythingLeansOnLowerLayersExceptInsideACircle() {
    long seed = 11;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(12);
      List<Set<Integer>> targets = new ArrayList<>();
      for (int node = 0; node < size; node++) {
        Set<Integer> ones = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          int other = random.nextInt(size);
          if (other != node) {
            ones.add(other);
          }
        }
        targets.add(ones);
      }
      assertOrdered(targets, Layering.of(targets));
    }
  }

  /** Of real code nearly every part stood in one layer, because a few lines led back. */
  @Test
  void fewLinesThatLeadBackDoNotHideTheOrder() {
    WeightedOrder order =
        WeightedOrder.of(
            3,
            List.of(
                new WeightedOrder.Arc(0, 1, 120),
                new WeightedOrder.Arc(1, 2, 80),
                new WeightedOrder.Arc(2, 0, 1),
                new WeightedOrder.Arc(1, 0, 3)));

    assertThat(order.layerOf()).containsExactly(2, 1, 0);
    assertThat(order.circles()).containsExactly(List.of(0, 1, 2));
    assertThat(order.against())
        .containsExactly(new WeightedOrder.Arc(1, 0, 3), new WeightedOrder.Arc(2, 0, 1));
  }

  @Test
  void directionsOfAlikeWeightGoOnSharingALayer() {
    WeightedOrder order =
        WeightedOrder.of(
            3,
            List.of(
                new WeightedOrder.Arc(0, 1, 10),
                new WeightedOrder.Arc(1, 2, 9),
                new WeightedOrder.Arc(2, 0, 8)));

    assertThat(order.layerOf()).containsExactly(0, 0, 0);
    assertThat(order.against()).isEmpty();
  }

  /** Whatever is left out, all that is kept leads down or stays in a layer. */
  @Test
  void onlyArcsThatAreToldLeadUpwards() {
    Random random = new Random(7);
    for (int round = 0; round < 100; round++) {
      List<WeightedOrder.Arc> arcs = new ArrayList<>();
      for (int from = 0; from < 9; from++) {
        for (int to = 0; to < 9; to++) {
          if (from != to && random.nextInt(4) == 0) {
            arcs.add(new WeightedOrder.Arc(from, to, 1 + random.nextInt(60)));
          }
        }
      }
      WeightedOrder order = WeightedOrder.of(9, arcs);
      for (WeightedOrder.Arc arc : arcs) {
        boolean down = order.layerOf().get(arc.from()) >= order.layerOf().get(arc.to());
        assertThat(down || order.against().contains(arc)).isTrue();
      }
    }
  }

  private static void assertOrdered(List<Set<Integer>> targets, Layering layering) {
    for (int node = 0; node < targets.size(); node++) {
      for (int target : targets.get(node)) {
        int from = node;
        boolean together =
            layering.circles().stream().anyMatch(one -> one.contains(from) && one.contains(target));
        int layer = layering.layerOf().get(node);
        int below = layering.layerOf().get(target);
        assertThat(together ? layer == below : layer > below).isTrue();
      }
    }
  }
}
