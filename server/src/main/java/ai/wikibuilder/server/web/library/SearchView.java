package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.web.TenantChoice;
import java.util.List;
import java.util.UUID;

/**
 * What a search in the code of all repositories of a tenant found.
 *
 * @param query as it was typed
 * @param isAsked whether there was a query
 * @param hits best first
 * @param unreadable repositories that could not be read
 */
public record SearchView(
    UUID tenant,
    List<TenantChoice> choices,
    String query,
    boolean isAsked,
    List<Hit> hits,
    int unreadable) {
  /** The same with nothing that was looked for. */
  SearchView refused() {
    return new SearchView(tenant, choices, query, false, List.of(), 0);
  }

  /**
   * A place.
   *
   * @param symbol what it is about; empty if nothing with a name
   * @param text its first lines
   */
  public record Hit(UUID repository, String name, CitedPlace place, String symbol, String text) {}
}
