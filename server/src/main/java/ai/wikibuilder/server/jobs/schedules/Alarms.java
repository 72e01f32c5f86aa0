package ai.wikibuilder.server.jobs.schedules;

import ai.wikibuilder.server.repositories.RepositoryId;
import java.time.Instant;

/** Wakes a worker for a repository at a time. */
public interface Alarms {
  /** Sets the alarm, in place of the one before; in the transaction of the thread. */
  void set(RepositoryId repository, Instant at);
}
