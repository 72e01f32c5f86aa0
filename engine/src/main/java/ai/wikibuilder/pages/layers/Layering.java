package ai.wikibuilder.pages.layers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Layers of a directed graph. Immutable.
 *
 * <p>Circles are collapsed (Tarjan 1972); the layer of what remains is the longest path down from
 * it, so everything leans only on lower layers, except inside a circle.
 *
 * @param layerOf layer of each node, 0 for what leans on nothing
 * @param circles groups of two and more nodes that lean on each other, each ascending
 */
public record Layering(List<Integer> layerOf, List<List<Integer>> circles) {
  public Layering {
    layerOf = List.copyOf(layerOf);
    circles = circles.stream().map(List::copyOf).toList();
  }

  /** Orders a graph; {@code targets.get(n)} are the nodes that node n leans on. */
  public static Layering of(List<? extends Set<Integer>> targets) {
    return new Search(targets).layering();
  }

  /** One search; recursion is as deep as the graph has nodes, which are at most some hundred. */
  private static final class Search {
    private final List<? extends Set<Integer>> targets;
    private final int[] order;
    private final int[] low;
    private final int[] group;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<List<Integer>> groups = new ArrayList<>();
    private int visited;

    Search(List<? extends Set<Integer>> targets) {
      this.targets = targets;
      this.order = filled(targets.size());
      this.low = new int[targets.size()];
      this.group = filled(targets.size());
    }

    private static int[] filled(int length) {
      int[] result = new int[length];
      Arrays.fill(result, -1);
      return result;
    }

    private void visit(int node) {
      order[node] = visited;
      low[node] = visited++;
      open.push(node);
      for (int target : targets.get(node)) {
        if (order[target] < 0) {
          visit(target);
          low[node] = Math.min(low[node], low[target]);
        } else if (group[target] < 0) {
          low[node] = Math.min(low[node], order[target]);
        }
      }
      if (low[node] == order[node]) {
        close(node);
      }
    }

    private void close(int first) {
      List<Integer> members = new ArrayList<>();
      int member;
      do {
        member = open.pop();
        group[member] = groups.size();
        members.add(member);
      } while (member != first);
      Collections.sort(members);
      groups.add(members);
    }

    Layering layering() {
      for (int node = 0; node < order.length; node++) {
        if (order[node] < 0) {
          visit(node);
        }
      }
      // groups are closed targets first, so one pass finds the longest path
      int[] layer = new int[groups.size()];
      for (int i = 0; i < groups.size(); i++) {
        for (int target : below(i)) {
          layer[i] = Math.max(layer[i], layer[target] + 1);
        }
      }
      List<Integer> layerOf = new ArrayList<>();
      for (int node = 0; node < order.length; node++) {
        layerOf.add(layer[group[node]]);
      }
      return new Layering(layerOf, groups.stream().filter(one -> one.size() > 1).toList());
    }

    private Set<Integer> below(int index) {
      Set<Integer> result = new TreeSet<>();
      for (int member : groups.get(index)) {
        for (int target : targets.get(member)) {
          if (group[target] != index) {
            result.add(group[target]);
          }
        }
      }
      return result;
    }
  }
}
