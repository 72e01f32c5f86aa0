package ai.wikibuilder.server.web.providers;

import ai.wikibuilder.server.providers.HostedRepository;
import java.util.List;

/**
 * What the page of a host's repositories shows.
 *
 * @param problem why there are none; empty when the host has answered
 */
public record RepositoriesView(
    String tenant,
    String host,
    int page,
    boolean hasMore,
    List<HostedRepository> repositories,
    String problem) {
  public RepositoriesView {
    repositories = List.copyOf(repositories);
  }

  /** Address of another page of the list. */
  public String at(int other) {
    return "/settings/git/repositories?tenant=%s&host=%s&page=%d".formatted(tenant, host, other);
  }
}
