package ai.wikibuilder.server.storage;

import ai.wikibuilder.generations.GenerationException;

/** What is stored cannot be read or written; the message is for people who may see the wiki. */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public StorageException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public StorageException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What is found in the middle of reading, where the generation was whole when it was opened. */
  public static StorageException damaged(GenerationException found) {
    return new StorageException(
        Kind.DAMAGED,
        "What is kept of this repository is damaged; the next build makes it anew.",
        found);
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong. Stable. */
  public enum Kind {
    /** There is a repository, and no build of it is done yet. */
    NOT_BUILT,
    /** Files are missing or differ from their checksums; the next build makes them anew. */
    DAMAGED,
    /** The disk takes nothing more. */
    UNWRITABLE,
    /** Others have this process read just as much now. */
    BUSY
  }
}
