package ai.wikibuilder.models.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CallsUnderWayTest {
  private final CallsUnderWay calls = new CallsUnderWay();
  private final KeyRate free =
      new LocalKeyRate(new RateLimits(0, 0, 9), new ManualTime(1).timing());
  private final KeyRate chat = calls.counting(free);
  private final KeyRate vectors = calls.counting(free);

  @Test
  void callsOfEveryKeyAreCountedUntilTheyEnd() throws Exception {
    KeyRate.Turn first = chat.await(10);
    KeyRate.Turn second = vectors.await(10);
    assertThat(calls.count()).isEqualTo(2);

    first.close();
    second.close();

    assertThat(calls.count()).isZero();
    calls.awaitNone(Duration.ofDays(1));
  }

  @Test
  void whoeverWantsToBeginAfterTheLastWaitsUntilItIsInterrupted() throws Exception {
    KeyRate.Turn underWay = chat.await(10);
    calls.beginNoMore();
    CountDownLatch started = new CountDownLatch(1);
    AtomicReference<String> became = new AtomicReference<>("");
    Thread late =
        Thread.ofVirtual()
            .start(() -> {
              started.countDown();
              try {
                chat.await(10);
                became.set("began");
              } catch (InterruptedException e) {
                became.set("interrupted");
              }
            });
    assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

    underWay.close();
    calls.awaitNone(Duration.ofSeconds(10));

    assertThat(calls.count()).isZero();
    assertThat(became.get()).isEmpty();
    late.interrupt();
    late.join();
    assertThat(became.get()).isEqualTo("interrupted");
  }

  @Test
  void waitingForCallsHasAnEnd() throws Exception {
    KeyRate.Turn _ = chat.await(10);

    calls.awaitNone(Duration.ofMillis(20));
    Thread.currentThread().interrupt();

    assertThat(calls.count()).isEqualTo(1);
    assertThatThrownBy(() -> calls.awaitNone(Duration.ofDays(1)))
        .isInstanceOf(InterruptedException.class);
  }
}
