package ai.wikibuilder.benchmarks.ranking;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked for on the command line. Immutable.
 *
 * @param clones where the repositories of the file are; empty when folders are named
 * @param slowCases questions of each kind and repository that {@linkplain SystemKind#isSlow slow}
 *     systems get
 * @param denseChunks chunks of a repository that are embedded as a whole at most
 * @param only repositories of the set whose names contain one of these; empty for all
 */
record Arguments(
    Optional<Path> clones,
    String set,
    List<String> only,
    Set<SystemKind> systems,
    List<String> kinds,
    int cases,
    int slowCases,
    int denseChunks,
    long seed,
    Path document,
    List<Path> folders) {
  static final String USAGE =
      """
      benchmarks/run ranking [SWITCHES] --in CLONES     the repositories of benchmarks/ranking-repositories.txt
      benchmarks/run ranking [SWITCHES] FOLDER...       others, at their heads

        --in CLONES      folder with clones that have their history
        --set SET        tuning or reporting (the default)
        --only NAMES     of the set only those whose names contain one of these, by commas
        --systems NAMES  by commas: ours, ours-reranked, bm25, bm25-reranked, dense, term-votes
                         (default: all but dense, which embeds every repository as a whole)
        --kinds NAMES    commits, docs or both by a comma (the default)
        --cases N        questions of each kind and repository, 80 unless said otherwise
        --slow-cases N   of these the first N for systems that embed texts (default: all)
        --dense-chunks N "dense only" leaves out repositories that make more chunks (default: none)
        --seed N         draws the questions and the bootstrap
        --out FILE       docs/ranking.md unless said otherwise\
      """;

  private static final int CASES = 80;
  private static final long SEED = 20_261_124;

  private static final Set<String> SWITCHES =
      Set.of("in set only systems kinds cases slow-cases dense-chunks seed out".split(" ", -1));

  /**
   * @throws IllegalArgumentException for what is not understood, with the usage
   */
  static Arguments parse(Path root, List<String> words) {
    Map<String, String> switches = new HashMap<>();
    List<Path> folders = new ArrayList<>();
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      if (!word.startsWith("--")) {
        folders.add(Path.of(word).toAbsolutePath());
      } else if (rest.isEmpty()) {
        throw new IllegalArgumentException(USAGE);
      } else {
        switches.put(word.substring(2), rest.pop());
      }
    }
    if (!SWITCHES.containsAll(switches.keySet())
        || switches.containsKey("in") != folders.isEmpty()) {
      throw new IllegalArgumentException(USAGE);
    }
    return new Arguments(
        Optional.ofNullable(switches.get("in")).map(Path::of),
        switches.getOrDefault("set", "reporting"),
        list(switches.getOrDefault("only", "")),
        systems(switches.get("systems") == null ? "" : switches.get("systems")),
        list(switches.getOrDefault("kinds", "commits,docs")),
        Integer.parseInt(switches.getOrDefault("cases", String.valueOf(CASES))),
        number(switches, "slow-cases"),
        number(switches, "dense-chunks"),
        Long.parseLong(switches.getOrDefault("seed", String.valueOf(SEED))),
        Optional.ofNullable(switches.get("out"))
            .map(Path::of)
            .orElse(root.resolve("docs/ranking.md")),
        folders);
  }

  private static int number(Map<String, String> switches, String name) {
    return Optional.ofNullable(switches.get(name)).map(Integer::parseInt).orElse(Integer.MAX_VALUE);
  }

  private static List<String> list(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(",", -1));
  }

  /** BM25 is always there: the others are compared with it. */
  private static Set<SystemKind> systems(String words) {
    if (words.isEmpty()) {
      return EnumSet.complementOf(EnumSet.of(SystemKind.DENSE));
    }
    Set<SystemKind> systems = EnumSet.of(SystemKind.BM25);
    for (String label : list(words)) {
      systems.add(
          Arrays.stream(SystemKind.values())
              .filter(kind -> kind.label().equals(label))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("no system " + label + "\n" + USAGE)));
    }
    return systems;
  }
}
