package ai.wikibuilder.pages.overview;

import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of several programs a reader is shown first: the one nearest to the root is what the others
 * are for, then the one called like the repository, then the one whose file the rest leans on: a
 * server before what is there to talk to it or to measure it. For one thread.
 */
final class Programs {
  private final CodeGraph graph;
  private final Set<String> names;
  private final Map<Integer, Integer> uses = new HashMap<>();

  Programs(Material material) {
    this.graph = material.repository().graph();
    this.names =
        material.purposes().names().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
  }

  /** The main one first; ways in of other kinds are equal. */
  Comparator<EntryPoint> order() {
    return Comparator.comparingInt(Programs::depth)
        .thenComparingInt(entry -> isProgram(entry) && isNamesake(entry) ? 0 : 1)
        .thenComparingInt(entry -> isProgram(entry) ? -uses(entry.path()) : 0);
  }

  private static boolean isProgram(EntryPoint entry) {
    return entry.kind() == EntryPoint.Kind.MAIN;
  }

  private static int depth(EntryPoint entry) {
    return isProgram(entry)
        ? (int) entry.path().chars().filter(character -> character == '/').count()
        : 0;
  }

  private boolean isNamesake(EntryPoint entry) {
    String file = Repository.fileName(entry.path());
    int dot = file.indexOf('.');
    return names.contains(entry.name().toLowerCase(Locale.ROOT))
        || names.contains((dot < 0 ? file : file.substring(0, dot)).toLowerCase(Locale.ROOT));
  }

  /** Lines of other files that refer to what a file defines. */
  private int uses(String path) {
    if (uses.isEmpty()) {
      for (int number = 0; number < graph.edgeCount(); number++) {
        GraphEdge edge = graph.edge(number);
        int file = graph.symbol(edge.target()).file();
        if (edge.certainty() == Certainty.EXACT && edge.sourceFile() != file) {
          uses.merge(file, 1, Integer::sum);
        }
      }
    }
    return uses.getOrDefault(graph.file(path), 0);
  }
}
