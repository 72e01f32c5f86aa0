package ai.wikibuilder.server.providers;

import ai.wikibuilder.server.git.GrantedToken;

/** Tells providers that a token is not wanted any more. Threads may share it. */
public final class GrantRevocation {
  private final TokenCalls calls;

  GrantRevocation(TokenCalls calls) {
    this.calls = calls;
  }

  /**
   * Takes a token back at the provider that gave it.
   *
   * @return whether the provider has done so; some have no place for it, or do not answer
   */
  public boolean revoke(GrantedToken granted) {
    return calls.revoke(granted);
  }
}
