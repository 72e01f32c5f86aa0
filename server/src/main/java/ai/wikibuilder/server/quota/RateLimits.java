package ai.wikibuilder.server.quota;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
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
import java.util.Map;
import javax.sql.DataSource;

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

  private final PostgreSQLSelectForUpdateBasedProxyManager<Long> buckets;

  private final Map<Long, Long> refusedUntilNanos =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
          return size() > REFUSED_COUNT_MAX;
        }
      };

  public RateLimits(DataSource application) {
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

  /** Counts one request of whoever the key stands for. */
  public Outcome count(RateLimit limit, String key) {
    long id = id(limit, key);
    long now = System.nanoTime();
    synchronized (refusedUntilNanos) {
      Long until = refusedUntilNanos.get(id);
      if (until != null && until - now > 0) {
        return new Outcome(false, 0, Duration.ofNanos(until - now));
      }
      refusedUntilNanos.remove(id);
    }
    ConsumptionProbe probe =
        buckets.builder().build(id, () -> configuration(limit)).tryConsumeAndReturnRemaining(1);
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
