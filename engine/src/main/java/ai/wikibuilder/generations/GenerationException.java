package ai.wikibuilder.generations;

/** An output folder that cannot be used, or a generation that cannot be trusted. */
public final class GenerationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable kinds; the command line and the server map each to a code of theirs. */
  public enum Kind {
    /** The folder has content that was not written by this product. */
    NOT_OURS,
    /** Another build is writing here. */
    LOCKED,
    /** The folder may not be written. */
    READ_ONLY,
    /** The disk took no more. */
    DISK_FULL,
    /** There is no finished build here. */
    NOT_FOUND,
    /** A file differs from its checksum, or is missing. */
    CORRUPT,
    /** Written by another version of the format. */
    OUTDATED
  }

  private final Kind kind;

  public GenerationException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public GenerationException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
