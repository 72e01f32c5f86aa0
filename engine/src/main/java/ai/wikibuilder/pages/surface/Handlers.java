package ai.wikibuilder.pages.surface;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.material.Repository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what answers an entry point: in its own file as the graph knows it, else in another file by
 * the name that is written. A name that several could have stays without an answer. For one thread.
 */
final class Handlers {
  private final CodeGraph graph;

  /** Functions and types of the product whose names are asked for. */
  private final Map<String, List<GraphSymbol>> byName = new HashMap<>();

  Handlers(Repository repository) {
    this.graph = repository.graph();
    Set<String> asked = new HashSet<>();
    graph.entryPoints().stream()
        .filter(entry -> entry.symbol() < 0)
        .forEach(entry -> asked.add(last(entry.handler())));
    asked.remove("");
    for (int id = 0; id < graph.symbolCount() && !asked.isEmpty(); id++) {
      GraphSymbol symbol = graph.symbol(id);
      boolean answers = symbol.kind().isCallable() || symbol.kind().isType();
      if (answers && asked.contains(symbol.name()) && repository.isMain(symbol.file())) {
        byName.computeIfAbsent(symbol.name(), _ -> new ArrayList<>()).add(symbol);
      }
    }
  }

  private static String last(String handler) {
    return handler.substring(handler.lastIndexOf('.') + 1);
  }

  /** The function or type that answers; empty when nothing or more than one could. */
  Optional<GraphSymbol> of(EntryPoint entry) {
    int file = graph.file(entry.path());
    if (file < 0) {
      return Optional.empty();
    }
    if (entry.symbol() >= 0) {
      return Optional.of(graph.symbol(graph.firstSymbol(file) + entry.symbol()));
    }
    List<GraphSymbol> all = byName.getOrDefault(last(entry.handler()), List.of());
    String qualifier = qualifier(entry.handler());
    // views.index is in views.py, choose.Options in the folder choose
    Optional<GraphSymbol> named =
        only(all.stream().filter(symbol -> isPlace(symbol.path(), qualifier)).toList());
    String folder = folder(entry.path());
    return named
        .or(() -> only(all.stream().filter(one -> folder(one.path()).equals(folder)).toList()))
        .or(() -> only(all));
  }

  private static String qualifier(String handler) {
    int dot = handler.lastIndexOf('.');
    return dot < 0 ? "" : last(handler.substring(0, dot));
  }

  private static boolean isPlace(String path, String qualifier) {
    String stem = Repository.fileName(path).replaceFirst("\\..*$", "");
    return !qualifier.isEmpty()
        && (stem.equals(qualifier) || Repository.fileName(folder(path)).equals(qualifier));
  }

  private static Optional<GraphSymbol> only(List<GraphSymbol> found) {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
