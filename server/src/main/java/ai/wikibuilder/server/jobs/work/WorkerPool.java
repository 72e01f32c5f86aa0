package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.jobs.JobSettings;
import ai.wikibuilder.server.jobs.NightlyWork;
import ai.wikibuilder.server.jobs.schedules.Schedules;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.Sweep;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The threads of a worker: db-scheduler hands them tickets, each then works until nothing is to be
 * done. A ticket stays until its build has ended, so that a build whose worker is lost has one.
 *
 * <p>Closing lets builds that run be handed back to the queue.
 */
final class WorkerPool implements AutoCloseable {
  /** db-scheduler takes a ticket from a process it has not heard of for this many beats. */
  private static final int BEATS_MISSED_MAX = 4;

  /** Until a ticket looks again whose build waits for a turn; another ticket comes to it first. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  /** Between two looks for folders that no row knows; one worker of all has it at a time. */
  private static final Duration SWEEPING = Duration.ofMinutes(5);

  private static final TaskDescriptor<Void> SWEEP = TaskDescriptor.of("sweep");

  /** Until a ticket looks again after the database failed it. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  /** How long closing waits for builds to be handed back. */
  private static final Duration CLOSING_MAX = Duration.ofSeconds(15);

  /** When nobody is thought to read. */
  private static final LocalTime NIGHT = LocalTime.of(3, 0);

  /** One may be at the nightly work for long; the other rings alarms meanwhile. */
  private static final int UPKEEP_THREADS = 2;

  /** Between two looks for what is to be done beside builds. */
  private static final Duration UPKEEP_POLLING = Duration.ofSeconds(20);

  /**
   * The two schedulers share a table and know each other's tasks as none they could run: for good.
   */
  private static final Duration UNKNOWN_KEPT = Duration.ofDays(36_500);

  private final Worker worker;
  private final OpenBuilds open;
  private final Schedules schedules;
  private final Scheduler scheduler;

  /** Apart from builds, which may take every thread of the other for hours. */
  private final Scheduler upkeep;

  /** What is done in it. */
  record Parts(
      Worker worker, OpenBuilds open, Sweep sweep, List<NightlyWork> nightly, Schedules schedules) {
    Parts {
      nightly = List.copyOf(nightly);
    }
  }

  WorkerPool(Parts parts, DataSource application, JobSettings settings) {
    this.worker = parts.worker();
    this.open = parts.open();
    this.schedules = parts.schedules();
    FailureHandler<Void> later =
        (complete, operations) ->
            operations.reschedule(complete, complete.getTimeDone().plus(AFTER_FAILURE));
    SchedulerBuilder builder =
        Scheduler.create(
            application,
            List.of(
                Tasks.custom(ScheduledTickets.TASK)
                    .onFailure(later)
                    .onDeadExecutionRevive()
                    .execute(this::use)));
    this.scheduler =
        builder
            .schedulerName(new SchedulerName.Fixed("worker-" + UUID.randomUUID()))
            .threads(settings.buildsAtOnce())
            .pollingInterval(settings.polling())
            .heartbeatInterval(settings.lease().dividedBy(BEATS_MISSED_MAX))
            .missedHeartbeatsLimit(BEATS_MISSED_MAX)
            .shutdownMaxWait(CLOSING_MAX)
            .deleteUnresolvedAfter(UNKNOWN_KEPT)
            .build();
    this.upkeep = upkeep(parts, application, later);
  }

  /**
   * For what is short or can wait: a thousand refreshes that are due at once ask for their builds
   * here, and take no thread from builds of others meanwhile.
   */
  private Scheduler upkeep(Parts parts, DataSource application, FailureHandler<Void> later) {
    List<RecurringTask<Void>> tasks = new ArrayList<>();
    tasks.add(
        Tasks.recurring(SWEEP, FixedDelay.of(SWEEPING)).execute((_, _) -> parts.sweep().sweep()));
    for (NightlyWork work : parts.nightly()) {
      tasks.add(
          Tasks.recurring(TaskDescriptor.of(work.name()), new Daily(ZoneOffset.UTC, NIGHT))
              .execute((_, _) -> work.work().run()));
    }
    CustomTask<Void> alarms =
        Tasks.custom(ScheduledAlarms.TASK)
            .onFailure(later)
            .onDeadExecutionRevive()
            .execute((alarm, _) -> ring(alarm));
    return Scheduler.create(application, alarms)
        .schedulerName(new SchedulerName.Fixed("upkeep-" + UUID.randomUUID()))
        .threads(UPKEEP_THREADS)
        .pollingInterval(UPKEEP_POLLING)
        .shutdownMaxWait(CLOSING_MAX)
        .deleteUnresolvedAfter(UNKNOWN_KEPT)
        .startTasks(tasks)
        .build();
  }

  void start() {
    scheduler.start();
    upkeep.start();
  }

  private CompletionHandler<Void> use(TaskInstance<Void> ticket, ExecutionContext context) {
    int _ = worker.work(() -> context.getSchedulerState().isShuttingDown());
    Optional<Instant> next = open.due(new BuildId(UUID.fromString(ticket.getId())), LOOK_AGAIN);
    return next.<CompletionHandler<Void>>map(
            at -> (complete, operations) -> operations.reschedule(complete, at))
        .orElseGet(CompletionHandler.OnCompleteRemove::new);
  }

  private CompletionHandler<Void> ring(TaskInstance<Void> alarm) {
    RepositoryId repository = new RepositoryId(UUID.fromString(alarm.getId()));
    Optional<Instant> next = schedules.ring(repository);
    return next.<CompletionHandler<Void>>map(
            at -> (complete, operations) -> operations.reschedule(complete, at))
        .orElseGet(CompletionHandler.OnCompleteRemove::new);
  }

  @Override
  public void close() {
    upkeep.stop();
    scheduler.stop();
  }
}
