package ai.wikibuilder.benchmarks.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is measured. Immutable.
 *
 * @param repository whose wiki everybody reads
 * @param rate requests a second
 * @param seconds how long
 * @param streams event streams that are open beside
 */
record LoadArguments(Path repository, Population.Size size, int rate, int seconds, int streams) {
  private static final Map<String, Integer> USUAL =
      Map.of(
          "--tenants", 1000,
          "--users", 10,
          "--repositories", 10,
          "--rate", 200,
          "--seconds", 600,
          "--streams", 300);

  /**
   * Reads them, behind the project's folder.
   *
   * @throws IllegalArgumentException naming what was not understood
   */
  static LoadArguments parse(String[] arguments) {
    List<String> words = List.of(arguments);
    if (words.size() < 2 || words.size() % 2 != 0) {
      throw new IllegalArgumentException(
          "expected FOLDER and pairs of " + USUAL.keySet().stream().sorted().toList());
    }
    Map<String, Integer> values = new HashMap<>(USUAL);
    for (int i = 2; i < words.size(); i += 2) {
      if (values.put(words.get(i), Integer.valueOf(words.get(i + 1))) == null) {
        throw new IllegalArgumentException(
            "expected one of %s, got %s"
                .formatted(USUAL.keySet().stream().sorted().toList(), words.get(i)));
      }
    }
    return new LoadArguments(
        Path.of(words.get(1)),
        new Population.Size(
            value(values, "--tenants"), value(values, "--users"), value(values, "--repositories")),
        value(values, "--rate"),
        value(values, "--seconds"),
        value(values, "--streams"));
  }

  private static int value(Map<String, Integer> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
