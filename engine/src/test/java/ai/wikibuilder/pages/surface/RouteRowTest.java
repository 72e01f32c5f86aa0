package ai.wikibuilder.pages.surface;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.entrypoints.EntryPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteRowTest {
  private static EntryPoint route(String name, String handler, int line) {
    return new EntryPoint(EntryPoint.Kind.ROUTE, name, handler, "web.go", line, -1);
  }

  @Test
  void verbsOfOnePathWithOneHandlerShareARow() {
    List<RouteRow> rows =
        RouteRow.of(List.of(route("GET /quit", "quit", 1), route("POST /quit", "quit", 2)));

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().routes()).hasSize(2);
  }

  /** A reader saw each guarded route twice: once allowed, once forbidden. */
  @Test
  void aRouteThatASwitchTurnsOffIsToldOnce() {
    List<RouteRow> rows =
        RouteRow.of(List.of(route("POST /quit", "quit", 1), route("POST /quit", "forbidden", 9)));

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().first().handler()).isEqualTo("quit");
  }

  @Test
  void verbsOfOnePathWithHandlersOfTheirOwnKeepTheirRows() {
    assertThat(
            RouteRow.of(
                List.of(route("GET /parcels", "list", 1), route("POST /parcels", "register", 2))))
        .hasSize(2);
  }
}
