package ai.wikibuilder.server.jobs.leases;

import ai.wikibuilder.generations.RepositoryLock;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;

/**
 * The right to build a repository, as long as it is renewed. Immutable.
 *
 * @param token larger than that of every holder before
 * @param leases where it was taken
 */
public record Hold(
    TenantId tenant, RepositoryId repository, String owner, long token, Leases leases)
    implements RepositoryLock.Hold {
  @Override
  public boolean renew() {
    return leases.renew(this);
  }

  @Override
  public void close() {
    leases.release(this);
  }
}
