package ai.wikibuilder.generations;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.generations.RepositoryLock.Hold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a lock of a repository is, whatever it is made of. */
public abstract class RepositoryLockContract {
  private static final int CONTENDER_COUNT = 6;

  /** The lock of one and the same repository, as one more contender has it. */
  protected abstract RepositoryLock contender() throws Exception;

  /**
   * Has somebody take the right and die with it.
   *
   * @return that one's token; the right is free on return
   */
  protected abstract long takenByOneThatDies() throws Exception;

  @Test
  void oneHasItAtATime() throws Exception {
    RepositoryLock one = contender();
    RepositoryLock other = contender();

    try (Hold held = one.take().orElseThrow()) {
      assertThat(held.renew()).isTrue();
      assertThat(other.take()).isEmpty();
      assertThat(one.take()).isEmpty();
      assertThat(held.renew()).isTrue();
    }
  }

  @Test
  void whatIsLetGoOfIsTheNextOnes() throws Exception {
    Hold first = contender().take().orElseThrow();
    first.close();
    assertThat(first.renew()).isFalse();

    try (Hold second = contender().take().orElseThrow()) {
      first.close(); // too late to do any harm

      assertThat(second.token()).isGreaterThan(first.token());
      assertThat(second.renew()).isTrue();
      assertThat(first.renew()).isFalse();
      assertThat(contender().take()).isEmpty();
    }
  }

  @Test
  void tokensGrowWhoeverTakesIt() throws Exception {
    List<RepositoryLock> contenders = List.of(contender(), contender(), contender());
    long last = 0;
    for (int i = 0; i < 30; i++) {
      try (Hold held = contenders.get(i % contenders.size()).take().orElseThrow()) {
        assertThat(held.token()).isGreaterThan(last);
        last = held.token();
      }
    }
  }

  @Test
  void ofManyAtOnceOneGetsIt() throws Exception {
    List<Callable<Optional<Hold>>> contenders = new ArrayList<>();
    for (int i = 0; i < CONTENDER_COUNT; i++) {
      contenders.add(contender()::take);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(CONTENDER_COUNT)) {
      for (int round = 0; round < 20; round++) {
        List<Hold> holds = new ArrayList<>();
        for (Future<Optional<Hold>> one : threads.invokeAll(contenders)) {
          one.get().ifPresent(holds::add);
        }
        assertThat(holds).hasSize(1);
        holds.getFirst().close();
      }
    }
  }

  @Test
  void whatADeadOneHeldIsTheNextOnesUnderALargerToken() throws Exception {
    long token = takenByOneThatDies();

    try (Hold next = contender().take().orElseThrow()) {
      assertThat(next.token()).isGreaterThan(token);
    }
  }
}
