package ai.wikibuilder.benchmarks.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Draws places of a graph to be judged, or compares a graph with what was judged. */
public final class GraphBenchmark {
  /** Edges, and as many call sites: a share of 40 is known to about seven points. */
  private static final int COUNT_EACH = 40;

  private GraphBenchmark() {}

  /**
   * Arguments: {@code draw FOLDER LANGUAGE SEED} prints places with what the graph says; {@code
   * check LABELS FOLDER...} prints precision and recall for each repository of a file of labels.
   */
  public static void main(String[] arguments) throws IOException {
    Path scratch = Path.of(System.getProperty("java.io.tmpdir"), "graph-facts");
    Files.createDirectories(scratch);
    if (arguments[0].equals("draw")) {
      Checkout checkout = new Checkout(Path.of(arguments[1]), scratch);
      new LabelDraw(checkout, arguments[2])
          .draw(Long.parseLong(arguments[3]), COUNT_EACH)
          .forEach(System.out::println);
    } else {
      check(arguments, scratch);
    }
  }

  private static void check(String[] arguments, Path scratch) throws IOException {
    Map<String, List<Label>> byRepository = new TreeMap<>();
    for (String row : Files.readAllLines(Path.of(arguments[1]))) {
      if (!row.isBlank() && !row.startsWith("#")) {
        Label label = Label.parse(row);
        byRepository.computeIfAbsent(label.repository(), key -> new ArrayList<>()).add(label);
      }
    }
    for (String folder : List.of(arguments).subList(2, arguments.length)) {
      Checkout checkout = new Checkout(Path.of(folder), scratch);
      List<Label> labels = byRepository.getOrDefault(checkout.name, List.of());
      Score score = Score.of(checkout, labels);
      System.out.printf(
          Locale.ROOT,
          "%s: precision %d/%d = %.3f, recall of calls %d/%d = %.3f%n",
          checkout.name,
          score.right(),
          score.emitted(),
          score.precision(),
          score.found(),
          score.inside(),
          score.recall());
      score.wrong().forEach(line -> System.out.println("  " + line));
    }
  }
}
