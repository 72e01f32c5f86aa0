package ai.wikibuilder.benchmarks.research;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Functions of which each calls the next. Immutable.
 *
 * @param names qualified, first to last
 * @param hops lines of each call, one list for each hop
 */
record CallPath(List<String> names, List<List<Evidence>> hops) {
  private static final int HOPS_MIN = 3;
  private static final int HOPS_MAX = 5;
  private static final int TRIES_MAX = 20_000;

  CallPath {
    names = List.copyOf(names);
    hops = List.copyOf(hops);
  }

  /** A question whose answer is the way; it names only where it begins and ends. */
  String question() {
    return "How does `%s` come to call `%s`?".formatted(names.getFirst(), names.getLast());
  }

  /** Share of the hops of which a call's line lies in some evidence. */
  double covered(List<Evidence> evidence) {
    long found =
        hops.stream()
            .filter(lines -> lines.stream().anyMatch(line -> isCovered(line, evidence)))
            .count();
    return (double) found / hops.size();
  }

  private static boolean isCovered(Evidence line, List<Evidence> evidence) {
    return evidence.stream()
        .anyMatch(one ->
            one.path().equals(line.path())
                && one.startLine() <= line.startLine()
                && one.endLine() >= line.endLine());
  }

  /** Ways drawn by seed, no two with the same first function. */
  static List<CallPath> draw(RepositoryNames names, int count, long seed) {
    Random random = new Random(seed);
    CodeGraph graph = names.graph();
    List<CallPath> paths = new ArrayList<>();
    Set<Integer> begun = new HashSet<>();
    for (int tries = 0; paths.size() < count && tries < TRIES_MAX; tries++) {
      int first = random.nextInt(graph.symbolCount());
      if (isPlain(graph, graph.symbol(first)) && !begun.contains(first)) {
        walk(names, first, random)
            .ifPresent(path -> {
              paths.add(path);
              begun.add(first);
            });
      }
    }
    return paths;
  }

  private static Optional<CallPath> walk(RepositoryNames names, int first, Random random) {
    CodeGraph graph = names.graph();
    int length = HOPS_MIN + random.nextInt(HOPS_MAX - HOPS_MIN + 1);
    List<Integer> way = new ArrayList<>(List.of(first));
    while (way.size() <= length) {
      List<Integer> next = new ArrayList<>();
      for (GraphEdge edge : calls(names, way.getLast())) {
        boolean fresh = !way.contains(edge.target());
        if (fresh && isPlain(graph, graph.symbol(edge.target()))) {
          next.add(edge.target());
        }
      }
      if (next.isEmpty()) {
        return Optional.empty();
      }
      way.add(next.get(random.nextInt(next.size())));
    }
    Set<Integer> files = new HashSet<>();
    way.forEach(symbol -> files.add(graph.symbol(symbol).file()));
    return files.size() < 2 ? Optional.empty() : Optional.of(of(names, way));
  }

  private static CallPath of(RepositoryNames names, List<Integer> way) {
    CodeGraph graph = names.graph();
    List<List<Evidence>> hops = new ArrayList<>();
    for (int i = 1; i < way.size(); i++) {
      int to = way.get(i);
      hops.add(
          calls(names, way.get(i - 1)).stream()
              .filter(edge -> edge.target() == to)
              .map(edge -> new Evidence(graph.path(edge.sourceFile()), edge.line(), edge.line()))
              .toList());
    }
    return new CallPath(way.stream().map(graph::qualifiedName).toList(), hops);
  }

  private static List<GraphEdge> calls(RepositoryNames names, int symbol) {
    GraphSymbol from = names.graph().symbol(symbol);
    return names.edges(from.file(), from.startLine(), from.endLine()).stream()
        .filter(edge -> edge.kind() == ReferenceKind.CALL && edge.source() == symbol)
        .filter(edge -> edge.certainty() == Certainty.EXACT)
        .toList();
  }

  /** A function of the program itself that is long enough to do something. */
  private static boolean isPlain(CodeGraph graph, GraphSymbol symbol) {
    return symbol.kind().isCallable()
        && graph.role(symbol.file()) == FileRole.MAIN
        && symbol.endLine() - symbol.startLine() >= 3;
  }
}
