package ai.wikibuilder.pages.modules;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.material.Repository;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files whose names share a word: {@code token.rs}, {@code token_kind.rs}, {@code token_iter.rs}.
 * The word that most share comes first; each file is in one family at most. Immutable.
 *
 * @param others files of no family, in their order
 */
record FileFamilies(List<Family> families, List<Integer> others) {
  /** Fewer files are no family. */
  private static final int MEMBER_COUNT_MIN = 3;

  /** A word of so many files at most is never too common. */
  private static final int SHARED_COUNT_MIN = 8;

  /** Shorter words are articles and abbreviations. */
  private static final int WORD_LENGTH_MIN = 3;

  private static final Pattern BORDER =
      Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[_.\\s-]+");

  /**
   * Files that share a word.
   *
   * @param word in lower case
   */
  record Family(String word, List<Integer> files) {
    Family {
      files = List.copyOf(files);
    }
  }

  FileFamilies {
    families = List.copyOf(families);
    others = List.copyOf(others);
  }

  /** Finds at most so many families among files. */
  static FileFamilies of(CodeGraph graph, List<Integer> files, int familyCountMax) {
    Map<Integer, Set<String>> words = new HashMap<>();
    files.forEach(file -> words.put(file, words(graph.path(file))));
    Set<String> common = common(words);
    words.values().forEach(own -> own.removeAll(common));
    List<Integer> open = new ArrayList<>(files);
    List<Family> families = new ArrayList<>();
    while (families.size() < familyCountMax) {
      Optional<Family> next = largest(open, words);
      if (next.isEmpty()) {
        break;
      }
      families.add(next.get());
      open.removeAll(next.get().files());
    }
    return new FileFamilies(families, open);
  }

  /** What most files of a folder share tells none from another. */
  private static Set<String> common(Map<Integer, Set<String>> words) {
    Map<String, Integer> counts = new HashMap<>();
    words.values().forEach(own -> own.forEach(word -> counts.merge(word, 1, Integer::sum)));
    int countMax = Math.max(SHARED_COUNT_MIN, words.size() / 2);
    counts.values().removeIf(count -> count <= countMax);
    return Set.copyOf(counts.keySet());
  }

  private static Optional<Family> largest(List<Integer> files, Map<Integer, Set<String>> words) {
    Map<String, List<Integer>> byWord = new HashMap<>();
    for (int file : files) {
      for (String word : words.getOrDefault(file, Set.of())) {
        byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(file);
      }
    }
    return byWord.entrySet().stream()
        .filter(entry -> entry.getValue().size() >= MEMBER_COUNT_MIN)
        .max(
            Comparator.comparingInt(
                    (Map.Entry<String, List<Integer>> entry) -> entry.getValue().size())
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(entry -> new Family(entry.getKey(), entry.getValue()));
  }

  /** The first and the last word of a name: what lies between seldom tells what a file is. */
  private static Set<String> words(String path) {
    List<String> parts = new ArrayList<>(List.of(BORDER.split(stem(path), -1)));
    parts.removeIf(part -> part.length() < WORD_LENGTH_MIN);
    return parts.isEmpty()
        ? new HashSet<>()
        : new HashSet<>(
            Arrays.asList(
                parts.getFirst().toLowerCase(Locale.ROOT),
                parts.getLast().toLowerCase(Locale.ROOT)));
  }

  /** A file's name up to its first full stop. */
  static String stem(String path) {
    return Repository.fileName(path).replaceFirst("(?<=.)\\..*$", "");
  }
}
