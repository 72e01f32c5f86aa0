package ai.wikibuilder.server.wikis;

import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.storage.StoredAt;
import ai.wikibuilder.server.tenants.TenantId;

/** Opens wikis. Threads may share it. */
public final class Wikis {
  private final GenerationStore store;

  Wikis(GenerationStore store) {
    this.store = store;
  }

  /**
   * The wiki that readers of a repository are shown now; what is published meanwhile does not
   * change it.
   *
   * @throws ai.wikibuilder.server.tenants.TenantException NOT_FOUND when the tenant has no such
   *     repository
   * @throws ai.wikibuilder.server.storage.StorageException NOT_BUILT, DAMAGED
   */
  public ReadWiki open(TenantId tenant, RepositoryId repository) {
    return read(store.open(tenant, repository));
  }

  /**
   * One generation of a wiki, for whoever has just looked up which.
   *
   * @throws ai.wikibuilder.server.storage.StorageException DAMAGED
   */
  ReadWiki open(StoredAt at) {
    return read(store.open(at));
  }

  private static ReadWiki read(PinnedGeneration pinned) {
    try {
      return new ReadWiki(pinned, pinned.shared(SharedReading.class, SharedReading::new));
    } catch (RuntimeException e) {
      pinned.close();
      throw e;
    }
  }
}
