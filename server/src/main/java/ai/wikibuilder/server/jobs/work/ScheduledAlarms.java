package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.schedules.Alarms;
import ai.wikibuilder.server.repositories.RepositoryId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;

/** Alarms as tasks of db-scheduler, one for each repository. Threads may share it. */
final class ScheduledAlarms implements Alarms {
  /** Name of the tasks; their instance is the id of the repository, and they carry nothing else. */
  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("refresh");

  private final SchedulerClient client;

  /**
   * @param client whose connection is that of the thread's transaction
   */
  ScheduledAlarms(SchedulerClient client) {
    this.client = client;
  }

  @Override
  public void set(RepositoryId repository, Instant at) {
    String name = repository.value().toString();
    if (client.scheduleIfNotExists(TASK.instance(name).scheduledTo(at))) {
      return;
    }
    try {
      boolean _ = client.reschedule(TaskInstanceId.of(TASK.getTaskName(), name), at);
    } catch (TaskInstanceCurrentlyExecutingException e) {
      // It rings just now, and is set by what it finds.
    }
  }
}
