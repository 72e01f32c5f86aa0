package ai.wikibuilder.server.jobs.leases;

import ai.wikibuilder.generations.RepositoryLock;
import ai.wikibuilder.generations.RepositoryLockContract;
import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lock of several machines, rows of PostgreSQL; each contender is a worker of its own. */
@ExtendWith(RunningServer.class)
class LeasesTest extends RepositoryLockContract {
  private SystemTransactions system;
  private Repository repository;

  @BeforeEach
  void somebodysRepository(Server server, GitHost git) {
    Cast cast = new Cast(server);
    system = cast.part(SystemTransactions.class);
    Organisation organisation = cast.organisation();
    repository =
        cast.part(Repositories.class)
            .add(organisation.tenant(), organisation.owner().id(), git.repository().address())
            .repository();
  }

  @Override
  protected RepositoryLock contender() {
    return contender(Duration.ofMinutes(1));
  }

  private RepositoryLock contender(Duration length) {
    return new Leases(system, "worker-" + UUID.randomUUID(), length)
        .of(repository.tenant(), repository.id());
  }

  /** Somebody who is not heard of any more: the lease runs out by the clock of the database. */
  @Override
  protected long takenByOneThatDies() {
    RepositoryLock.Hold dead = contender(Duration.ofMillis(300)).take().orElseThrow();
    Waiting.until(() -> isFree(dead.token()), free -> free);
    return dead.token();
  }

  private boolean isFree(long token) {
    return system.run(rows ->
        rows.sql(
                """
                SELECT expires_at <= clock_timestamp() FROM repository_leases
                WHERE repository_id = :repository AND token = :token
                """)
            .param("repository", repository.id().value())
            .param("token", token)
            .query((row, _) -> row.getBoolean(1))
            .single());
  }
}
