package ai.wikibuilder.pages.walks;

import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.diagrams.CommonHelpers;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.material.Material;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the paths worth a walk: from an entry point, else from a function that reaches much. */
final class WalkFinder {
  /** Functions told one after the other. */
  private static final int STEP_COUNT_MAX = 4;

  /** Functions counted when paths are compared. */
  private static final int REACH_COUNT_MAX = 200;

  /** Calls away from its start that still belong to a path. */
  private static final int REACH_DEPTH_MAX = 3;

  /** What a function of another module counts: a path that leads on shows how parts meet. */
  private static final double ELSEWHERE_WEIGHT = 1.5;

  /** Starts compared for one module. */
  private static final int CANDIDATE_COUNT_MAX = 16;

  /** Functions looked at to find them. */
  private static final int LOOK_COUNT_MAX = 300;

  /** Functions whose calls are kept at hand. */
  private static final int KNOWN_COUNT_MAX = 4000;

  /** A shorter function has nothing to walk through. */
  private static final int LINE_COUNT_MIN = 4;

  private final Material material;
  private final CodeGraph graph;
  private final CommonHelpers helpers;
  private final Map<Integer, List<GraphEdge>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<GraphEdge>> eldest) {
          return size() > KNOWN_COUNT_MAX;
        }
      };
  private final Map<Integer, Double> weights = new HashMap<>();
  private final Map<Integer, List<EntryPoint>> entriesByModule = new HashMap<>();

  /** Paths from outside by the module that has most of their calls. */
  private final Map<Integer, List<Walk>> enteredByModule = new HashMap<>();

  WalkFinder(Material material, CommonHelpers helpers) {
    this.material = material;
    this.graph = material.repository().graph();
    this.helpers = helpers;
    for (EntryPoint entry : graph.entryPoints()) {
      int file = graph.file(entry.path());
      boolean starts = entry.kind() != EntryPoint.Kind.EXPORT && entry.symbol() >= 0;
      if (starts && material.repository().isMain(file) && graph.moduleOf(file) >= 0) {
        entriesByModule.computeIfAbsent(graph.moduleOf(file), _ -> new ArrayList<>()).add(entry);
      }
    }
    entriesByModule.values().forEach(this::place);
  }

  /** Puts the walks of one module's entries where most of their calls are. */
  private void place(List<EntryPoint> entries) {
    for (EntryPoint entry : entries.subList(0, Math.min(CANDIDATE_COUNT_MAX, entries.size()))) {
      int symbol = graph.firstSymbol(graph.file(entry.path())) + entry.symbol();
      walk(graph.symbol(symbol), Optional.of(entry))
          .ifPresent(walk ->
              enteredByModule.computeIfAbsent(home(walk), _ -> new ArrayList<>()).add(walk));
    }
  }

  /** The module with most calls of a walk; of equals the one that comes first. */
  private int home(Walk walk) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    walk.steps()
        .forEach(step ->
            counts.merge(
                graph.moduleOf(step.function().file()), step.calls().size(), Integer::sum));
    int first = graph.moduleOf(walk.first().file());
    int best = first;
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      boolean more = count.getValue() > counts.getOrDefault(best, 0);
      best = more && count.getKey() >= 0 ? count.getKey() : best;
    }
    return best;
  }

  /**
   * The heaviest path from outside that has most of its calls in a module, and the heaviest of its
   * functions that is not on that path.
   */
  List<Walk> of(CodeModule module) {
    List<Walk> entered = enteredByModule.getOrDefault(module.id(), List.of());
    List<Walk> result = new ArrayList<>();
    heaviest(entered).ifPresent(result::add);
    Set<Integer> told = new HashSet<>();
    result.forEach(walk -> walk.steps().forEach(step -> told.add(step.function().id())));
    List<Walk> others = new ArrayList<>();
    for (GraphSymbol start : starts(module)) {
      walk(start, Optional.empty())
          .filter(
              walk -> walk.steps().stream().noneMatch(step -> told.contains(step.function().id())))
          .ifPresent(others::add);
    }
    heaviest(others).ifPresent(result::add);
    return result;
  }

  /** The heaviest of all paths from outside. */
  Optional<Walk> main() {
    WaysIn waysIn = new WaysIn(material.repository());
    return heaviest(
        enteredByModule.values().stream()
            .flatMap(List::stream)
            .filter(walk -> walk.entry().filter(waysIn::isBeside).isEmpty())
            .toList());
  }

  private static Optional<Walk> heaviest(List<Walk> walks) {
    return walks.stream()
        .max(Comparator.comparingDouble(Walk::weight).thenComparingInt(walk -> -walk.first().id()));
  }

  /** Functions other code may call, those that call most first. */
  private List<GraphSymbol> starts(CodeModule module) {
    Map<GraphSymbol, Integer> counts = new HashMap<>();
    int looked = 0;
    for (int file : module.files()) {
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        GraphSymbol symbol = graph.symbol(id);
        boolean wanted =
            symbol.kind().isCallable()
                && symbol.endLine() - symbol.startLine() >= LINE_COUNT_MIN
                && !KeySymbols.isHidden(symbol)
                && !graph.isTest(id);
        if (wanted && looked++ < LOOK_COUNT_MAX) {
          counts.put(symbol, calls(symbol).size());
        }
      }
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= 2)
        .sorted(
            Map.Entry.<GraphSymbol, Integer>comparingByValue()
                .reversed()
                .thenComparingInt(entry -> entry.getKey().id()))
        .limit(CANDIDATE_COUNT_MAX)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Optional<Walk> walk(GraphSymbol start, Optional<EntryPoint> entry) {
    List<Walk.Step> steps = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Optional<GraphSymbol> at = Optional.of(start);
    while (at.isPresent() && steps.size() < STEP_COUNT_MAX && seen.add(at.get().id())) {
      List<GraphEdge> calls = calls(at.get());
      if (calls.isEmpty() && !steps.isEmpty()) {
        break;
      }
      steps.add(new Walk.Step(at.get(), calls));
      at = heaviest(calls, seen);
    }
    return Optional.of(new Walk(entry, steps, weight(start))).filter(Walk::isWorth);
  }

  private Optional<GraphSymbol> heaviest(List<GraphEdge> calls, Set<Integer> seen) {
    return calls.stream()
        .filter(edge -> !seen.contains(edge.target()))
        .map(edge -> graph.symbol(edge.target()))
        .filter(target -> target.kind().isCallable() && !calls(target).isEmpty())
        .filter(target -> !helpers.contains(target.id()))
        .filter(target -> target.endLine() - target.startLine() >= LINE_COUNT_MIN)
        .max(
            Comparator.comparingDouble((GraphSymbol target) -> weight(target))
                .thenComparingInt(target -> -target.id()));
  }

  /**
   * How many functions a function reaches, those of other modules more. What many others call is
   * important without leading anywhere, so importance decides between equals alone; helpers that
   * all paths go through count for none.
   */
  double weight(GraphSymbol start) {
    return weights.computeIfAbsent(start.id(), _ -> reach(start));
  }

  private double reach(GraphSymbol start) {
    Set<Integer> reached = new LinkedHashSet<>(List.of(start.id()));
    ArrayDeque<int[]> open = new ArrayDeque<>(List.of(new int[] {start.id(), 0}));
    double weight = 0;
    while (!open.isEmpty() && reached.size() < REACH_COUNT_MAX) {
      int[] next = open.poll();
      GraphSymbol function = graph.symbol(next[0]);
      boolean away = graph.moduleOf(function.file()) != graph.moduleOf(start.file());
      weight += (away ? ELSEWHERE_WEIGHT : 1) + function.importance();
      if (next[1] < REACH_DEPTH_MAX) {
        for (GraphEdge edge : calls(function)) {
          if (!helpers.contains(edge.target()) && reached.add(edge.target())) {
            open.add(new int[] {edge.target(), next[1] + 1});
          }
        }
      }
    }
    return weight;
  }

  /** Calls into the product's own code that the language's rules resolve. */
  private List<GraphEdge> calls(GraphSymbol function) {
    return known.computeIfAbsent(function.id(), _ -> resolved(function));
  }

  private List<GraphEdge> resolved(GraphSymbol function) {
    return material.calls().calledBy(function).stream()
        .filter(edge ->
            edge.certainty() == Certainty.EXACT
                && !KeySymbols.isAccessor(graph.symbol(edge.target()))
                && material.repository().isMain(graph.symbol(edge.target()).file()))
        .toList();
  }
}
