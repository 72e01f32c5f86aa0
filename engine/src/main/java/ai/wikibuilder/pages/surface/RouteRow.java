package ai.wikibuilder.pages.surface;

import ai.wikibuilder.graph.entrypoints.EntryPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Routes that a table tells in one row: one path with several verbs, or one route that is answered
 * by one of several functions. Immutable.
 *
 * @param routes at least one; the first is the one that is described
 */
record RouteRow(List<EntryPoint> routes) {
  RouteRow {
    routes = List.copyOf(routes);
  }

  EntryPoint first() {
    return routes.getFirst();
  }

  /** The rows of some routes, in the order of the first of each. */
  static List<RouteRow> of(List<EntryPoint> routes) {
    Map<String, List<EntryPoint>> byHandler = new LinkedHashMap<>();
    for (EntryPoint route : routes) {
      String handler = route.symbol() + " " + route.handler();
      byHandler
          .computeIfAbsent(
              route.path() + " " + route.target() + " " + handler, _ -> new ArrayList<>())
          .add(route);
    }
    List<List<EntryPoint>> rows = new ArrayList<>();
    for (List<EntryPoint> row : byHandler.values()) {
      List<EntryPoint> same =
          rows.stream().filter(other -> isOtherAnswerOf(row, other)).findFirst().orElse(List.of());
      if (same.isEmpty()) {
        rows.add(new ArrayList<>(row));
      } else {
        same.addAll(row);
      }
    }
    return rows.stream().map(RouteRow::new).toList();
  }

  /** Whether a row repeats routes of another, as where a switch turns them off. */
  private static boolean isOtherAnswerOf(List<EntryPoint> row, List<EntryPoint> other) {
    List<String> names = other.stream().map(EntryPoint::name).toList();
    return row.getFirst().path().equals(other.getFirst().path())
        && row.stream().allMatch(route -> names.contains(route.name()));
  }
}
