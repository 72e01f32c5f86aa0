package ai.wikibuilder.server.jobs.work;

/** Hears which step a build has reached; tests kill the worker there. */
@FunctionalInterface
interface Steps {
  void reached(Step step);

  /** Goes on. */
  static Steps unwatched() {
    return step -> {};
  }
}
