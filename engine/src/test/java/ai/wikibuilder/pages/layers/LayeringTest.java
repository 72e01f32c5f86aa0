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
