package ai.wikibuilder.server.retention;

import ai.wikibuilder.generations.FolderTree;
import ai.wikibuilder.generations.RepositoryLock;
import ai.wikibuilder.server.jobs.leases.Leases;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.StorageFolders;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what was fetched of repositories that nobody builds any more, and the folders they were
 * built in: the largest part of what is stored, and the next build makes it anew. A folder goes
 * under the lease of its repository, so that no build is in it. For one thread.
 */
final class IdleFolders {
  private static final Logger LOG = LoggerFactory.getLogger(IdleFolders.class);

  /** Folders that are removed in one night. */
  private static final int COUNT_MAX = 10_000;

  private final SystemTransactions system;
  private final StorageFolders folders;
  private final Leases leases;

  IdleFolders(SystemTransactions system, StorageFolders folders, Leases leases) {
    this.system = system;
    this.folders = folders;
    this.leases = leases;
  }

  private record Idle(TenantId tenant, RepositoryId repository) {}

  /** Removes those whose last build began before a time; returns how many there were. */
  int remove(Instant before) {
    int gone = 0;
    for (Idle idle : idle(before)) {
      List<Path> theirs =
          List.of(
              folders.clones(idle.tenant(), idle.repository()),
              folders.work(idle.tenant(), idle.repository()));
      if (theirs.stream().anyMatch(Files::exists) && isRemoved(idle, theirs)) {
        gone++;
      }
    }
    return gone;
  }

  /** A lease is a row that was used when the repository was last built. */
  private List<Idle> idle(Instant before) {
    return system.run(rows ->
        rows.sql(
                """
                SELECT tenant_id, repository_id FROM repository_leases
                WHERE expires_at < :before ORDER BY expires_at DESC LIMIT :most
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("most", COUNT_MAX)
            .query((row, _) ->
                new Idle(
                    new TenantId(row.getObject(1, UUID.class)),
                    new RepositoryId(row.getObject(2, UUID.class))))
            .list());
  }

  private boolean isRemoved(Idle idle, List<Path> theirs) {
    Optional<RepositoryLock.Hold> hold = leases.of(idle.tenant(), idle.repository()).take();
    if (hold.isEmpty()) {
      return false; // somebody builds it after all
    }
    try (RepositoryLock.Hold _ = hold.get()) {
      for (Path folder : theirs) {
        FolderTree.delete(folder);
      }
      return true;
    } catch (IOException e) {
      LOG.warn("working folder not removed kind={}", e.getClass().getSimpleName());
      return false;
    }
  }
}
