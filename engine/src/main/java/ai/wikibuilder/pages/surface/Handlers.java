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
public final class Handlers {
  /** Where Rails looks for what answers a route. */
  private static final String CONTROLLERS = "app/controllers/";

  private static final String CONTROLLER = "_controller.rb";

  private final CodeGraph graph;

  /** Functions and types of the product whose names are asked for. */
  private final Map<String, List<GraphSymbol>> byName = new HashMap<>();

  /** Files of Rails, by what stands between the folder of all controllers and the ending. */
  private final Map<String, Integer> controllers = new HashMap<>();

  public Handlers(Repository repository) {
    this.graph = repository.graph();
    for (int file = 0; file < graph.fileCount(); file++) {
      String path = graph.path(file);
      int folder = path.lastIndexOf(CONTROLLERS);
      if (folder >= 0 && path.endsWith(CONTROLLER)) {
        int end = path.length() - CONTROLLER.length();
        controllers.putIfAbsent(path.substring(folder + CONTROLLERS.length(), end), file);
      }
    }
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
  public Optional<GraphSymbol> of(EntryPoint entry) {
    int file = graph.file(entry.path());
    if (file < 0) {
      return Optional.empty();
    }
    if (entry.symbol() >= 0) {
      return Optional.of(graph.symbol(graph.firstSymbol(file) + entry.symbol()));
    }
    if (entry.kind() == EntryPoint.Kind.ROUTE && entry.path().endsWith(".rb")) {
      return action(entry.handler());
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

  /**
   * Rails: {@code mod/stories#edit} is the method {@code edit} in {@code
   * controllers/mod/stories_controller.rb}, and {@code stories} the class there.
   */
  private Optional<GraphSymbol> action(String handler) {
    int sign = handler.indexOf('#');
    int file = controllers.getOrDefault(sign < 0 ? handler : handler.substring(0, sign), -1);
    Optional<GraphSymbol> type = Optional.empty();
    int end = file < 0 ? 0 : graph.endSymbol(file);
    for (int id = file < 0 ? 0 : graph.firstSymbol(file); id < end; id++) {
      GraphSymbol symbol = graph.symbol(id);
      if (sign >= 0
          && symbol.kind().isCallable()
          && symbol.name().equals(handler.substring(sign + 1))) {
        return Optional.of(symbol);
      }
      if (type.isEmpty() && symbol.kind().isType() && symbol.name().endsWith("Controller")) {
        type = Optional.of(symbol);
      }
    }
    return type;
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
