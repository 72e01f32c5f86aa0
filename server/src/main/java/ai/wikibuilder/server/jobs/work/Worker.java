package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.JobSettings;
import ai.wikibuilder.server.jobs.work.Failures.Failed;
import ai.wikibuilder.server.jobs.work.HeldBuilds.Ending;
import ai.wikibuilder.server.jobs.work.HeldBuilds.Reason;
import ai.wikibuilder.server.storage.Room;
import ai.wikibuilder.server.telemetry.Metric;
import ai.wikibuilder.server.telemetry.Metrics;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the builds whose turn it is, one after the other on the caller's thread. Threads may share
 * it, each with a build of its own.
 */
final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /** Workers that may take one build: after that it has failed for good. */
  private static final int ATTEMPT_COUNT_MAX = 5;

  /** Before the second try; doubled before each further one. */
  private static final Duration WAIT = Duration.ofSeconds(10);

  /** Until a build is looked at again that waits for another of the same repository. */
  private static final Duration BEHIND = Duration.ofSeconds(1);

  /** Until a build is tried again that stopped for want of room, or of the database. */
  private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

  /** How long after it was asked for a build waits for the installation to be mended. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final Turns turns;
  private final HeldBuilds builds;
  private final BuildRun run;
  private final JobSettings settings;
  private final Steps steps;
  private final RandomGenerator random;
  private final Clock clock;
  private final Room room;
  private final Metrics metrics;
  private final AtomicBoolean isFull = new AtomicBoolean();

  /** What a worker stands on. */
  record Parts(
      Turns turns,
      HeldBuilds builds,
      BuildRun run,
      JobSettings settings,
      SecureRandom random,
      Clock clock,
      Room room,
      Metrics metrics) {}

  Worker(Parts parts, Steps steps) {
    this.turns = parts.turns();
    this.builds = parts.builds();
    this.run = parts.run();
    this.settings = parts.settings();
    this.random = parts.random();
    this.clock = parts.clock();
    this.room = parts.room();
    this.metrics = parts.metrics();
    this.steps = steps;
  }

  /**
   * Works until nothing is to be done now.
   *
   * @param isClosing whether this process is told to end: then the build that runs is handed back
   * @return builds that were taken
   */
  int work(BooleanSupplier isClosing) {
    int taken = 0;
    while (!isClosing.getAsBoolean()) {
      if (!isRoom()) {
        return taken;
      }
      Optional<Turn> turn = turns.take();
      if (turn.isEmpty()) {
        return taken;
      }
      taken++;
      doBuild(turn.get(), isClosing);
    }
    return taken;
  }

  /** Whether a build may begin; a change is said once. */
  private boolean isRoom() {
    boolean there = room.isThere();
    if (isFull.compareAndSet(there, !there)) {
      if (there) {
        LOG.info("room for builds again");
      } else {
        LOG.error(
            "no room for builds, they wait usableBytes={} reserveBytes={}",
            room.usableBytes(),
            Room.RESERVE_BYTES);
      }
    }
    return there;
  }

  /** Not released in a finally block: after an error nobody knows what this process still does. */
  private void doBuild(Turn turn, BooleanSupplier isClosing) {
    LOG.info(
        "build taken id={} attempt={}", turn.build().id(), turn.build().progress().attemptCount());
    steps.reached(Step.TAKEN);
    if (turn.build().progress().attemptCount() > ATTEMPT_COUNT_MAX) {
      end(turn, Ending.failed(Failures.parked()));
    } else {
      tryBuild(turn, isClosing);
    }
    turn.hold().close();
    steps.reached(Step.RELEASED);
  }

  private void tryBuild(Turn turn, BooleanSupplier isClosing) {
    try {
      BuildRun.Outcome outcome = run.run(turn, new Watch.Lease(settings.lease(), isClosing), steps);
      switch (outcome) {
        case BuildRun.Outcome.Ended(BuildState state) -> {
          metrics.count(Metric.BUILDS_ENDED, state.word());
          LOG.info("build ended id={} state={}", turn.build().id(), state.word());
        }
        case BuildRun.Outcome.Stopped(Watch.Stop reason) -> stopped(turn, reason);
      }
    } catch (RuntimeException e) {
      Failed failed = Failures.of(e);
      LOG.warn("build failed id={} kind={}", turn.build().id(), failed.failure().kind(), e);
      failed(turn, failed);
    }
  }

  private void stopped(Turn turn, Watch.Stop reason) {
    LOG.info("build stopped id={} reason={}", turn.build().id(), reason);
    switch (reason) {
      case CANCELLED -> end(turn, Ending.cancelled());
      case CLOSING -> {
        builds.putBack(turn, Duration.ZERO, new Reason.Stopped());
        metrics.count(Metric.BUILDS_PUT_BACK, "closing");
      }
      case BEHIND -> {
        builds.putBack(turn, BEHIND, new Reason.Stopped());
        metrics.count(Metric.BUILDS_PUT_BACK, "behind");
      }
      case LOST -> {
        metrics.count(Metric.LEASES_LOST);
        // Another worker's, or gone with its repository: nothing of it is this one's to change.
      }
    }
  }

  private void failed(Turn turn, Failed failed) {
    switch (failed.again()) {
      case NEVER -> end(turn, Ending.failed(failed.failure()));
      case COUNTED -> {
        int attempt = turn.build().progress().attemptCount();
        if (attempt >= ATTEMPT_COUNT_MAX) {
          end(turn, Ending.failed(failed.failure()));
        } else {
          Reason tried = new Reason.Tried(failed.failure());
          builds.putBack(turn, varied(WAIT.toMillis() << (attempt - 1)), tried);
          metrics.count(Metric.BUILDS_PUT_BACK, "again");
        }
      }
      case WHEN_MENDED -> {
        if (turn.build().times().createdAt().plus(PATIENCE).isBefore(clock.instant())) {
          end(turn, Ending.failed(failed.failure()));
        } else {
          Reason hindered = new Reason.Hindered(failed.failure());
          builds.putBack(turn, varied(UNTIL_MENDED.toMillis()), hindered);
          metrics.count(Metric.BUILDS_PUT_BACK, "mended");
        }
      }
    }
  }

  /** So that not all come back at once. */
  private Duration varied(long millis) {
    return Duration.ofMillis(millis / 2 + random.nextLong(millis));
  }

  private void end(Turn turn, Ending ending) {
    if (builds.end(turn, ending)) {
      metrics.count(Metric.BUILDS_ENDED, ending.state().word());
    } else {
      LOG.info("build was another's by then id={}", turn.build().id());
    }
  }
}
