package ai.wikibuilder.answers.maps;

import java.util.List;

/** Says which of the places a search found a map should pass. Threads may share it. */
@FunctionalInterface
public interface PlaceChooser {
  /**
   * Chooses.
   *
   * @param places a line each: name, file and lines
   * @return numbers of those that matter, from 0, the most important first; empty to leave it to
   *     the search
   */
  List<Integer> choose(String question, List<String> places);

  /** Leaves it to the search. */
  static PlaceChooser none() {
    return (question, places) -> List.of();
  }
}
