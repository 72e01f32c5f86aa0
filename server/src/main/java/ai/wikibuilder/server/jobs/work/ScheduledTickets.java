package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.jobs.Tickets;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.InstantSource;

/** Tickets as tasks of db-scheduler, one for each build. Threads may share it. */
final class ScheduledTickets implements Tickets {
  /** Name of the tasks; their instance is the id of the build, and they carry nothing else. */
  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("build");

  private final SchedulerClient client;
  private final InstantSource clock;

  /**
   * @param client whose connection is that of the thread's transaction
   */
  ScheduledTickets(SchedulerClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public void issue(BuildId build) {
    boolean isNew =
        client.scheduleIfNotExists(TASK.instance(build.toString()).scheduledTo(clock.instant()));
    if (!isNew) {
      throw new IllegalStateException("there is a ticket already for build " + build);
    }
  }
}
