package ai.wikibuilder.comparisons;

import ai.wikibuilder.pages.Evidence;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that is not as it was. Immutable.
 *
 * @param name as it is called after the change; as it was called when it went
 * @param before its content before, empty when there was none
 * @param after its content after, empty when there is none
 * @param was lines of the earlier state that show it
 * @param is lines of the later state that show it
 * @param weight how much there is to it, for the order within its kind
 */
public record Change(
    Subject subject,
    Kind kind,
    String name,
    String before,
    String after,
    Optional<Evidence> was,
    Optional<Evidence> is,
    double weight) {

  /** What happened. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    /** The same under another name; {@code before} is the earlier one. */
    RENAMED;

    /** The word in JSON and on the terminal. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
