package ai.wikibuilder.pages.prose;

import ai.wikibuilder.pages.Page;

/** What became of one page a model was asked for. */
sealed interface PageOutcome {
  /**
   * The model's page, checked.
   *
   * @param summary its first statement, for the pages above it
   */
  record Written(Page page, String summary, WrittenText text) implements PageOutcome {}

  /**
   * The composed page stands.
   *
   * @param cause what kind of reason it is
   * @param reason in a sentence, for readers
   * @param text what the model wrote, kept so that it is not asked the same again
   */
  record Degraded(ProseResult.Cause cause, String reason, WrittenText text)
      implements PageOutcome {}
}
