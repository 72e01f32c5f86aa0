package ai.wikibuilder.answers;

import ai.wikibuilder.graph.CodeGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells files that run in a browser, where a repository has a program behind them too: a form has
 * the words of what a server does with it. One thread.
 *
 * <p>A folder of scripts is a frontend when many of them are components; what stands in a folder
 * that is called after a server is none.
 */
public final class Frontends {
  /** Words of questions about what is seen. */
  private static final Pattern SEEN =
      Pattern.compile(
          "\\b(?:ui|frontend|front-end|browser|pages?|screens?|buttons?|dialogs?|forms?|menus?|tabs?"
              + "|components?|views?|icons?|themes?|colou?rs?|styles?|layouts?|sidebars?|toolbars?"
              + "|click(?:s|ed|ing)?|shown|displayed|render(?:s|ed|ing)?|editor|client-side)\\b");

  private static final List<String> COMPONENTS = List.of(".jsx", ".tsx", ".vue", ".svelte");

  private static final List<String> SCRIPTS = List.of(".js", ".ts", ".mjs", ".mts", ".cjs", ".cts");

  /** Names of folders whose scripts run behind a browser. */
  private static final Set<String> SERVERS =
      Set.of("server", "servers", "backend", "api", "worker", "workers", "cli");

  /** Share of components among the scripts of a frontend: its stores and helpers are none. */
  private static final double COMPONENT_SHARE_MIN = 0.2;

  /** In a smaller folder a share says nothing. */
  private static final int SCRIPT_COUNT_MIN = 4;

  /** A program of fewer files than one for so many of the frontend is its tools. */
  private static final int FILES_A_PROGRAM_FILE = 5;

  private final CodeGraph graph;

  /** By folder: scripts, and components among them. */
  private final Map<String, int[]> folders = new HashMap<>();

  private final boolean isBesideAProgram;

  public Frontends(CodeGraph graph, Sidelines sidelines) {
    this.graph = graph;
    boolean any =
        IntStream.range(0, graph.fileCount())
            .mapToObj(graph::path)
            .anyMatch(Frontends::isComponent);
    for (int file = 0; any && file < graph.fileCount(); file++) {
      if (isScript(graph.path(file))) {
        count(graph.path(file));
      }
    }
    this.isBesideAProgram = any && isBesideAProgram(sidelines);
  }

  private boolean isBesideAProgram(Sidelines sidelines) {
    int front = 0;
    int behind = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      if (graph.endSymbol(file) > graph.firstSymbol(file) && !sidelines.isBeside(file)) {
        boolean of = isOfFrontend(graph.path(file));
        front += of ? 1 : 0;
        behind += of ? 0 : 1;
      }
    }
    return behind * FILES_A_PROGRAM_FILE >= front;
  }

  private static boolean isComponent(String path) {
    return COMPONENTS.stream().anyMatch(path::endsWith);
  }

  private static boolean isScript(String path) {
    return isComponent(path) || SCRIPTS.stream().anyMatch(path::endsWith);
  }

  private void count(String path) {
    boolean component = isComponent(path);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      int[] counts = folders.computeIfAbsent(path.substring(0, slash), _ -> new int[2]);
      counts[0]++;
      counts[1] += component ? 1 : 0;
    }
  }

  /** Whether a question speaks of what is seen. */
  public static boolean isMeant(String question) {
    return SEEN.matcher(question.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether a file runs in a browser, and the repository has a program that does not. */
  public boolean isFront(int file) {
    return isBesideAProgram && isOfFrontend(graph.path(file));
  }

  private boolean isOfFrontend(String path) {
    if (!isScript(path)) {
      return false;
    }
    boolean front = isComponent(path);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      int[] counts = folders.getOrDefault(folder, new int[2]);
      front |= counts[0] >= SCRIPT_COUNT_MIN && counts[1] >= counts[0] * COMPONENT_SHARE_MIN;
      if (SERVERS.contains(folder.substring(folder.lastIndexOf('/') + 1))) {
        return false;
      }
    }
    return front;
  }
}
