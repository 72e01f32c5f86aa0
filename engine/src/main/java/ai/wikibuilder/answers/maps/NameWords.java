package ai.wikibuilder.answers.maps;

import ai.wikibuilder.answers.WordCoverage;
import ai.wikibuilder.graph.CodeGraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much of a question the name of a symbol speaks of; rare words count more. One thread.
 *
 * <p>A word is in a name when a part of the name begins with its stem: {@code registered} is in
 * {@code registerBlueprint}.
 */
final class NameWords {
  /** What a word of the container is worth beside one of the name. */
  private static final double CONTAINER_SHARE = 0.5;

  /** Shorter stems must be a whole part: {@code is} is not in {@code issue}. */
  private static final int STEM_CHAR_COUNT_MIN = 4;

  private static final Pattern BETWEEN_PARTS =
      Pattern.compile(
          "(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[^\\p{L}\\p{N}]+");

  private final Map<String, Double> weights = new LinkedHashMap<>();
  private final Map<String, Double> known = new HashMap<>();
  private double total;

  NameWords(CodeGraph graph, List<String> words) {
    for (String word : words) {
      for (String part : parts(word)) {
        weights.putIfAbsent(WordCoverage.stem(part), 0.0);
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    for (int id = 0; id < graph.symbolCount() && !weights.isEmpty(); id++) {
      String name = graph.symbol(id).name().toLowerCase(Locale.ROOT);
      for (String stem : weights.keySet()) {
        if (name.contains(stem)) {
          counts.merge(stem, 1, Integer::sum);
        }
      }
    }
    weights.replaceAll((stem, _) ->
        Math.log(1 + graph.symbolCount() / (1.0 + counts.getOrDefault(stem, 0))) + 0.1);
    total = weights.values().stream().mapToDouble(one -> one).sum();
  }

  /** The share of the question, 0 to 1. */
  double of(String qualified) {
    return total == 0 ? 0 : known.computeIfAbsent(qualified, this::share);
  }

  /** The share of the question that some names speak of together, 0 to 1. */
  double ofAll(List<String> qualified) {
    return total == 0 ? 0 : share(String.join(" ", qualified).replace('.', ' '));
  }

  private double share(String qualified) {
    int dot = qualified.lastIndexOf('.');
    Set<String> own = parts(qualified.substring(dot + 1));
    Set<String> around = dot < 0 ? Set.of() : parts(qualified.substring(0, dot));
    double sum = 0;
    for (Map.Entry<String, Double> word : weights.entrySet()) {
      if (isAmong(own, word.getKey())) {
        sum += word.getValue();
      } else if (isAmong(around, word.getKey())) {
        sum += word.getValue() * CONTAINER_SHARE;
      }
    }
    return sum / total;
  }

  private static boolean isAmong(Set<String> parts, String stem) {
    return parts.contains(stem)
        || (stem.length() >= STEM_CHAR_COUNT_MIN
            && parts.stream().anyMatch(part -> part.startsWith(stem)));
  }

  private static Set<String> parts(String name) {
    Set<String> parts = new HashSet<>();
    for (String part : BETWEEN_PARTS.split(name, -1)) {
      if (part.length() > 1) {
        parts.add(part.toLowerCase(Locale.ROOT));
      }
    }
    return parts;
  }
}
