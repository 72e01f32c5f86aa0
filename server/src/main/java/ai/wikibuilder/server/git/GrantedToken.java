package ai.wikibuilder.server.git;

import java.time.Instant;
import java.util.Optional;

/**
 * What a provider gave when it was asked for private repositories. Shows no token.
 *
 * @param provider which one, by its name in the configuration
 * @param refresh for the next token, once
 * @param expiresAt none when the provider names no end
 */
public record GrantedToken(
    String provider, String token, Optional<String> refresh, Optional<Instant> expiresAt) {
  @Override
  public String toString() {
    return "GrantedToken of " + provider;
  }
}
