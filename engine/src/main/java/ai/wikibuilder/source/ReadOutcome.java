package ai.wikibuilder.source;

/** What became of reading one selected file. */
public sealed interface ReadOutcome {
  /**
   * The file is text.
   *
   * @param text decoded and masked
   * @param maskedSecretCount secrets replaced in this file
   */
  record Text(SourceText text, int maskedSecretCount) implements ReadOutcome {}

  /** The content shows that the file does not belong into a wiki. */
  record LeftOut(SkipReason reason) implements ReadOutcome {}
}
