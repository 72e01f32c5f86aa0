package ai.wikibuilder.site;

/** A site that could not be written. Nothing is cleaned up: the folder may hold a part of it. */
public final class SiteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, in a word that does not change. */
  public enum Kind {
    /** The folder already holds something. */
    FOLDER_NOT_EMPTY,
    /** The wiki has no page, or slugs that cannot be file names or occur twice. */
    WIKI_NOT_WRITABLE,
    /** The disk refused. */
    DISK
  }

  private final Kind kind;

  SiteException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  SiteException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
