package ai.wikibuilder.source;

/** What became of reading one selected file. */
public sealed interface ReadOutcome {
  /**
   * The file is text.
   *
   * @param text decoded and masked
   * @param sha256 SHA-256 of the raw content as hexadecimal digits
   * @param maskedSecretCount secrets replaced in this file
   */
  record Text(SourceText text, String sha256, int maskedSecretCount) implements ReadOutcome {}

  /** The content shows that the file does not belong into a wiki. */
  record LeftOut(SkipReason reason) implements ReadOutcome {}
}
