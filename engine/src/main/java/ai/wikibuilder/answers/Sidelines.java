package ai.wikibuilder.answers;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.graph.schema.SchemaSteps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells files that stand beside the program: tests, examples and what only they use, such as the
 * tasks of a test suite; declarations of types for code that is written elsewhere; steps that a
 * database once took. One thread.
 *
 * <p>A folder belongs to the tests when most of its files of code are tests; what the program
 * outside of it names does not.
 */
public final class Sidelines {
  /** Share of tests among the files of a folder of tests: three of four, its helpers beside. */
  private static final double TEST_SHARE_MIN = 0.7;

  /** In a smaller folder a share says nothing. */
  private static final int FILE_COUNT_MIN = 4;

  /** Endings of files that tell in words what a test does. */
  private static final List<String> TESTS_IN_WORDS = List.of(".feature", ".robot");

  private final CodeGraph graph;

  /** By folder: files of code, and tests among them. */
  private final Map<String, int[]> folders = new HashMap<>();

  public Sidelines(CodeGraph graph) {
    this.graph = graph;
    for (int file = 0; file < graph.fileCount(); file++) {
      if (graph.endSymbol(file) > graph.firstSymbol(file)) {
        count(graph.path(file), graph.role(file) == FileRole.TEST);
      }
    }
  }

  private void count(String path, boolean test) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      int[] counts = folders.computeIfAbsent(path.substring(0, slash), _ -> new int[2]);
      counts[0]++;
      counts[1] += test ? 1 : 0;
    }
  }

  /** Whether a file belongs to the tests, by its name or by its surroundings. */
  public boolean isOfTests(int file) {
    return graph.role(file) == FileRole.TEST
        || TESTS_IN_WORDS.stream().anyMatch(graph.path(file)::endsWith)
        || isAmongTests(file);
  }

  /** Whether a file is not the program itself. */
  public boolean isBeside(int file) {
    return graph.role(file) != FileRole.MAIN
        || isDeclaration(graph.path(file))
        || SchemaSteps.isStep(graph.path(file))
        || isOfTests(file);
  }

  /** Whether a file says what types code has that stands in another language. */
  private static boolean isDeclaration(String path) {
    return path.endsWith(".d.ts") || path.endsWith(".pyi");
  }

  private boolean isAmongTests(int file) {
    String path = graph.path(file);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      int[] counts = folders.getOrDefault(folder, new int[2]);
      if (counts[0] >= FILE_COUNT_MIN && counts[1] >= counts[0] * TEST_SHARE_MIN) {
        return !isNamedFromOutside(file, folder + "/");
      }
    }
    return false;
  }

  private boolean isNamedFromOutside(int file, String folder) {
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      for (GraphEdge edge : graph.incoming(id)) {
        boolean outside = !graph.path(edge.sourceFile()).startsWith(folder);
        if (outside && graph.role(edge.sourceFile()) == FileRole.MAIN) {
          return true;
        }
      }
    }
    return false;
  }
}
