package ai.wikibuilder.pages.prose;

import ai.wikibuilder.pages.Wiki;

/**
 * A wiki with the pages a model wrote. Immutable.
 *
 * @param note why it is not {@code DONE}, in a sentence; otherwise empty
 */
public record ProseResult(Wiki wiki, State state, String note) {
  /** How far it came. */
  public enum State {
    /** Every page a model was to write was asked for. */
    DONE,
    /** The budget ended before; what was finished is kept, the rest is composed. */
    CAPPED,
    /** The model could not be used any more; what was finished is kept, the rest is composed. */
    MODEL_FAILED
  }
}
