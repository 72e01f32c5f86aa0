package ai.wikibuilder.site.data;

import java.util.List;
import java.util.Map;

/**
 * What a wiki keeps of the ones before it. Immutable.
 *
 * @param bySlug the edition of each page
 * @param moved pages that are no more, oldest first
 */
public record Editions(Map<String, Edition> bySlug, List<MovedPage> moved) {
  public Editions {
    bySlug = Map.copyOf(bySlug);
    moved = List.copyOf(moved);
  }

  /** Of a wiki that nothing is known of. */
  public static Editions none() {
    return new Editions(Map.of(), List.of());
  }
}
