package ai.wikibuilder.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a repository was last read. */
@ExtendWith(RunningServer.class)
class AccessesTest {
  @Test
  void oneReadAnHourIsWrittenDown(Server server, GitHost git) {
    Cast cast = new Cast(server);
    Organisation organisation = cast.organisation();
    SystemTransactions system = cast.part(SystemTransactions.class);
    RepositoryId repository =
        cast.part(Repositories.class)
            .add(organisation.tenant(), organisation.owner().id(), git.repository().address())
            .repository()
            .id();
    Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    AtomicReference<Instant> now = new AtomicReference<>(first);
    Accesses accesses = new Accesses(system, now::get);

    accesses.note(repository);
    Waiting.until(() -> last(system, repository), last -> last.equals(Optional.of(first)));
    now.set(first.plus(Accesses.COARSE).minusSeconds(1));
    accesses.note(repository);
    new Accesses(system, () -> first.minus(Duration.ofDays(1))).note(repository); // a late clock
    Instant later = first.plus(Accesses.COARSE);
    now.set(later);
    accesses.note(repository);

    Waiting.until(() -> last(system, repository), last -> !last.equals(Optional.of(first)));
    assertThat(last(system, repository)).contains(later);
  }

  @Test
  void readingAWikiIsWrittenDown(Server server, GitHost git) {
    Cast cast = new Cast(server);
    Cast.Wiki wiki = cast.wiki(cast.organisation(), git);

    cast.part(GenerationStore.class).open(wiki.organisation().tenant(), wiki.repository()).close();

    SystemTransactions system = cast.part(SystemTransactions.class);
    assertThat(Waiting.until(() -> last(system, wiki.repository()), Optional::isPresent))
        .isPresent();
  }

  private static Optional<Instant> last(SystemTransactions system, RepositoryId repository) {
    return system.run(rows ->
        rows.sql(
                "SELECT last_accessed_at FROM repositories WHERE id = :id AND last_accessed_at IS NOT NULL")
            .param("id", repository.value())
            .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
            .optional());
  }
}
