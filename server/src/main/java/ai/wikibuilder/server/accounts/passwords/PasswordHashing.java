package ai.wikibuilder.server.accounts.passwords;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords with Argon2id at 19 MiB, two passes, one lane: an eighth of a second of one
 * processor. As many at once as there are processors, eight times as many may wait, a second or so,
 * and no more: otherwise wrong logins alone would bring the server down. Threads may share it.
 */
public final class PasswordHashing {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;

  private static final int WAITING_PER_TURN = 8;

  /** Longest time one waits for its turn. */
  private static final long WAIT_SECONDS_MAX = 3;

  private final PasswordEncoder encoder;
  private final int atOnce;
  private final Semaphore turns;
  private final int waitingMax;
  private final AtomicInteger waiting = new AtomicInteger();

  /** Compared with where there is no account, so that both take the same time. */
  private final String nobody;

  /**
   * Makes one.
   *
   * @param atOnce hashes at once, at most the number of processors
   */
  public PasswordHashing(int atOnce) {
    this(atOnce, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES));
  }

  /** The same with hashes of another kind. */
  public PasswordHashing(int atOnce, PasswordEncoder encoder) {
    this.encoder = encoder;
    this.atOnce = atOnce;
    this.turns = new Semaphore(atOnce, true);
    this.waitingMax = WAITING_PER_TURN * atOnce;
    this.nobody = String.valueOf(encoder.encode("a password that nobody has"));
  }

  /** Passwords that wait for their turn. */
  public int waitingCount() {
    return Math.min(waiting.get(), turns.getQueueLength());
  }

  /** Passwords that are being hashed. */
  public int runningCount() {
    return atOnce - turns.availablePermits();
  }

  /** The hash to keep; none when too many are waiting. */
  public Optional<String> hash(String password) {
    return inTurn(() -> String.valueOf(encoder.encode(normal(password))));
  }

  /**
   * Whether the password is the one that was hashed; takes as long when there is no hash, and is
   * false then.
   *
   * @return none when too many are waiting
   */
  public Optional<Boolean> matches(String password, Optional<String> hash) {
    return inTurn(() -> encoder.matches(normal(password), hash.orElse(nobody)) && hash.isPresent());
  }

  private <T> Optional<T> inTurn(Supplier<T> work) {
    if (waiting.incrementAndGet() > waitingMax + turns.availablePermits()) {
      waiting.decrementAndGet();
      return Optional.empty();
    }
    try {
      if (!turns.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      waiting.decrementAndGet();
    }
    try {
      return Optional.of(work.get());
    } finally {
      turns.release();
    }
  }

  /** The same letters from different keyboards are the same password. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
