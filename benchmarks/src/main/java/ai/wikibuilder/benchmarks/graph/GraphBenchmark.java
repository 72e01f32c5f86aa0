package ai.wikibuilder.benchmarks.graph;

import ai.wikibuilder.benchmarks.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws places of a graph to be judged, or compares a graph with what was judged. */
public final class GraphBenchmark {
  /** Of edges, call sites and imports each, unless told. */
  private static final int COUNT_EACH = 40;

  private static final int DRAW_ARGUMENTS = 5;

  private GraphBenchmark() {}

  /**
   * Arguments: the project's folder, then {@code draw FOLDER LANGUAGE SEED [COUNT]} to print
   * places; {@code check LABELS FOLDER...} to write docs/graph.md; {@code size FOLDER} to print
   * what a graph weighs.
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path scratch = Path.of(System.getProperty("java.io.tmpdir"), "graph-facts");
    Files.createDirectories(scratch);
    switch (arguments[1]) {
      case "draw" -> draw(arguments, scratch);
      case "check" -> check(root, List.of(arguments).subList(2, arguments.length), scratch);
      case "size" -> System.out.println(GraphSize.measure(Path.of(arguments[2]), scratch));
      default -> throw new IllegalArgumentException("expected draw, check or size");
    }
  }

  private static void draw(String[] arguments, Path scratch) throws IOException {
    int count =
        arguments.length > DRAW_ARGUMENTS
            ? Integer.parseInt(arguments[DRAW_ARGUMENTS])
            : COUNT_EACH;
    Checkout checkout = new Checkout(Path.of(arguments[2]), scratch);
    new LabelDraw(checkout, arguments[3], Long.parseLong(arguments[4]))
        .draw(count)
        .forEach(System.out::println);
  }

  private static void check(Path root, List<String> arguments, Path scratch) throws IOException {
    Map<String, List<Label>> byRepository = new TreeMap<>();
    for (String row : Files.readAllLines(Path.of(arguments.getFirst()))) {
      if (!row.isBlank() && !row.startsWith("#")) {
        Label label = Label.parse(row);
        byRepository.computeIfAbsent(label.repository(), key -> new ArrayList<>()).add(label);
      }
    }
    GraphDocument document = new GraphDocument();
    for (String folder : arguments.subList(1, arguments.size())) {
      Checkout checkout = new Checkout(Path.of(folder), scratch);
      Map<String, List<Label>> byLanguage = new TreeMap<>();
      for (Label label : byRepository.getOrDefault(checkout.name, List.of())) {
        byLanguage.computeIfAbsent(label.language(), key -> new ArrayList<>()).add(label);
      }
      byLanguage.forEach((language, labels) -> {
        Score score = Score.of(checkout, labels);
        score.differing().forEach(System.out::println);
        TreeSet<Long> seeds = new TreeSet<>();
        labels.forEach(label -> seeds.add(label.seed()));
        document.add(language, checkout, seeds, score);
      });
    }
    Files.writeString(root.resolve("docs/graph.md"), document.text(Machine.sentence(root)));
  }
}
