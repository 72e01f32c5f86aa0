package ai.wikibuilder.server.jobs;

import java.util.Arrays;
import java.util.Locale;

/** How far a build is. */
public enum BuildState {
  /** Accepted; no worker has it. */
  QUEUED,
  /** A worker has it, or had it and was lost: then another goes on. */
  RUNNING,
  /** The wiki is there. */
  DONE,
  /** The wiki is there; the budget ended before all pages were written by the model. */
  CAPPED,
  /** There is no result; the failure says why. */
  FAILED,
  /** Somebody wanted no more of it. */
  CANCELLED;

  /** Its name in rows and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing will happen any more. */
  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }

  static BuildState ofWord(String word) {
    return Arrays.stream(values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no state of a build: " + word));
  }
}
