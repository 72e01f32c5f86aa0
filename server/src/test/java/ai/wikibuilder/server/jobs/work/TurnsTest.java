package ai.wikibuilder.server.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.leases.Leases;
import ai.wikibuilder.server.jobs.schedules.Every;
import ai.wikibuilder.server.jobs.schedules.Schedules;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.storage.Sweep;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose turn it is, who holds what, and what is taken away. */
class TurnsTest {
  @TempDir static Path folder;

  private static Workshop workshop;

  @BeforeAll
  static void open() throws IOException {
    workshop = Workshop.open(folder);
  }

  @AfterAll
  static void close() {
    workshop.close();
  }

  @Test
  void aTenantWithManyBuildsKeepsNobodyElseWaitingForMoreThanTheOneThatRuns() {
    Organisation many = workshop.organisation();
    for (int i = 0; i < 6; i++) {
      workshop.waiting(many);
    }
    Turns turns = workshop.turns();
    TenantId first = take(turns).build().tenant();
    Organisation late = workshop.organisation();
    workshop.waiting(late);

    // Many's plan allows one at once, so the next is late's even while the first still runs.
    Turn second = take(turns);

    assertThat(first).isEqualTo(many.tenant());
    assertThat(second.build().tenant()).isEqualTo(late.tenant());
    assertThat(turns.take()).isEmpty();
    letAllGo();
    drain();
  }

  /** Every thread for builds is taken; what is due by schedule is asked for all the same. */
  @Test
  void aRefreshThatIsDueWaitsForNoBuildAndTakesNoThreadFromOne() throws Exception {
    Workshop.Waiting refreshed = workshop.waiting();
    drain();
    Builds.Asking asking =
        new Builds.Asking(refreshed.organisation().tenant(), refreshed.organisation().owner().id());
    workshop.part(Schedules.class).set(asking, refreshed.repository().id(), Every.HOURLY);
    // Tickets that no pool has taken away stand before it; the next look comes in 20 seconds.
    JdbcClient.create(workshop.part(DataSource.class))
        .sql("DELETE FROM scheduled_tasks WHERE task_name = 'build'")
        .update();
    dueNow(refreshed.repository().id());
    Workshop.Waiting running = workshop.waiting();
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);

    try (WorkerPool _ = workshop.pool(step -> stay(step, taken, over))) {
      assertThat(taken.await(1, TimeUnit.MINUTES)).isTrue();
      List<Build> builds =
          ai.wikibuilder.server.jobs.Waiting.until(
              () -> workshop.part(Builds.class).of(asking.tenant(), refreshed.repository().id(), 5),
              all -> all.size() > 1);

      assertThat(builds.getFirst().state()).isEqualTo(BuildState.QUEUED);
      assertThat(workshop.now(running.build()).state()).isEqualTo(BuildState.RUNNING);
      over.countDown();
    }
    workshop.part(Schedules.class).remove(asking.tenant(), refreshed.repository().id());
    letAllGo();
    drain();
  }

  private static void stay(Step step, CountDownLatch taken, CountDownLatch over) {
    if (step == Step.TAKEN) {
      taken.countDown();
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void dueNow(RepositoryId repository) {
    SchedulerClient.Builder.create(workshop.part(DataSource.class))
        .build()
        .reschedule(
            TaskInstanceId.of(ScheduledAlarms.TASK.getTaskName(), repository.toString()),
            Instant.now());
  }

  @Test
  void tenantsTakeTurnsWhoeverAskedFirst() {
    Organisation one = workshop.organisation();
    Organisation other = workshop.organisation();
    for (int i = 0; i < 3; i++) {
      workshop.waiting(one);
    }
    for (int i = 0; i < 3; i++) {
      workshop.waiting(other);
    }
    Turns turns = workshop.turns();
    List<TenantId> order = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Turn turn = take(turns);
      order.add(turn.build().tenant());
      end(turn);
    }

    assertThat(order)
        .containsExactly(
            one.tenant(),
            other.tenant(),
            one.tenant(),
            other.tenant(),
            one.tenant(),
            other.tenant());
  }

  /** Workers were killed in the rhythm of the lease, and a build that is whole was given up. */
  @Test
  void aBuildThatLosesItsWorkersInARhythmComesBackOutOfIt() {
    Workshop.Waiting waiting = workshop.waiting();
    SystemTransactions system = workshop.part(SystemTransactions.class);
    Turns turns = new Turns(system, new Leases(system, "one", Duration.ofHours(1)));
    Turn first = take(turns);
    letGo(first);
    Turn second = take(turns);
    assertThat(second.build().id())
        .as("the first loss is nobody's rhythm")
        .isEqualTo(waiting.build().id());

    letGo(second);
    boolean isAtOnce = turns.take().isPresent();
    lostLongAgo(second);
    Turn third = take(turns);
    letGo(third);
    boolean isAtOnceAgain = turns.take().isPresent();

    assertThat(List.of(isAtOnce, isAtOnceAgain)).containsOnly(false);
    end(third);
    letAllGo();
    drain();
  }

  private static void lostLongAgo(Turn turn) {
    changed(
        "UPDATE repository_leases SET expires_at = clock_timestamp() - interval '2 hours'"
            + " WHERE repository_id = '%s'".formatted(turn.hold().repository()));
  }

  @Test
  void manyWorkersAtOnceTakeEachBuildOnce() throws Exception {
    for (int i = 0; i < 8; i++) {
      workshop.waiting(workshop.organisation());
    }
    List<Callable<Integer>> workers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      workers.add(() -> workshop.worker(Steps.unwatched()).work(() -> false));
    }
    int taken = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> worker : threads.invokeAll(workers)) {
        taken += worker.get();
      }
    }

    assertThat(taken).isEqualTo(8);
    assertThat(all("SELECT count(*) FROM builds WHERE state IN ('queued', 'running')")).isZero();
    assertThat(
            all(
                "SELECT count(*) FROM builds b WHERE state = 'done' AND (SELECT count(*) FROM"
                    + " generations g WHERE g.build_id = b.id) <> 1 AND generation_id IN (SELECT id"
                    + " FROM generations WHERE build_id = b.id)"))
        .isZero();
  }

  @Test
  void foldersOfWhatWasDeletedGoWhenNobodyReadsThem() {
    Workshop.Waiting kept = workshop.waiting();
    Workshop.Waiting deleted = workshop.waiting();
    drain();
    AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    Sweep sweep = new Sweep(workshop.part(SystemTransactions.class), workshop.store(), now::get);
    PinnedGeneration reader =
        workshop.store().open(deleted.organisation().tenant(), deleted.repository().id());
    Path pages = reader.generation().wikiFolder();
    workshop
        .part(Repositories.class)
        .remove(deleted.organisation().tenant(), deleted.repository().id());

    assertThat(sweep.sweep()).isZero();
    now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
    sweep.sweep();
    assertThat(Files.exists(pages)).isTrue();
    reader.close();
    assertThat(sweep.sweep()).isGreaterThanOrEqualTo(2);

    assertThat(pages).doesNotExist();
    assertThat(folder.resolve("storage/repos").resolve(deleted.organisation().tenant().toString()))
        .isEmptyDirectory();
    workshop.store().open(kept.organisation().tenant(), kept.repository().id()).close();
  }

  private static Turn take(Turns turns) {
    return turns.take().orElseThrow();
  }

  private static void end(Turn turn) {
    workshop.part(HeldBuilds.class).end(turn, HeldBuilds.Ending.cancelled());
    letGo(turn);
  }

  private static void letGo(Turn turn) {
    changed(
        "UPDATE repository_leases SET expires_at = clock_timestamp() WHERE repository_id = '%s'"
            .formatted(turn.hold().repository()));
  }

  private static void letAllGo() {
    changed("UPDATE repository_leases SET expires_at = clock_timestamp()");
  }

  /** Nothing is left for the next test. */
  private static void drain() {
    workshop.worker(Steps.unwatched()).work(() -> false);
  }

  private static void changed(String sql) {
    workshop.part(SystemTransactions.class).run(rows -> rows.sql(sql).update());
  }

  private static long all(String sql) {
    return workshop
        .part(SystemTransactions.class)
        .run(rows -> rows.sql(sql).query((row, _) -> row.getLong(1)).single());
  }
}
