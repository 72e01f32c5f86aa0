package ai.wikibuilder.server.accounts;

/** An account cannot be made, entered or changed; the message is for the person who tried. */
public final class AccountException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public AccountException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong. Stable. */
  public enum Kind {
    /** A value is not of its kind; the message says which and what was expected. */
    INVALID,
    /** Wrong address or password, or an account that may not be entered: never said which. */
    CREDENTIALS,
    /** The password was right, and the address is not verified yet. */
    UNVERIFIED,
    /** A token, link or invitation that is unknown, used or too old. */
    LINK,
    /** Nobody may register, or only who is invited. */
    CLOSED,
    /** Too many passwords are being checked at this moment. */
    BUSY
  }
}
