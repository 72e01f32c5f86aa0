package ai.wikibuilder.server.tenants;

import java.util.Optional;

/**
 * Who acts at this moment, and from where. Immutable.
 *
 * @param user the person; none for what nobody signed in has done, and for work of the server
 * @param address where the request came from; empty when there is none
 */
public record Actor(Optional<UserId> user, String address) {
  /** The server itself. */
  public static Actor nobody() {
    return new Actor(Optional.empty(), "");
  }
}
