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
    /** A token or link that is unknown, used or too old; an invitation that is unknown. */
    LINK,
    /** An invitation that was accepted before. */
    INVITATION_USED,
    /** An invitation that is too old. */
    INVITATION_EXPIRED,
    /** An invitation for another address than that of the account. */
    OTHER_ADDRESS,
    /** Nobody may register, or only who is invited. */
    CLOSED,
    /** Too many passwords are being checked at this moment. */
    BUSY
  }
}
