package ai.wikibuilder.server.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.database.FullDisk;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.jobs.events.BuildEvent;
import ai.wikibuilder.server.jobs.events.BuildEvents;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.storage.Room;
import ai.wikibuilder.server.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/**
 * Workers that are killed, paused, told to stop or robbed of what they work at. Nothing is lost,
 * everything is published once, tokens only grow, readers see whole generations.
 */
class KilledWorkerTest {
  @TempDir static Path folder;

  private static Workshop workshop;

  /** Ends a worker as {@code kill -9} would: nothing of what it would have done is done. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeAll
  static void open() throws IOException {
    workshop = Workshop.open(folder);
  }

  @AfterAll
  static void close() {
    workshop.close();
  }

  @ParameterizedTest
  @EnumSource
  void whereverAWorkerIsKilledAnotherGoesOn(Step deadly) {
    Workshop.Waiting waiting = workshop.waiting();

    assertThatThrownBy(() -> workshop.worker(killedAt(deadly)).work(() -> false))
        .isInstanceOf(Killed.class);
    long token = token(waiting);
    readersSeeAWholeGenerationOrNone(waiting);
    theLeaseHasRunOut(waiting);
    Build ended = endedByAnother(waiting);

    assertThat(ended.state()).as("%s", ended.failure()).isEqualTo(BuildState.DONE);
    publishedOnce(waiting);
    assertThat(token(waiting)).isGreaterThanOrEqualTo(token);
    readersSeeAWholeGenerationOrNone(waiting);
    assertThat(last(waiting).body()).contains("done");
  }

  @ParameterizedTest
  @EnumSource(names = {"TAKEN", "GRAPH", "BUILT", "STORED", "PUBLISHED", "RELEASED"})
  void aWikiThatIsThereStaysReadableWhileTheNextBuildIsKilled(Step deadly) {
    Workshop.Waiting first = workshop.waiting();
    workshop.worker(Steps.unwatched()).work(() -> false);
    first.served().write("src/tide/moon.py", "def phase():\n    return 0\n").commit("second");
    Workshop.Waiting second =
        new Workshop.Waiting(
            first.organisation(),
            first.served(),
            first.repository(),
            workshop.accept(first.organisation(), first.repository()));

    assertThatThrownBy(() -> workshop.worker(killedAt(deadly)).work(() -> false))
        .isInstanceOf(Killed.class);
    try (PinnedGeneration pinned = open(second)) {
      pinned.generation().verify();
      assertThat(pinned.generation().files().size()).isBetween(3, 4);
    }
    theLeaseHasRunOut(second);
    endedByAnother(second);

    try (PinnedGeneration pinned = open(second)) {
      assertThat(pinned.generation().files()).hasSize(4);
    }
    publishedOnce(second);
  }

  @Test
  void aWorkerThatWasAsleepForTooLongPublishesNothing() {
    Workshop.Waiting waiting = workshop.waiting();
    Steps sleepy =
        step -> {
          if (step == Step.STORED) {
            endedByAnother(waiting); // while this one sleeps, its lease runs out
          }
        };

    workshop.worker(sleepy).work(() -> false);

    publishedOnce(waiting);
    assertThat(workshop.now(waiting.build()).state()).isEqualTo(BuildState.DONE);
    assertThat(entries(stored("index", waiting))).hasSize(1); // what the sleeper had is gone
    open(waiting).close();
  }

  @Test
  void aWorkerThatLosesItsLeaseStops() {
    Workshop.Waiting waiting = workshop.waiting();
    AtomicInteger reached = new AtomicInteger();
    Steps robbed =
        step -> {
          reached.addAndGet(step == Step.BUILT ? 1 : 0);
          if (step == Step.GRAPH) {
            workshop.count(
                "WITH taken AS (UPDATE repository_leases SET token = token + 1, owner = 'thief',"
                    + " expires_at = clock_timestamp() + interval '2 seconds'"
                    + " WHERE repository_id = :id RETURNING token) SELECT max(token) FROM taken",
                waiting.repository().id().value());
            sleepUntilInterrupted();
          }
        };

    workshop.worker(robbed).work(() -> false);

    assertThat(reached).hasValue(0);
    assertThat(endedByAnother(waiting).state()).isEqualTo(BuildState.DONE);
    publishedOnce(waiting);
  }

  @Test
  void aBuildThatIsCancelledStopsWithinSeconds() {
    Workshop.Waiting waiting = workshop.waiting();
    Steps cancelling =
        step -> {
          if (step == Step.GRAPH) {
            workshop.part(Builds.class).cancel(waiting.build().tenant(), waiting.build().id());
            sleepUntilInterrupted();
          }
        };

    workshop.worker(cancelling).work(() -> false);

    assertThat(workshop.now(waiting.build()).state()).isEqualTo(BuildState.CANCELLED);
    assertThat(last(waiting).body()).contains("cancelled");
    assertThatThrownBy(() -> open(waiting)).isInstanceOf(StorageException.class);
  }

  @Test
  void aWorkerThatIsToldToEndHandsItsBuildBack() {
    Workshop.Waiting waiting = workshop.waiting();
    AtomicInteger asked = new AtomicInteger();
    Steps closing =
        step -> {
          if (step == Step.GRAPH) {
            asked.set(1);
            sleepUntilInterrupted();
          }
        };

    workshop.worker(closing).work(() -> asked.get() == 1);

    Build handedBack = workshop.now(waiting.build());
    assertThat(handedBack.state()).isEqualTo(BuildState.QUEUED);
    assertThat(handedBack.progress().attemptCount()).isZero();
    assertThat(workshop.worker(Steps.unwatched()).work(() -> false)).isEqualTo(1);
    assertThat(workshop.now(waiting.build()).state()).isEqualTo(BuildState.DONE);
  }

  @Test
  void aRepositoryThatIsDeletedWhileItIsBuiltLeavesNothing() {
    Workshop.Waiting waiting = workshop.waiting();
    Steps deleting =
        step -> {
          if (step == Step.BUILT) {
            workshop
                .part(Repositories.class)
                .remove(waiting.organisation().tenant(), waiting.repository().id());
          }
        };

    workshop.worker(deleting).work(() -> false);

    assertThat(rowsOf(waiting)).isZero();
    assertThat(entries(stored("index", waiting))).isEmpty();
  }

  @Test
  void aBuildThatEndsEveryWorkerIsParked() {
    Workshop.Waiting waiting = workshop.waiting();
    for (int i = 0; i < 5; i++) {
      Waiting.until(() -> killedOnce(), killed -> killed);
      theLeaseHasRunOut(waiting);
    }

    Build parked = endedByAnother(waiting);

    assertThat(parked.state()).isEqualTo(BuildState.FAILED);
    assertThat(parked.failure().orElseThrow().kind()).isEqualTo("parked");
  }

  /** Whether there was a build to be killed at. */
  private static boolean killedOnce() {
    try {
      return workshop.worker(killedAt(Step.TAKEN)).work(() -> false) > 0;
    } catch (Killed e) {
      return true;
    }
  }

  @Test
  void aStoreThatTakesNothingLeavesTheOldWikiAndTheBuildIsTriedAgain() throws IOException {
    Workshop.Waiting first = workshop.waiting();
    workshop.worker(Steps.unwatched()).work(() -> false);
    first.served().write("src/tide/moon.py", "def phase():\n    return 0\n").commit("second");
    Build second = workshop.accept(first.organisation(), first.repository());
    Path wikis = stored("wiki", first);
    Path aside = wikis.resolveSibling("aside");
    Steps breaking =
        step -> {
          if (step == Step.BUILT) {
            move(wikis, aside);
            write(wikis, "no folder any more");
          }
        };

    workshop.worker(breaking).work(() -> false);
    Files.delete(wikis);
    Files.move(aside, wikis);

    Build waits = workshop.now(second);
    assertThat(waits.state()).isEqualTo(BuildState.QUEUED);
    assertThat(waits.progress().attemptCount()).isEqualTo(1);
    try (PinnedGeneration pinned = open(first)) {
      assertThat(pinned.generation().files()).hasSize(3);
    }
    workshop.makeDue(second);
    workshop.worker(Steps.unwatched()).work(() -> false);
    assertThat(workshop.now(second).state()).isEqualTo(BuildState.DONE);
  }

  /** It would be lost after a few minutes, though it has no part in what is wrong. */
  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "repo.lock: Read-only file system"})
  void aBuildThatFindsTheDiskFullOrReadOnlyWaitsWithoutLosingATry(String said) {
    Workshop.Waiting waiting = workshop.waiting();
    Steps filling =
        step -> {
          if (step == Step.GRAPH) {
            throw new java.io.UncheckedIOException(new IOException(said));
          }
        };

    for (int i = 0; i < 6; i++) {
      workshop.worker(filling).work(() -> false);
      workshop.makeDue(waiting.build());
    }

    assertThat(workshop.now(waiting.build()).state()).isEqualTo(BuildState.QUEUED);
    assertThat(workshop.now(waiting.build()).progress().attemptCount()).isZero();
    assertThat(endedByAnother(waiting).state()).isEqualTo(BuildState.DONE);
  }

  @Test
  void aDatabaseThatTakesNothingMoreMeanwhileLosesNoBuild() {
    Workshop.Waiting waiting = workshop.waiting();
    FullDisk disk = FullDisk.of(workshop.server());
    Steps filling =
        step -> {
          if (step == Step.BUILT) {
            disk.fill();
          }
        };
    try {
      assertThatThrownBy(() -> workshop.worker(filling).work(() -> false))
          .isInstanceOf(DataAccessException.class);
    } finally {
      disk.makeRoom();
    }

    assertThat(endedByAnother(waiting).state()).isEqualTo(BuildState.DONE);
    publishedOnce(waiting);
  }

  @Test
  void buildsWaitWhileLittleIsLeftOnTheDisk() {
    Workshop.Waiting waiting = workshop.waiting();
    AtomicLong usable = new AtomicLong(Room.RESERVE_BYTES - 1);
    Worker worker = workshop.worker(usable::get);

    assertThat(worker.work(() -> false)).isZero();
    assertThat(workshop.now(waiting.build()).state()).isEqualTo(BuildState.QUEUED);
    usable.set(Room.RESERVE_BYTES);
    assertThat(worker.work(() -> false)).isEqualTo(1);

    assertThat(workshop.now(waiting.build()).state()).isEqualTo(BuildState.DONE);
  }

  @Test
  void whatIsDamagedIsNamedAndTheNextBuildMakesItAnew() throws IOException {
    Workshop.Waiting waiting = workshop.waiting();
    workshop.worker(Steps.unwatched()).work(() -> false);
    Path page;
    try (PinnedGeneration pinned = open(waiting)) {
      page = pinned.generation().wikiFolder().resolve("index.html");
      Files.delete(page);
      Files.writeString(page, "half");
      assertThatThrownBy(() -> workshop.store().verify(pinned.at()))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining(pinned.at().generation().toString());
    }
    assertThatThrownBy(() -> open(waiting)).hasMessageContaining("damaged");

    Build again = workshop.accept(waiting.organisation(), waiting.repository());
    workshop.worker(Steps.unwatched()).work(() -> false);

    assertThat(workshop.now(again).state()).isEqualTo(BuildState.DONE);
    try (PinnedGeneration pinned = open(waiting)) {
      pinned.generation().verify();
    }
  }

  private static Steps killedAt(Step deadly) {
    return step -> {
      if (step == deadly) {
        throw new Killed();
      }
    };
  }

  private static void sleepUntilInterrupted() {
    try {
      Thread.sleep(30_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }

  /**
   * As when nobody has heard of its worker for hours. Where a lease runs out by itself is tested
   * where a worker is asleep, and with processes.
   */
  private static void theLeaseHasRunOut(Workshop.Waiting waiting) {
    workshop.count(
        "WITH lost AS (UPDATE repository_leases SET expires_at = clock_timestamp()"
            + " - interval '2 hours' WHERE repository_id = :id RETURNING 1)"
            + " SELECT count(*) FROM lost",
        waiting.repository().id().value());
  }

  /** Works as another process would, until the build is over. */
  private static Build endedByAnother(Workshop.Waiting waiting) {
    Worker other = workshop.worker(Steps.unwatched());
    return Waiting.until(
        () -> {
          other.work(() -> false);
          return workshop.now(waiting.build());
        },
        build -> build.state().isFinal());
  }

  private static PinnedGeneration open(Workshop.Waiting waiting) {
    return workshop.store().open(waiting.organisation().tenant(), waiting.repository().id());
  }

  private static void readersSeeAWholeGenerationOrNone(Workshop.Waiting waiting) {
    try (PinnedGeneration pinned = open(waiting)) {
      pinned.generation().verifyDigests();
    } catch (StorageException e) {
      assertThat(e.kind()).isEqualTo(StorageException.Kind.NOT_BUILT);
    }
  }

  private static void publishedOnce(Workshop.Waiting waiting) {
    assertThat(
            workshop.count(
                "SELECT count(*) FROM generations WHERE build_id = :id",
                waiting.build().id().value()))
        .isEqualTo(1);
    assertThat(events(waiting).stream().filter(BuildEvent::isLast)).hasSize(1);
  }

  private static long token(Workshop.Waiting waiting) {
    return workshop.count(
        "SELECT coalesce(max(token), 0) FROM repository_leases WHERE repository_id = :id",
        waiting.repository().id().value());
  }

  private static long rowsOf(Workshop.Waiting waiting) {
    return workshop.count(
        "SELECT (SELECT count(*) FROM builds WHERE repository_id = :id)"
            + " + (SELECT count(*) FROM generations WHERE repository_id = :id)"
            + " + (SELECT count(*) FROM repository_leases WHERE repository_id = :id)",
        waiting.repository().id().value());
  }

  private static List<BuildEvent> events(Workshop.Waiting waiting) {
    return workshop
        .part(BuildEvents.class)
        .after(waiting.build().tenant(), waiting.build().id(), 0, 1_000);
  }

  private static BuildEvent last(Workshop.Waiting waiting) {
    return events(waiting).getLast();
  }

  /** Where generations of a repository are. */
  private static Path stored(String kind, Workshop.Waiting waiting) {
    return folder
        .resolve("storage")
        .resolve(kind)
        .resolve(waiting.organisation().tenant().toString())
        .resolve(waiting.repository().id().toString());
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
