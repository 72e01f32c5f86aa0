package ai.wikibuilder.models.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A clock that moves when somebody sleeps, and only then. May be shared by threads. */
public final class ManualTime extends Clock {
  private final Random random;
  private final List<Duration> slept = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");

  public ManualTime(long seed) {
    random = new Random(seed);
  }

  /** The gate's view of it. */
  public Timing timing() {
    return new Timing(
        this,
        time -> {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          pass(time);
        },
        random);
  }

  /** Lets time pass. */
  public synchronized void pass(Duration time) {
    slept.add(time);
    now = now.plus(time);
  }

  /** Every sleep so far. */
  public synchronized List<Duration> slept() {
    return List.copyOf(slept);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("there is one zone here");
  }
}
