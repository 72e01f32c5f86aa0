package ai.wikibuilder.pages.tests;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of tests that stand in the files of what they test. For one thread. */
public final class InlineTests {
  /** Files named. */
  private static final int FILE_COUNT_MAX = 3;

  private final Repository repository;

  public InlineTests(Repository repository) {
    this.repository = repository;
  }

  /**
   * How many there are and in which files most of them; empty when there are none.
   *
   * @param key of the sentence
   */
  public Optional<Sentence> sentence(List<Integer> among, String key) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int file : among) {
      int count = first(file).isPresent() ? TestFunctions.count(repository, file) : 0;
      if (count > 0) {
        counts.put(file, count);
      }
    }
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> files = new ArrayList<>(counts.keySet());
    files.sort(
        Comparator.comparingInt((Integer file) -> -counts.getOrDefault(file, 0))
            .thenComparingInt(file -> file));
    boolean all = files.size() <= FILE_COUNT_MAX + 1;
    List<Integer> shown = files.subList(0, all ? files.size() : FILE_COUNT_MAX);
    Phrase phrase =
        repository
            .say(key)
            .count("files", files.size())
            .count("tests", counts.values().stream().mapToInt(count -> count).sum())
            .codes(
                all ? "names" : "most",
                shown.stream().map(file -> repository.graph().path(file)).toList());
    for (int file : shown) {
      first(file).ifPresent(symbol -> phrase.by(repository.head(symbol)));
    }
    return Optional.of(phrase.end());
  }

  /** The first test of a file of the product. */
  private Optional<GraphSymbol> first(int file) {
    CodeGraph graph = repository.graph();
    boolean tests = graph.role(file) == FileRole.TEST;
    for (int id = graph.firstSymbol(file); !tests && id < graph.endSymbol(file); id++) {
      if (graph.isTest(id) && TestFunctions.mayBe(repository, graph.symbol(id))) {
        return Optional.of(graph.symbol(id));
      }
    }
    return Optional.empty();
  }
}
