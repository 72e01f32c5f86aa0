package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.telemetry.Metric;
import ai.wikibuilder.server.telemetry.Metrics;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the queue of builds is, for whoever watches over the installation: one statement when
 * somebody reads, kept for a few seconds. The transaction is the system's: numbers are of all
 * tenants and name none. Threads may share it.
 */
final class QueueNumbers {
  private static final Logger LOG = LoggerFactory.getLogger(QueueNumbers.class);

  /** One reading asks for three numbers, and several may read. */
  private static final long KEPT_NANOS = 5_000_000_000L;

  private final SystemTransactions system;
  private final AtomicReference<Numbers> last =
      new AtomicReference<>(new Numbers(System.nanoTime() - KEPT_NANOS, 0, 0, 0));

  private record Numbers(long atNanos, double waiting, double running, double oldestSeconds) {}

  QueueNumbers(SystemTransactions system) {
    this.system = system;
  }

  void showIn(Metrics metrics) {
    metrics.watch(Metric.BUILDS_WAITING, () -> now(Numbers::waiting));
    metrics.watch(Metric.BUILDS_RUNNING, () -> now(Numbers::running));
    metrics.watch(Metric.BUILDS_OLDEST_WAITING_SECONDS, () -> now(Numbers::oldestSeconds));
  }

  private double now(ToDoubleFunction<Numbers> number) {
    Numbers known = last.get();
    if (System.nanoTime() - known.atNanos() < KEPT_NANOS) {
      return number.applyAsDouble(known);
    }
    Numbers asked = asked();
    last.set(asked);
    return number.applyAsDouble(asked);
  }

  private Numbers asked() {
    try {
      return system.run(rows ->
          rows.sql(
                  """
                  SELECT count(*) FILTER (WHERE state = 'queued') AS waiting,
                    count(*) FILTER (WHERE state = 'running') AS running,
                    coalesce(extract(epoch FROM clock_timestamp() - min(created_at)
                      FILTER (WHERE state = 'queued' AND not_before <= clock_timestamp())), 0)
                      AS oldest
                  FROM builds WHERE state IN ('queued', 'running')
                  """)
              .query((row, _) ->
                  new Numbers(
                      System.nanoTime(),
                      row.getDouble("waiting"),
                      row.getDouble("running"),
                      row.getDouble("oldest")))
              .single());
    } catch (RuntimeException e) {
      LOG.warn("queue not counted kind={}", e.getClass().getSimpleName());
      return new Numbers(System.nanoTime(), Double.NaN, Double.NaN, Double.NaN);
    }
  }
}
