package ai.wikibuilder.server.git;

import java.util.Optional;

/** Gets the next token from the provider that gave one. Implementations are shared by threads. */
public interface GrantRenewal {
  /**
   * The next token.
   *
   * @return none when the provider refuses, so that the owner has to allow it anew
   */
  Optional<GrantedToken> renew(String provider, String refresh);
}
