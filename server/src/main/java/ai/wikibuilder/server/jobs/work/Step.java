package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.builds.Stage;

/** Points of a build between which a worker may be killed; see {@link Steps}. */
enum Step {
  /** The turn is taken, nothing is done. */
  TAKEN,
  /** The engine is about to begin. */
  STARTED,
  /** The engine finds and fetches the commit. */
  SOURCE,
  /** The engine reads files. */
  FACTS,
  /** The engine joins what it read. */
  GRAPH,
  /** The engine decides on pages. */
  PLAN,
  /** The engine writes pages. */
  PAGES,
  /** The engine turns pages into files. */
  SITE,
  /** The engine waits for its index. */
  INDEX,
  /** The engine seals the result in the working folder. */
  PUBLISH,
  /** The result is in the working folder. */
  BUILT,
  /** The result is in the store, nobody is shown it. */
  STORED,
  /** Readers are shown it. */
  PUBLISHED,
  /** The lease is let go of. */
  RELEASED;

  /** The step a build has reached when the engine begins a stage: that of the same name. */
  static Step of(Stage stage) {
    return valueOf(stage.name());
  }
}
