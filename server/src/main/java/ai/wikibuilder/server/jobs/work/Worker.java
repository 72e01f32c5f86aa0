package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.JobSettings;
import ai.wikibuilder.server.jobs.work.Failures.Failed;
import ai.wikibuilder.server.jobs.work.HeldBuilds.Ending;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
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

  private final Turns turns;
  private final HeldBuilds builds;
  private final BuildRun run;
  private final JobSettings settings;
  private final Steps steps;
  private final RandomGenerator random;

  /** What a worker stands on. */
  record Parts(
      Turns turns, HeldBuilds builds, BuildRun run, JobSettings settings, SecureRandom random) {}

  Worker(Parts parts, Steps steps) {
    this.turns = parts.turns();
    this.builds = parts.builds();
    this.run = parts.run();
    this.settings = parts.settings();
    this.random = parts.random();
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
      Optional<Turn> turn = turns.take();
      if (turn.isEmpty()) {
        return taken;
      }
      taken++;
      doBuild(turn.get(), isClosing);
    }
    return taken;
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
        case BuildRun.Outcome.Ended(BuildState state) ->
            LOG.info("build ended id={} state={}", turn.build().id(), state.word());
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
      case CLOSING -> builds.putBack(turn, Duration.ZERO, false);
      case BEHIND -> builds.putBack(turn, BEHIND, false);
      case LOST -> {
        // Another worker's, or gone with its repository: nothing of it is this one's to change.
      }
    }
  }

  private void failed(Turn turn, Failed failed) {
    int attempt = turn.build().progress().attemptCount();
    if (!failed.isPassing() || attempt >= ATTEMPT_COUNT_MAX) {
      end(turn, Ending.failed(failed.failure()));
      return;
    }
    long millis = WAIT.toMillis() << (attempt - 1);
    builds.putBack(turn, Duration.ofMillis(millis / 2 + random.nextLong(millis)), true);
  }

  private void end(Turn turn, Ending ending) {
    if (!builds.end(turn, ending)) {
      LOG.info("build was another's by then id={}", turn.build().id());
    }
  }
}
