package ai.wikibuilder.server.operator;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.UserId;

/**
 * The right to see and change what belongs to the whole installation. Whatever needs one of these
 * cannot be called without.
 */
public final class Operator {
  /** What everybody else is told. */
  public static final String ALONE = "Only an operator of this installation may do this.";

  private final UserId user;

  private Operator(UserId user) {
    this.user = user;
  }

  /**
   * The caller as operator; a personal token never is one.
   *
   * @throws TenantException FORBIDDEN
   */
  public static Operator of(Caller caller) {
    if (!caller.operator()) {
      throw new TenantException(TenantException.Kind.FORBIDDEN, ALONE);
    }
    return new Operator(caller.user());
  }

  UserId user() {
    return user;
  }
}
