package ai.wikibuilder.server.tenants;

/** Something in a tenant cannot be done; the message is for the member who tried. */
public final class TenantException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public TenantException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** There is nothing of that id, or the caller may not know that there is. */
  public static TenantException notFound() {
    return new TenantException(
        Kind.NOT_FOUND, "There is nothing of that id here, or it is not yours to see.");
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong. Stable. */
  public enum Kind {
    NOT_FOUND,
    /** The role does not allow it. */
    FORBIDDEN,
    /** A tenant without an owner could never be changed again. */
    LAST_OWNER,
    /** The person is in the tenant already. */
    ALREADY_MEMBER,
    /** Something of that name is there already. */
    TAKEN,
    /** Nobody is invited to a person's own tenant. */
    PERSONAL,
    /** More than one tenant may have. */
    TOO_MANY
  }
}
