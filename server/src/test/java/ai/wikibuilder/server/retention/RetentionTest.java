package ai.wikibuilder.server.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.GitHost.Served;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.jobs.leases.Leases;
import ai.wikibuilder.server.quota.RateLimits;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.storage.Sweep;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What goes and what stays. Rows are made old, the clock stays where it is: the server is every
 * test's.
 */
@ExtendWith(RunningServer.class)
class RetentionTest {
  private static final RetentionSettings KEPT =
      new RetentionSettings(
          2,
          Duration.ofDays(30),
          Duration.ofDays(180),
          Duration.ofDays(60),
          Duration.ofDays(365),
          Duration.ofDays(30));

  private Cast cast;
  private SystemTransactions system;
  private Organisation organisation;
  private Retention retention;

  @BeforeEach
  void somebody(Server server) {
    cast = new Cast(server);
    system = cast.part(SystemTransactions.class);
    organisation = cast.organisation();
    retention =
        new Retention(
            new Retention.Parts(
                system, cast.part(RateLimits.class), cast.part(IdleFolders.class), KEPT),
            Instant::now);
  }

  @Test
  void oldGenerationsGoButTheNewestAndTheOneThatIsShownAndThoseThatAreYoung(GitHost git) {
    Repository repository = added(git.repository());
    List<UUID> made = generations(git, repository, 5);
    older("generations", "created_at", 100, "id", made.get(0), made.get(1), made.get(3));
    sql(
        "UPDATE repositories SET current_generation = '%s' WHERE id = '%s'"
            .formatted(made.get(1), repository.id())); // somebody went back to it

    retention.prune();

    assertThat(left(repository))
        .as("the first is old; the second is shown, the third young, the others the newest")
        .containsExactlyInAnyOrder(made.get(1), made.get(2), made.get(3), made.get(4));
    assertThat(retention.prune()).doesNotContainKey("generations");
  }

  @Test
  void whatIsReadStaysReadableAndItsFilesGoAfterwards(GitHost git) throws Exception {
    Repository repository = added(git.repository());
    List<UUID> made = generations(git, repository, 1);
    GenerationStore store = cast.part(GenerationStore.class);
    AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    Sweep sweep = new Sweep(system, store, now::get);
    Path pages;
    try (PinnedGeneration reader = store.open(organisation.tenant(), repository.id())) {
      pages = reader.generation().wikiFolder();
      made = generations(git, repository, 3);
      older("generations", "created_at", 100, "id", reader.at().generation().value());

      retention.prune();
      sweep.sweep();
      now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
      sweep.sweep();

      assertThat(left(repository)).containsExactlyInAnyOrderElementsOf(made);
      reader.generation().verify();
    }
    sweep.sweep();

    assertThat(pages).doesNotExist();
    store.open(organisation.tenant(), repository.id()).close();
  }

  @Test
  void buildsAndTheirEventsGoEachAtTheirAgeAndOpenOnesNever(GitHost git) {
    Repository repository = added(git.repository());
    Build young = built(repository);
    Build middle = built(repository);
    Build old = built(repository);
    Build open = built(repository);
    long told = count("build_events", "build_id", middle.id().value());
    sql(
        """
        INSERT INTO build_events (tenant_id, build_id, number, kind, body, happened_at)
        SELECT tenant_id, build_id, number + 1000, kind, body, now() - interval '90 days'
        FROM build_events WHERE build_id = '%s'
        """
            .formatted(middle.id()));
    older("builds", "finished_at", 200, "id", old.id().value());
    sql(
        "UPDATE builds SET finished_at = NULL, created_at = now() - interval '900 days' WHERE id = '%s'"
            .formatted(open.id()));

    retention.prune();

    assertThat(count("builds", "id", old.id().value())).isZero();
    assertThat(count("build_events", "build_id", old.id().value())).isZero();
    assertThat(count("builds", "id", middle.id().value())).isOne();
    assertThat(count("build_events", "build_id", middle.id().value())).isEqualTo(told);
    assertThat(count("build_events", "build_id", young.id().value())).isPositive();
    assertThat(count("builds", "id", open.id().value())).isOne();
    sql("UPDATE builds SET finished_at = now() WHERE id = '%s'".formatted(open.id()));
  }

  @Test
  void entriesOfTheAuditGoWhenTheyAreOldAndRecentOnesCannot() {
    UUID old = auditEntry(400);
    UUID middle = auditEntry(100);
    UUID recent = auditEntry(10);

    Map<String, Integer> gone = retention.prune();

    assertThat(gone.get("audit entries")).isPositive();
    assertThat(count("audit_entries", "id", old)).isZero();
    assertThat(count("audit_entries", "id", middle)).isOne();
    int forced =
        sql("DELETE FROM audit_entries WHERE id IN ('%s', '%s')".formatted(middle, recent));
    assertThat(forced).as("the database lets go what is a month old, nothing younger").isOne();
    assertThat(count("audit_entries", "id", recent)).isOne();
    assertThatThrownBy(() ->
            new RetentionSettings(
                1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofDays(7), Duration.ZERO))
        .hasMessageContaining("30 days at least");
  }

  @Test
  void whatHasExpiredGoesAndWhatHasNotStays() {
    UUID user = organisation.owner().id().value();
    String tenant = organisation.tenant().toString();
    List<String> inserts = new ArrayList<>();
    for (String age : List.of("- interval '8 days'", "- interval '1 day'", "+ interval '1 day'")) {
      String secret = "decode(md5(random()::text), 'hex')";
      inserts.add(
          "INSERT INTO browser_sessions (id, user_id, hashed_secret, device, address, expires_at)"
              + " VALUES (gen_random_uuid(), '%s', %s, '-', '-', now() %s)"
                  .formatted(user, secret, age));
      inserts.add(
          "INSERT INTO one_time_links (id, purpose, user_id, hashed_secret, expires_at)"
              + " VALUES (gen_random_uuid(), 'reset', '%s', %s, now() %s)"
                  .formatted(user, secret, age));
      inserts.add(
          "INSERT INTO api_tokens (id, tenant_id, user_id, name, hashed_secret, scopes, expires_at)"
              + " VALUES (gen_random_uuid(), '%s', '%s', 'ci', %s, '{}', now() %s)"
                  .formatted(tenant, user, secret, age));
      inserts.add(
          "INSERT INTO reservations (id, tenant_id, tokens, micro_dollars, expires_at)"
              + " VALUES (gen_random_uuid(), '%s', 1, 1, now() %s)".formatted(tenant, age));
      inserts.add(
          "INSERT INTO invitations (id, tenant_id, email, role, hashed_secret, expires_at)"
              + " VALUES (gen_random_uuid(), '%s', 'a@example.org', 'reader', %s, now() %s)"
                  .formatted(tenant, secret, age));
      inserts.add(
          "INSERT INTO idempotency_keys (tenant_id, key, route, status, reply, created_at)"
              + " VALUES ('%s', md5(random()::text), 'generate', 202, '', now() %s)"
                  .formatted(tenant, age));
    }
    inserts.forEach(this::sql);

    retention.prune();

    UUID id = organisation.tenant().value();
    assertThat(count("browser_sessions", "user_id", user)).isEqualTo(2);
    assertThat(count("one_time_links", "user_id", user)).isBetween(2L, 3L); // one is of the account
    assertThat(count("api_tokens", "tenant_id", id)).isEqualTo(2);
    assertThat(count("reservations", "tenant_id", id)).isEqualTo(2);
    assertThat(count("invitations", "tenant_id", id)).isEqualTo(2);
    assertThat(count("idempotency_keys", "tenant_id", id)).isEqualTo(2);
  }

  @Test
  void bucketsThatAreFullAgainGo() {
    cast.part(TenantTransactions.class)
        .in(
            organisation.tenant(),
            rows ->
                rows.sql(
                        """
                        INSERT INTO rate_buckets (id, state, expires_at)
                        SELECT :id, NULL, 1 WHERE :tenant IS NOT NULL
                        """)
                    .param("id", -4711L)
                    .update());

    assertThat(retention.prune().get("rate buckets")).isPositive();
  }

  @Test
  void workingFoldersThatNobodyBuildsInGoUnderTheLeaseAndTheNextBuildMakesThemAnew(GitHost git) {
    Repository idle = added(git.repository());
    Repository busy = added(git.repository());
    built(idle);
    built(busy);
    GenerationStore store = cast.part(GenerationStore.class);
    Path ofIdle = store.folders().work(idle.tenant(), idle.id());
    Path ofBusy = store.folders().work(busy.tenant(), busy.id());
    for (Repository one : List.of(idle, busy)) {
      Waiting.until(() -> isFree(one), free -> free);
      older("repository_leases", "expires_at", 60, "repository_id", one.id().value());
    }
    var held = cast.part(Leases.class).of(busy.tenant(), busy.id()).take().orElseThrow();

    retention.prune();
    held.close();

    assertThat(Files.exists(ofIdle)).isFalse();
    assertThat(Files.exists(ofBusy)).isTrue();
    store.open(idle.tenant(), idle.id()).close();
    assertThat(built(idle).state()).isEqualTo(BuildState.DONE);
  }

  @Test
  void whatNobodySharesAnyMoreGoesAndWhatSomebodyDoesStays(GitHost git) {
    Repository mine = added(git.repository());
    Repositories repositories = cast.part(Repositories.class);
    UUID shared = repositories.ofAll(mine.address()).orElseThrow().value();
    UUID alone = repositories.ofAll(added(git.repository()).address()).orElseThrow().value();
    older("repositories", "created_at", 100, "id", shared, alone);
    sql("UPDATE repositories SET shared_id = '%s' WHERE id = '%s'".formatted(shared, mine.id()));

    retention.prune();

    assertThat(count("repositories", "id", shared)).isOne();
    assertThat(count("repositories", "id", alone)).isZero();
    sql("UPDATE repositories SET shared_id = NULL WHERE id = '%s'".formatted(mine.id()));
  }

  private Repository added(Served served) {
    return cast.part(Repositories.class)
        .add(organisation.tenant(), organisation.owner().id(), served.address())
        .repository();
  }

  private Build built(Repository repository) {
    Builds builds = cast.part(Builds.class);
    TenantId tenant = organisation.tenant();
    Build accepted =
        builds
            .accept(
                new Builds.Asking(tenant, organisation.owner().id()),
                repository.id(),
                BuildWish.composed(),
                Optional.empty())
            .build();
    return Waiting.until(() -> builds.find(tenant, accepted.id()), now -> now.state().isFinal());
  }

  /** One more generation for each of as many commits. */
  private List<UUID> generations(GitHost git, Repository repository, int count) {
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      git.of(repository.address().url())
          .write("src/tide/part.py", "PART = '%s'\n".formatted(UUID.randomUUID()))
          .commit("part");
      made.add(built(repository).generation().orElseThrow());
    }
    return made;
  }

  private UUID auditEntry(int days) {
    UUID id = UUID.randomUUID();
    sql(
        """
        INSERT INTO audit_entries (id, tenant_id, action, subject, address, happened_at)
        VALUES ('%s', '%s', 'test', '-', '-', now() - interval '%d days')
        """
            .formatted(id, organisation.tenant(), days));
    return id;
  }

  private void older(String table, String time, int days, String column, UUID... ids) {
    for (UUID id : ids) {
      sql(
          "UPDATE %s SET %s = now() - interval '%d days' WHERE %s = '%s'"
              .formatted(table, time, days, column, id));
    }
  }

  private boolean isFree(Repository repository) {
    return system.run(rows ->
        rows.sql(
                "SELECT expires_at <= clock_timestamp() FROM repository_leases WHERE repository_id = :id")
            .param("id", repository.id().value())
            .query((row, _) -> row.getBoolean(1))
            .single());
  }

  private List<UUID> left(Repository repository) {
    return system.run(rows ->
        rows.sql("SELECT id FROM generations WHERE repository_id = :id")
            .param("id", repository.id().value())
            .query((row, _) -> row.getObject(1, UUID.class))
            .list());
  }

  private long count(String table, String column, UUID id) {
    return system.run(rows ->
        rows.sql("SELECT count(*) FROM %s WHERE %s = :id".formatted(table, column))
            .param("id", id)
            .query((row, _) -> row.getLong(1))
            .single());
  }

  private int sql(String statement) {
    return system.run(rows -> rows.sql(statement).update());
  }
}
