package ai.wikibuilder.source.fetch;

import java.util.Optional;

/**
 * Which commit of which repository. Immutable.
 *
 * @param address as the user wrote it
 * @param token for that host alone; {@code user:password} where a host wants both
 * @param ref branch, tag or full commit id; the default branch when empty
 * @param afresh throw away what earlier fetches left, because it proved to be damaged
 */
public record FetchRequest(
    String address, Optional<String> token, Optional<String> ref, boolean afresh) {
  /** The same, without relying on anything fetched before. */
  public FetchRequest again() {
    return new FetchRequest(address, token, ref, true);
  }

  @Override
  public String toString() {
    return "commit " + ref.orElse("HEAD");
  }
}
