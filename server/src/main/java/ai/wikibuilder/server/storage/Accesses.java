package ai.wikibuilder.server.storage;

import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down when a repository was last read, to the hour: of a thousand reads one is a write, and
 * no reader waits for it. What could not be written is written with the next read. Threads may
 * share it. The transaction is the system's, since what is read may be all tenants'.
 */
final class Accesses {
  /** Within it a second read is not written down. */
  static final Duration COARSE = Duration.ofHours(1);

  /** Repositories that are remembered; the one that is forgotten costs one more write. */
  private static final int REMEMBERED_COUNT_MAX = 20_000;

  /** Writes at once; with more under way a read is left to the next one. */
  private static final int WRITE_COUNT_MAX = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Accesses.class);

  private final SystemTransactions system;
  private final InstantSource clock;
  private final Semaphore writing = new Semaphore(WRITE_COUNT_MAX);
  private final Map<RepositoryId, Instant> written =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RepositoryId, Instant> eldest) {
          return size() > REMEMBERED_COUNT_MAX;
        }
      };

  Accesses(SystemTransactions system, InstantSource clock) {
    this.system = system;
    this.clock = clock;
  }

  /** Somebody reads it now. */
  void note(RepositoryId repository) {
    Instant now = clock.instant();
    synchronized (written) {
      Instant last = written.get(repository);
      if ((last != null && now.isBefore(last.plus(COARSE))) || !writing.tryAcquire()) {
        return;
      }
      written.put(repository, now);
    }
    Thread.ofVirtual().name("access").start(() -> write(repository, now));
  }

  private void write(RepositoryId repository, Instant now) {
    try {
      system.run(rows ->
          rows.sql(
                  """
                  UPDATE repositories SET last_accessed_at = :now
                  WHERE id = :id AND (last_accessed_at IS NULL OR last_accessed_at < :now)
                  """)
              .param("now", now.atOffset(ZoneOffset.UTC))
              .param("id", repository.value())
              .update());
    } catch (RuntimeException e) {
      LOG.warn("access not written kind={}", e.getClass().getSimpleName());
      synchronized (written) {
        written.remove(repository);
      }
    } finally {
      writing.release();
    }
  }
}
