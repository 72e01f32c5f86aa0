package ai.wikibuilder.graph.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleOfPathsTest {
  /**
   * A server was said to start in one of its samples, and mocks of tests stood among the parts that
   * others lean on.
   */
  @ParameterizedTest
  @CsvSource({
    "tide-samples/tide-sample-boot/src/main/java/Boot.java, EXAMPLE",
    "tide-docs/src/site/Card.tsx, EXAMPLE",
    "src/Tide.Benchmarks/Program.cs, EXAMPLE",
    "tide/src/main/java/org/tide/samples/Sample.java, MAIN",
    "src/sampling/walk.rs, MAIN",
    "server/src/panes/unit/grid_tests.rs, TEST",
    "server/src/panes/grid.rs, MAIN",
    "contests/list.rs, MAIN",
    "tide-e2e/src/main/java/org/tide/App.java, TEST",
    "cmake/compiler-checks/quay.mm, EXAMPLE",
    "src/cmake/parser.cpp, MAIN"
  })
  void aPathTellsWhatAFileIsFor(String path, FileRole role) {
    assertThat(FileRole.of(path)).isEqualTo(role);
  }
}
