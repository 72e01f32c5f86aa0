package ai.wikibuilder.answers.json;

import ai.wikibuilder.pages.Evidence;
import java.util.List;

/**
 * Lines of a file.
 *
 * @param startLine 1-based
 * @param endLine the last line, included
 * @param commit the lines are of; empty where the snapshot has none
 */
public record PlaceJson(String path, int startLine, int endLine, String commit) {
  static PlaceJson of(Evidence place, String commit) {
    return new PlaceJson(place.path(), place.startLine(), place.endLine(), commit);
  }

  /** All of them, in the same order. */
  public static List<PlaceJson> of(List<Evidence> places, String commit) {
    return places.stream().map(place -> of(place, commit)).toList();
  }
}
