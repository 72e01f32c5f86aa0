package ai.wikibuilder.pages.prose;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.pages.Wiki;
import java.util.EnumMap;
import java.util.Map;

/**
 * A wiki with the pages a model wrote. Immutable.
 *
 * @param note why it is not {@code DONE}, in a sentence; otherwise empty
 * @param causes of pages a model was to write that are composed, with how many there are
 */
public record ProseResult(Wiki wiki, State state, String note, Map<Cause, Integer> causes) {
  public ProseResult {
    Map<Cause, Integer> sorted = new EnumMap<>(Cause.class);
    sorted.putAll(causes);
    causes = sorted;
  }

  /** A wiki no model was asked for. */
  public static ProseResult composed(Wiki wiki) {
    return new ProseResult(wiki, State.DONE, "", Map.of());
  }

  /** Why a page a model was to write is composed. */
  public enum Cause {
    BUDGET("the budget did not allow it"),
    MODEL("the model could not be used"),
    CONTEXT("the model's context is too small"),
    REFUSED("the model declined"),
    CHECK("what the model wrote did not hold"),
    LANGUAGE("the model wrote in another language"),
    EMPTY("the model's answer had no text"),
    SHRUNK("the new text said less than half of the earlier one"),
    FAILED("the call failed");

    private final String label;

    Cause(String label) {
      this.label = label;
    }

    /** For people, to be read behind a number. */
    public String label() {
      return label;
    }

    /** Whether the model answered, and the answer was of no use. */
    boolean isAnswer() {
      return switch (this) {
        case CHECK, LANGUAGE, EMPTY, SHRUNK -> true;
        case BUDGET, MODEL, CONTEXT, REFUSED, FAILED -> false;
      };
    }

    static Cause of(ModelException.Kind failure) {
      return switch (failure) {
        case OVER_BUDGET -> BUDGET;
        case CONTEXT_EXCEEDED -> CONTEXT;
        case REFUSED -> REFUSED;
        case FAILED, BROKEN_REPLY, CANCELLED -> FAILED;
        case UNAVAILABLE,
            KEY_MISSING,
            KEY_REFUSED,
            MODEL_UNKNOWN,
            RATE_LIMITED,
            OVERLOADED,
            SILENT ->
            MODEL;
      };
    }
  }

  /** How far it came. */
  public enum State {
    /** Every page a model was to write was asked for. */
    DONE,
    /** The budget ended before; what was finished is kept, the rest is composed. */
    CAPPED,
    /**
     * The model could not be used any more, or nothing it wrote could; what was finished is kept,
     * the rest is composed.
     */
    MODEL_FAILED
  }
}
