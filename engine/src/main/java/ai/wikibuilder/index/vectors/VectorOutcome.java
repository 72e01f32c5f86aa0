package ai.wikibuilder.index.vectors;

/**
 * What became of the vectors of a build. Immutable.
 *
 * @param model name of the model, its dimension included; empty when there is none
 * @param chunkCount chunks of the index
 * @param madeCount vectors the provider made
 * @param keptCount vectors that were there already
 * @param failedCount chunks that the provider failed on; they are found by their words alone
 * @param note why it is not done, in a sentence
 */
public record VectorOutcome(
    State state,
    String model,
    int chunkCount,
    int madeCount,
    int keptCount,
    int failedCount,
    String note) {
  /** How far it came. */
  public enum State {
    DONE,
    /** The budget ended before all chunks had one. */
    CAPPED,
    /** The provider could not be asked, or not to the end. */
    MODEL_FAILED
  }

  /** No vectors were asked for. */
  public static VectorOutcome none() {
    return new VectorOutcome(State.DONE, "", 0, 0, 0, 0, "");
  }

  /** None could be made. */
  public static VectorOutcome failed(State state, String note) {
    return new VectorOutcome(state, "", 0, 0, 0, 0, note);
  }

  /** What a later build compares with its own model: nothing when something is left to do. */
  public String finishedModel() {
    return state == State.DONE ? model : "";
  }
}
