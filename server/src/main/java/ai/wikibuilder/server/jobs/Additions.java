package ai.wikibuilder.server.jobs;

import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import java.nio.file.Path;

/**
 * What people added to the wiki of a repository and every build takes along: kept in rows, put
 * where the engine looks for it before it begins. Threads may share it.
 */
public interface Additions {
  /** Whether there is anything: then the wiki is the tenant's own, and not what all share. */
  boolean isAny(TenantId tenant, RepositoryId repository);

  /**
   * Puts it there, in place of what an earlier build found.
   *
   * @param store the folder that the engine keeps beside its results; held by the caller alone
   * @return whether it differs from what was there
   */
  boolean putInto(TenantId tenant, RepositoryId repository, Path store);
}
