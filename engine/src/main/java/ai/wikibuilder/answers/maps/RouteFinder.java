package ai.wikibuilder.answers.maps;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the ways through the code that pass the places asked for. For one question, one thread.
 *
 * <p>The first place of a part is the one that leads to most of what is asked for by the shortest
 * ways, rather an entry point than another. From there the ways to the places are laid one over the
 * other, what calls the first place from outside is put before it, and where little has been shown
 * the functions go on whose names the question speaks of.
 */
final class RouteFinder {
  /** Steps of a part before it is filled up with what nobody asked for by name. */
  private static final int STEP_COUNT_MIN = 4;

  /** Steps of a part when it is filled up with what the question names. */
  private static final int RELATED_STEP_COUNT_MAX = 9;

  /** Of the question, that a name must speak of to be added. */
  private static final double RELATED_MIN = 0.3;

  /** Steps of a part after the first. */
  private static final int FURTHER_STEP_COUNT_MAX = 4;

  /** Where more call a place, none of them says what it is for. */
  private static final int CALLER_COUNT_MAX = 4;

  /** How far it may be from outside to the first place. */
  private static final int APPROACH_COUNT_MAX = 4;

  /** What a hop takes from a place's weight. */
  private static final double FADING = 0.35;

  private static final double ENTRY_BONUS = 0.3;
  private static final double STRANGER_LOSS = 0.15;

  /** A place asked for less than the first by this much begins no part of its own. */
  private static final double PART_WEIGHT_MIN = 0.6;

  /** Parts worth less than this share of the best are left out. */
  private static final double PART_WORTH_MIN = 0.6;

  /** A part that is entered from outside, beside all words of the question. */
  private static final double ENTERED_WORTH = 0.15;

  /** Each of its first steps. */
  private static final double LEG_WORTH = 0.05;

  /** Functions on the way that say what happens and do not make it happen. */
  private static final Pattern TELLING =
      Pattern.compile(
          "_*(?:debug|log|print|trace|warn|assert|deprecat).*", Pattern.CASE_INSENSITIVE);

  /** The same of one that only gives or keeps a value. */
  private static final double LEAF_RELATED_MIN = 0.6;

  /** Lines of a function that only gives or keeps a value. */
  private static final int LEAF_LINE_COUNT_MAX = 5;

  /** What is only called when it goes wrong is the same at the end of every path. */
  private static final Pattern OF_FAILURE =
      Pattern.compile(
          "(?:error|fail|throw|panic|abort).*|.*(?:Error|Exception|BadRequest|NotFound)");

  private static final Pattern OF_LOGS =
      Pattern.compile("(?:^|\\b|_|[a-z])log(?:ger|ging)?\\.\\w+$", Pattern.CASE_INSENSITIVE);

  /** Places one place goes on to, when the question does not ask for them. */
  private static final int BRANCH_COUNT_MAX = 3;

  private static final Pattern VALUE_GIVING = Pattern.compile("(?:get|is|has)[_A-Z].*");

  private final CodeGraph graph;
  private final CallWeb web;
  private final NameWords names;
  private final Map<Integer, Reach> reaches = new HashMap<>();

  RouteFinder(CodeGraph graph, CallWeb web, NameWords names) {
    this.graph = graph;
    this.web = web;
    this.names = names;
  }

  /** The parts, the one with the heaviest place first; empty only without seeds. */
  List<Route> find(List<Seed> seeds) {
    List<Route> routes = new ArrayList<>();
    Set<Integer> passed = new HashSet<>();
    int left = CodeMap.STEP_COUNT_MAX;
    List<Seed> open = new ArrayList<>(seeds);
    double top = seeds.isEmpty() ? 0 : seeds.getFirst().weight();
    while (!open.isEmpty() && left >= 2 && routes.size() < CodeMap.PART_COUNT_MAX) {
      Seed heaviest = open.getFirst();
      if (!routes.isEmpty() && heaviest.weight() < PART_WEIGHT_MIN * top) {
        break;
      }
      int most = routes.isEmpty() ? left : Math.min(left, FURTHER_STEP_COUNT_MAX);
      Map<Integer, Hop> tree = tree(open, passed, most);
      if (routes.isEmpty() || tree.size() > 1) {
        routes.add(ordered(tree));
        left -= tree.size();
      }
      passed.addAll(tree.keySet());
      open.removeIf(seed -> seed.equals(heaviest) || passed.contains(seed.node()));
    }
    return chosen(routes);
  }

  /** Those that speak of the question, who speaks of most of it first. */
  private List<Route> chosen(List<Route> routes) {
    Map<Route, Double> worths = new HashMap<>();
    routes.forEach(route -> worths.put(route, worth(route)));
    double best = worths.values().stream().mapToDouble(one -> one).max().orElse(0);
    List<Route> chosen = new ArrayList<>(routes);
    chosen.removeIf(route -> worths.getOrDefault(route, 0.0) < PART_WORTH_MIN * best);
    chosen.sort(Comparator.comparingDouble(route -> -worths.getOrDefault(route, 0.0)));
    return chosen;
  }

  private double worth(Route route) {
    List<String> told = new ArrayList<>();
    route.legs().forEach(leg -> told.add(web.name(leg.node())));
    Optional<EntryPoint> entry = web.entry(route.legs().getFirst().node());
    entry.ifPresent(one -> told.add(one.name()));
    return names.ofAll(told)
        + (entry.isPresent() ? ENTERED_WORTH : 0)
        + LEG_WORTH * Math.min(route.legs().size(), STEP_COUNT_MIN);
  }

  /** The hop by which each place is reached, in no particular order; the first has a null hop. */
  private Map<Integer, Hop> tree(List<Seed> seeds, Set<Integer> passed, int stepCountMax) {
    int root = root(seeds, passed);
    Map<Integer, Hop> tree = new LinkedHashMap<>();
    tree.put(root, START);
    for (Seed seed : seeds) {
      Reach reach = reach(seed.node());
      if (reach.cost(root).isPresent()) {
        lay(reach.way(root), tree, passed, Math.min(stepCountMax, RELATED_STEP_COUNT_MAX));
      }
    }
    goOn(tree, passed, seeds, stepCountMax);
    return approached(tree, root, passed, stepCountMax);
  }

  /** Stands for the hop that leads to the first place of a part. */
  private static final Hop START = new Hop(-1, -1, Hop.Kind.CALL, -1, 0);

  private Reach reach(int node) {
    return reaches.computeIfAbsent(node, goal -> new Reach(web, names, goal));
  }

  /** Of the places that lead to the heaviest the one that leads to most. */
  private int root(List<Seed> seeds, Set<Integer> passed) {
    Map<Integer, Double> gains = new LinkedHashMap<>();
    Reach around = reach(seeds.getFirst().node());
    for (Seed seed : seeds) {
      Reach reach = reach(seed.node());
      for (int place : reach.places()) {
        double cost = reach.cost(place).orElseThrow();
        gains.merge(place, seed.weight() / (1 + FADING * Math.max(0, cost)), Double::sum);
      }
    }
    double top = seeds.getFirst().weight();
    Set<Integer> asked = new HashSet<>();
    seeds.forEach(seed -> asked.add(seed.node()));
    gains.replaceAll((place, gain) -> {
      boolean entry = web.entry(place).isPresent();
      boolean stranger = !entry && !asked.contains(place) && names.of(web.name(place)) == 0;
      return gain + (entry ? ENTRY_BONUS * top : 0) - (stranger ? STRANGER_LOSS * top : 0);
    });
    return gains.entrySet().stream()
        .filter(gain -> !passed.contains(gain.getKey()))
        .filter(gain -> around.cost(gain.getKey()).isPresent())
        .max(
            Map.Entry.<Integer, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(seeds.getFirst().node());
  }

  /** Adds a way as far as it is new, or nothing of it when there is no room. */
  private static void lay(
      List<Hop> way, Map<Integer, Hop> tree, Set<Integer> passed, int stepCountMax) {
    long added = way.stream().filter(hop -> !tree.containsKey(hop.to())).count();
    boolean clear = way.stream().noneMatch(hop -> passed.contains(hop.to()));
    if (clear && tree.size() + added <= stepCountMax) {
      way.forEach(hop -> tree.putIfAbsent(hop.to(), hop));
    }
  }

  /** Follows the calls on from what is there. */
  private void goOn(
      Map<Integer, Hop> tree, Set<Integer> passed, List<Seed> seeds, int stepCountMax) {
    Set<Integer> asked = new HashSet<>();
    seeds.stream().limit(2).forEach(seed -> asked.add(seed.node()));
    int most = Math.min(stepCountMax, RELATED_STEP_COUNT_MAX);
    while (tree.size() < most) {
      Optional<Hop> best = Optional.empty();
      double bestWorth = 0;
      for (int place : tree.keySet()) {
        long branches = tree.values().stream().filter(hop -> hop.from() == place).count();
        for (Hop hop : branches < BRANCH_COUNT_MAX ? web.from(place) : List.<Hop>of()) {
          boolean fresh = !tree.containsKey(hop.to()) && !passed.contains(hop.to());
          double worth = fresh ? worth(hop, asked.contains(place), tree.size()) : 0;
          if (worth > bestWorth) {
            best = Optional.of(hop);
            bestWorth = worth;
          }
        }
      }
      if (best.isEmpty()) {
        return;
      }
      tree.put(best.get().to(), best.get());
    }
  }

  /** What a hop adds to a map; 0 when it had better be left out. */
  private double worth(Hop hop, boolean fromAsked, int stepCount) {
    String name = web.name(hop.to());
    String own = name.substring(name.lastIndexOf('.') + 1);
    double related = names.of(own);
    boolean telling = TELLING.matcher(own).matches() || OF_LOGS.matcher(name).find();
    if (hop.kind() == Hop.Kind.CALL_BY_NAME || hop.to() < 0 || isBare(hop.to()) || telling) {
      return 0;
    }
    boolean leaf = isLeaf(hop.to());
    if (related >= (leaf ? LEAF_RELATED_MIN : RELATED_MIN)) {
      return (leaf || VALUE_GIVING.matcher(own).matches() ? 0.5 : 1) + related;
    }
    boolean usual = leaf || OF_FAILURE.matcher(own).matches();
    boolean filling = fromAsked && !usual && stepCount < STEP_COUNT_MIN + 1;
    double away = web.file(hop.to()) == web.file(hop.from()) ? 0 : 0.1;
    return filling ? related + away + Math.sqrt(graph.importance(hop.to())) + 1e-6 : 0;
  }

  /** A few lines that go nowhere: they give or keep a value, and the path ends in them. */
  private boolean isLeaf(int node) {
    GraphSymbol symbol = graph.symbol(node);
    return symbol.endLine() - symbol.startLine() < LEAF_LINE_COUNT_MAX && web.from(node).isEmpty();
  }

  /** Something that is made and does nothing more when it is. */
  private boolean isBare(int node) {
    SymbolKind kind = graph.symbol(node).kind();
    return kind.isType() || (kind == SymbolKind.CONSTRUCTOR && web.from(node).isEmpty());
  }

  /** Puts what leads from outside to the first place before it. */
  private Map<Integer, Hop> approached(
      Map<Integer, Hop> tree, int root, Set<Integer> passed, int stepCountMax) {
    if (web.entry(root).isPresent()) {
      return tree;
    }
    Reach reach = reach(root);
    for (int place : reach.places()) {
      List<Hop> way = reach.way(place);
      boolean clear =
          way.stream()
              .noneMatch(hop -> passed.contains(hop.from()) || tree.containsKey(hop.from()));
      if (web.entry(place).isPresent()
          && clear
          && way.size() <= APPROACH_COUNT_MAX
          && tree.size() + way.size() <= stepCountMax) {
        Map<Integer, Hop> whole = new LinkedHashMap<>();
        whole.put(place, START);
        way.forEach(hop -> whole.put(hop.to(), hop));
        tree.forEach(whole::putIfAbsent);
        return whole;
      }
    }
    return tree.size() < stepCountMax ? called(tree, root, passed) : tree;
  }

  /** Puts the caller of the first place before it, where there are few to choose from. */
  private Map<Integer, Hop> called(Map<Integer, Hop> tree, int root, Set<Integer> passed) {
    List<Hop> callers = new ArrayList<>(web.into(root));
    callers.removeIf(hop -> passed.contains(hop.from()) || tree.containsKey(hop.from()));
    callers.removeIf(hop -> hop.from() < 0 || hop.kind() == Hop.Kind.IMPLEMENTATION);
    if (callers.isEmpty() || callers.size() > CALLER_COUNT_MAX) {
      return tree;
    }
    Hop best =
        Collections.max(
            callers,
            // what nobody calls is offered to others, or helps to test
            Comparator.comparing((Hop hop) -> !web.into(hop.from()).isEmpty())
                .thenComparingDouble(hop -> names.of(web.name(hop.from())))
                .thenComparingDouble(hop -> graph.importance(hop.from()))
                .thenComparingInt(hop -> -hop.from()));
    Map<Integer, Hop> whole = new LinkedHashMap<>();
    whole.put(best.from(), START);
    whole.put(root, best);
    tree.forEach(whole::putIfAbsent);
    return whole;
  }

  /** The places as they are reached: after each what its lines lead to, from top to bottom. */
  private static Route ordered(Map<Integer, Hop> tree) {
    Map<Integer, List<Hop>> children = new HashMap<>();
    int root = -1;
    for (Map.Entry<Integer, Hop> place : tree.entrySet()) {
      if (place.getValue().equals(START)) {
        root = place.getKey();
      } else {
        children
            .computeIfAbsent(place.getValue().from(), _ -> new ArrayList<>())
            .add(place.getValue());
      }
    }
    List<Route.Leg> legs = new ArrayList<>();
    legs.add(new Route.Leg(root, Optional.empty(), -1));
    visit(0, children, legs);
    return new Route(legs);
  }

  private static void visit(int at, Map<Integer, List<Hop>> children, List<Route.Leg> legs) {
    List<Hop> hops = new ArrayList<>(children.getOrDefault(legs.get(at).node(), List.of()));
    hops.sort(Comparator.comparingInt(Hop::line).thenComparingInt(Hop::to));
    for (Hop hop : hops) {
      legs.add(new Route.Leg(hop.to(), Optional.of(hop), at));
      visit(legs.size() - 1, children, legs);
    }
  }
}
