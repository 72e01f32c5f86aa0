package ai.wikibuilder.server.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used; the message says what was found and what to do, and no password. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  DatabaseException(Kind kind, String message) {
    this(kind, message, null);
  }

  DatabaseException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong. Stable. */
  public enum Kind {
    /** The address is not one of a PostgreSQL. */
    ADDRESS,
    /** Nobody answers there, or the login is refused. */
    UNREACHABLE,
    /** A role is missing, or may do more than it must. */
    ROLES,
    /** The folder belongs to another version, another process or cannot be written. */
    FOLDER,
    /** The embedded one does not start. */
    NOT_STARTED,
    /** The schema is newer than this program, or a step towards it failed. */
    SCHEMA
  }
}
