package ai.wikibuilder.models.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/**
 * The rate of a key that this process alone uses.
 *
 * <p>Two buckets fill with time, one of requests, one of tokens, each up to what ten seconds bring.
 * Whoever finds something in both goes, and may leave a debt that has to fill up again: a call of
 * more tokens than a bucket holds waits no longer than it must.
 */
public final class LocalKeyRate implements KeyRate {
  /** Share of a minute's allowance that may be used at once. */
  private static final double BURST = 1.0 / 6;

  /** Longest single wait before looking again. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final Timing timing;
  private final Semaphore places;
  private final Bucket requests;
  private final Bucket tokens;
  private Instant heldUntil = Instant.MIN;

  public LocalKeyRate(RateLimits limits, Timing timing) {
    this.timing = timing;
    this.places = new Semaphore(limits.callsAtOnce(), true);
    Instant now = timing.clock().instant();
    this.requests = new Bucket(limits.requestsPerMinute(), now);
    this.tokens = new Bucket(limits.tokensPerMinute(), now);
  }

  private static final class Bucket {
    private final double perMilli;
    private final double most;
    private double level;
    private Instant filled;

    Bucket(int perMinute, Instant now) {
      this.perMilli = perMinute / 60_000.0;
      this.most = Math.max(1, perMinute * BURST);
      this.level = most;
      this.filled = now;
    }

    /** Milliseconds until something is in it; 0 when there is no limit. */
    long wait(Instant now) {
      if (perMilli == 0) {
        return 0;
      }
      long passed = Math.max(0, Duration.between(filled, now).toMillis());
      level = Math.min(most, level + passed * perMilli);
      filled = now;
      return level >= 1 ? 0 : (long) Math.ceil((1 - level) / perMilli);
    }

    void take(int amount) {
      level -= amount;
    }
  }

  @Override
  public Turn await(int callTokens) throws InterruptedException {
    places.acquire();
    try {
      Duration wait = take(callTokens);
      while (wait.isPositive()) {
        timing.sleeper().sleep(wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN);
        wait = take(callTokens);
      }
      return places::release;
    } catch (InterruptedException | RuntimeException e) {
      places.release();
      throw e;
    }
  }

  /** Takes a turn; a positive time when there is none yet. */
  private synchronized Duration take(int callTokens) {
    Instant now = timing.clock().instant();
    if (now.isBefore(heldUntil)) {
      return Duration.between(now, heldUntil);
    }
    long wait = Math.max(requests.wait(now), tokens.wait(now));
    if (wait == 0) {
      requests.take(1);
      tokens.take(callTokens);
    }
    return Duration.ofMillis(wait);
  }

  @Override
  public synchronized void holdOff(Duration time) {
    Instant until = timing.clock().instant().plus(time);
    heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
  }
}
