package ai.wikibuilder.server.jobs.work;

/** Points of a build between which a worker may be killed; see {@link Steps}. */
enum Step {
  /** The turn is taken, nothing is done. */
  TAKEN,
  /** The engine begins. */
  STARTED,
  /** The engine is in the middle of it. */
  READING,
  /** The result is in the working folder. */
  BUILT,
  /** The result is in the store, nobody is shown it. */
  STORED,
  /** Readers are shown it. */
  PUBLISHED,
  /** The lease is let go of. */
  RELEASED
}
