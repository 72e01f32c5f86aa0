package ai.wikibuilder.benchmarks.languages;

import ai.wikibuilder.facts.ImportFact;
import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many calls or imports of a language the graph followed. Immutable.
 *
 * @param all in the files of the language
 * @param known those that by their name may lead into the repository
 */
record Followed(int all, int known, int followed) {
  private record Line(int file, int line) {}

  /**
   * Calls by language. A call is a name that is called on a line, counted once a line. It is
   * followed when an edge of that line leads to a symbol; with fewer edges on the line than names,
   * so many are followed. Known is the name of any function or type of the repository.
   */
  static Map<String, Followed> calls(ParsedRepository repository, CodeGraph graph) {
    Map<Line, Set<Integer>> targets = targets(graph);
    Set<String> names = names(repository);
    Map<String, Followed> counts = new HashMap<>();
    repository
        .files()
        .forEach((path, parsed) -> {
          Map<Integer, Set<String>> calls = new HashMap<>();
          for (Reference reference : parsed.facts().references()) {
            if (reference.kind() == ReferenceKind.CALL) {
              calls
                  .computeIfAbsent(reference.line(), line -> new HashSet<>())
                  .add(reference.name());
            }
          }
          int file = graph.file(path);
          calls.forEach((line, called) -> {
            int edges = targets.getOrDefault(new Line(file, line), Set.of()).size();
            int known = (int) called.stream().filter(names::contains).count();
            int followed = Math.min(called.size(), edges);
            Followed one = new Followed(called.size(), Math.max(known, followed), followed);
            counts.merge(parsed.facts().language(), one, Followed::plus);
          });
        });
    return counts;
  }

  /** Imports by language; {@link ModuleNames} says which are known. */
  static Map<String, Followed> imports(ParsedRepository repository, CodeGraph graph) {
    ModuleNames modules = new ModuleNames(repository);
    Map<String, Followed> counts = new HashMap<>();
    repository
        .files()
        .forEach((path, parsed) -> {
          String language = parsed.facts().language();
          List<ImportFact> imports = parsed.facts().imports();
          int followed =
              (int)
                  graph.imports(graph.file(path)).stream().filter(CodeGraph.Import::inside).count();
          int known =
              (int) imports.stream().filter(fact -> modules.known(language, fact.module())).count();
          Followed one = new Followed(imports.size(), Math.max(known, followed), followed);
          counts.merge(parsed.facts().language(), one, Followed::plus);
        });
    return counts;
  }

  private Followed plus(Followed other) {
    return new Followed(all + other.all, known + other.known, followed + other.followed);
  }

  private static Map<Line, Set<Integer>> targets(CodeGraph graph) {
    Map<Line, Set<Integer>> targets = new HashMap<>();
    for (int number = 0; number < graph.edgeCount(); number++) {
      GraphEdge edge = graph.edge(number);
      if (edge.kind() == ReferenceKind.CALL) {
        targets
            .computeIfAbsent(new Line(edge.sourceFile(), edge.line()), line -> new HashSet<>())
            .add(edge.target());
      }
    }
    return targets;
  }

  private static Set<String> names(ParsedRepository repository) {
    Set<String> names = new HashSet<>();
    repository.files().values().stream()
        .flatMap(parsed -> parsed.facts().symbols().stream())
        .filter(symbol -> symbol.kind().isCallable() || symbol.kind().isType())
        .forEach(symbol -> names.add(symbol.name()));
    return names;
  }
}
