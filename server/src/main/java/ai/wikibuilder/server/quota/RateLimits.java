package ai.wikibuilder.server.quota;

import ai.wikibuilder.server.telemetry.Metric;
import ai.wikibuilder.server.telemetry.Metrics;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Counts requests in buckets that all servers share, in PostgreSQL. Who was refused is refused
 * again from memory until something is left, so that a flood does not reach the database. Threads
 * may share it.
 */
public final class RateLimits {
  /** Refusals that are remembered; the oldest is forgotten and asked about again. */
  private static final int REFUSED_COUNT_MAX = 10_000;

  /** How long a bucket that is full again is kept. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  /** Questions to the database at once, of all buckets. */
  private static final int TURN_COUNT = 64;

  /** Longest wait for a turn. */
  private static final Duration TURN_WAIT_MAX = Duration.ofSeconds(3);

  private final PostgreSQLSelectForUpdateBasedProxyManager<Long> buckets;
  private final Metrics metrics;

  /**
   * One question about a bucket at a time: those of a flood would else wait in the database for the
   * same row, each with a connection, until nobody else gets one.
   */
  private final List<ReentrantLock> turns =
      Stream.generate(ReentrantLock::new).limit(TURN_COUNT).toList();

  private final Map<Long, Long> refusedUntilNanos =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
          return size() > REFUSED_COUNT_MAX;
        }
      };

  public RateLimits(DataSource application, Metrics metrics) {
    this.metrics = metrics;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(application)
            .table("rate_buckets")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
            .build();
  }

  /**
   * What became of a request.
   *
   * @param remaining requests that would be let in now
   * @param until time until one more is; zero when this one was let in
   */
  public record Outcome(boolean letIn, long remaining, Duration until) {}

  /**
   * Counts one request of whoever the key stands for.
   *
   * @throws org.springframework.dao.DataAccessException when the database does not take it
   */
  public Outcome count(RateLimit limit, String key) {
    Outcome outcome = counted(limit, key);
    if (!outcome.letIn()) {
      metrics.count(Metric.RATE_REFUSALS, limit.name());
    }
    return outcome;
  }

  /**
   * What whoever was refused a moment ago is answered; none where the next may be let in. Counts
   * nothing and does not ask the database.
   */
  public Optional<Outcome> refusal(RateLimit limit, String key) {
    Optional<Outcome> refused = remembered(id(limit, key));
    if (refused.isPresent()) {
      metrics.count(Metric.RATE_REFUSALS, limit.name());
    }
    return refused;
  }

  private Outcome counted(RateLimit limit, String key) {
    long id = id(limit, key);
    Optional<Outcome> refused = remembered(id);
    if (refused.isPresent()) {
      return refused.get();
    }
    ReentrantLock turn = turns.get(Math.floorMod(id, turns.size()));
    try {
      if (!turn.tryLock(TURN_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Outcome(false, 0, TURN_WAIT_MAX);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(false, 0, TURN_WAIT_MAX);
    }
    try {
      // whoever had the turn before may have been refused
      return remembered(id).orElseGet(() -> ask(id, limit));
    } finally {
      turn.unlock();
    }
  }

  private Optional<Outcome> remembered(long id) {
    long now = System.nanoTime();
    synchronized (refusedUntilNanos) {
      Long until = refusedUntilNanos.get(id);
      if (until != null && until - now > 0) {
        return Optional.of(new Outcome(false, 0, Duration.ofNanos(until - now)));
      }
      refusedUntilNanos.remove(id);
      return Optional.empty();
    }
  }

  private Outcome ask(long id, RateLimit limit) {
    long now = System.nanoTime();
    ConsumptionProbe probe;
    try {
      probe =
          buckets.builder().build(id, () -> configuration(limit)).tryConsumeAndReturnRemaining(1);
    } catch (BucketExceptions.BucketExecutionException e) {
      // as from every other access to the database, so that its outages are told by one rule
      throw new DataAccessResourceFailureException("expected to count a request of " + limit, e);
    }
    if (probe.isConsumed()) {
      return new Outcome(true, probe.getRemainingTokens(), Duration.ZERO);
    }
    synchronized (refusedUntilNanos) {
      refusedUntilNanos.put(id, now + probe.getNanosToWaitForRefill());
    }
    return new Outcome(false, 0, Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private static BucketConfiguration configuration(RateLimit limit) {
    return BucketConfiguration.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(limit.count())
                .refillGreedy(limit.count(), limit.period())
                .build())
        .build();
  }

  /** Forgets buckets that are full again, so many at most; returns how many there were. */
  public int forgetExpired(int most) {
    return buckets.removeExpired(most);
  }

  /** The first eight bytes of a hash: two keys that meet share a bucket, and nothing else. */
  private static long id(RateLimit limit, String key) {
    try {
      String text = limit.name() + "/" + limit.count() + "/" + key;
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
