package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.leases.Hold;
import ai.wikibuilder.server.jobs.leases.Leases;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.StorageSettings;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import java.util.Optional;

/**
 * Builds what all tenants may share: the composed wiki of a repository that is fetched without any
 * credential, as everybody's default options make it, without corrections and reports of anybody.
 * It is built once, as the tenant {@code public}'s, under a lease of its own; whoever asked is
 * shown it, and so is whoever asks later. Nothing of a tenant is in it, not even who asked first.
 * Threads may share it.
 *
 * <p>The transactions are the system's, since no tenant may write rows of {@code public}.
 */
final class SharedBuilds {
  private final SystemTransactions system;
  private final Repositories repositories;
  private final Leases leases;
  private final boolean isOn;

  SharedBuilds(
      SystemTransactions system,
      Repositories repositories,
      Leases leases,
      StorageSettings settings) {
    this.system = system;
    this.repositories = repositories;
    this.leases = leases;
    this.isOn = settings.sharesPublic();
  }

  /** Where the result of a build belongs. */
  sealed interface Ground {
    /** To whoever asked. */
    record Own() implements Ground {}

    /** To all, under a lease of the tenant {@code public}. */
    record Shared(Hold hold) implements Ground {}

    /** To all, and it is being built for somebody else just now. */
    record Busy() implements Ground {}
  }

  /**
   * Finds where a build belongs, and takes the lease where all share it.
   *
   * @param isOnlyTheirs whether a token for the host goes along, or the tenant added something
   */
  Ground find(Turn turn, Repository repository, boolean isOnlyTheirs) {
    if (!isOn || isOnlyTheirs || !turn.build().wish().usual().equals(BuildWish.composed())) {
      return new Ground.Own();
    }
    Optional<RepositoryId> shared = repositories.ofAll(repository.address());
    if (shared.isEmpty()) {
      return new Ground.Own();
    }
    Optional<Hold> hold = leases.take(TenantId.PUBLIC, shared.get());
    return hold.<Ground>map(Ground.Shared::new).orElseGet(Ground.Busy::new);
  }

  /**
   * Puts a result on the shelf of all; nobody is shown it by that.
   *
   * @return false when the lease is another's: nothing has changed then
   */
  boolean publish(Hold hold, Made made) {
    return system.run(rows ->
        rows.sql(
                    """
                    WITH lease AS (
                      SELECT token FROM repository_leases WHERE repository_id = :repository
                        AND token = :token AND owner = :owner FOR SHARE
                    ), shown AS (
                      UPDATE repositories SET current_generation = :generation,
                        published_token = :token, last_generated_at = clock_timestamp()
                      WHERE id = :repository AND tenant_id = public_tenant()
                        AND published_token < :token AND EXISTS (SELECT FROM lease)
                      RETURNING id
                    )
                    INSERT INTO generations (id, tenant_id, repository_id, lease_token, commit_id,
                      digest, page_count, byte_count)
                    SELECT :generation, public_tenant(), id, :token, :commit, :digest, :pages,
                      :bytes FROM shown
                    """)
                .param("repository", hold.repository().value())
                .param("token", hold.token())
                .param("owner", hold.owner())
                .param("generation", made.id().value())
                .param("commit", made.commit())
                .param("digest", made.digest())
                .param("pages", made.pageCount())
                .param("bytes", made.byteCount())
                .update()
            == 1);
  }
}
