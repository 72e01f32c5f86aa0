package ai.wikibuilder.builds.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadingTest {
  private final AtomicInteger loads = new AtomicInteger();
  private final CountDownLatch loaded = new CountDownLatch(1);

  private int load() {
    int load = loads.incrementAndGet();
    loaded.countDown();
    return load;
  }

  @Test
  void nothingIsLoadedUntilItIsBegunOrAskedFor() throws InterruptedException {
    Loading<Integer> loading = new Loading<>(this::load);
    assertThat(loads).hasValue(0);

    loading.begin();

    assertThat(loaded.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whateverAsksForItItIsLoadedOnce() {
    Loading<Integer> loading = new Loading<>(this::load);

    loading.begin();
    loading.begin();

    assertThat(loading.get()).isEqualTo(1);
    assertThat(loading.get()).isEqualTo(1);
  }

  @Test
  void whoeverAsksIsToldWhatFailed() {
    Loading<Integer> loading =
        new Loading<>(() -> {
          throw new IllegalArgumentException("damaged");
        });

    loading.begin();

    assertThatThrownBy(loading::get)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("damaged");
  }
}
