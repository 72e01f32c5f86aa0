package ai.wikibuilder.server.repositories;

import java.util.UUID;

/** One repository of one tenant; another tenant's copy of the same address has another id. */
public record RepositoryId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
