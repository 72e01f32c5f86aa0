package ai.wikibuilder.server.jobs.leases;

import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import java.util.Optional;

/** Gives one holder at a time the right to build a repository. Threads may share it. */
public interface RepositoryLock {
  /**
   * Takes the right at once or not at all.
   *
   * @return empty while another has it
   */
  Optional<Hold> take(TenantId tenant, RepositoryId repository);

  /**
   * Says that the holder is still there.
   *
   * @return false when the right is lost, or another's
   */
  boolean renew(Hold hold);

  /** Lets go; nothing happens when it is lost already. The next token is larger all the same. */
  void release(Hold hold);
}
