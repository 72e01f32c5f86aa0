package ai.wikibuilder.pages;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a model had to do with a wiki. Immutable.
 *
 * @param model as configured; empty when none was asked
 * @param pageCount pages a model wrote
 * @param degraded why pages a model was to write are composed, by slug
 */
public record Authorship(String model, int pageCount, Map<String, String> degraded) {
  public Authorship {
    degraded = new TreeMap<>(degraded);
  }

  /** Whether no model was asked. */
  public boolean isComposed() {
    return pageCount == 0 && degraded.isEmpty();
  }

  /** Of a wiki without a model. */
  public static Authorship composed() {
    return new Authorship("", 0, Map.of());
  }
}
