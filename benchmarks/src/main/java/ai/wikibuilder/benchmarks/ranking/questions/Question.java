package ai.wikibuilder.benchmarks.ranking.questions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A question with the answers that are right. Immutable. */
public sealed interface Question {
  /** Answers that are looked at. */
  int DEPTH = 10;

  /** The words that a search is given. */
  String text();

  /** The file of each right answer. */
  Set<String> files();

  /**
   * Which of the first answers are right.
   *
   * @param places what a system found, best first
   * @return boolean[at most {@link #DEPTH}]; no right answer counts twice
   */
  boolean[] relevance(List<Place> places);

  /** A commit message; right are the files it changed, a file being as good as its best place. */
  record Change(String text, Set<String> files) implements Question {
    public Change {
      files = Set.copyOf(files);
    }

    @Override
    public boolean[] relevance(List<Place> places) {
      Set<String> found = new LinkedHashSet<>();
      places.forEach(place -> found.add(place.path()));
      List<String> first = new ArrayList<>(found).subList(0, Math.min(found.size(), DEPTH));
      boolean[] relevance = new boolean[first.size()];
      for (int i = 0; i < relevance.length; i++) {
        relevance[i] = files.contains(first.get(i));
      }
      return relevance;
    }
  }

  /** A sentence about a symbol; right is the place with the line on which its name stands. */
  record About(String text, String path, int line) implements Question {
    @Override
    public Set<String> files() {
      return Set.of(path);
    }

    @Override
    public boolean[] relevance(List<Place> places) {
      boolean[] relevance = new boolean[Math.min(places.size(), DEPTH)];
      for (int i = 0; i < relevance.length; i++) {
        if (places.get(i).holds(path, line)) {
          relevance[i] = true;
          return relevance;
        }
      }
      return relevance;
    }
  }
}
