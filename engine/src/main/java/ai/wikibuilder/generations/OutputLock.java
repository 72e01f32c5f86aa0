package ai.wikibuilder.generations;

import java.nio.file.Path;

/**
 * The right to write one output folder, by the file {@code repo.lock} in it. For several threads.
 */
public final class OutputLock implements AutoCloseable {
  private final RepositoryLock.Hold hold;

  private OutputLock(RepositoryLock.Hold hold) {
    this.hold = hold;
  }

  /**
   * Takes the lock at once or not at all.
   *
   * @throws GenerationException of kind {@code LOCKED} naming the process that holds it
   */
  static OutputLock take(Path file) {
    LockFile lock = new LockFile(file);
    return new OutputLock(
        lock.take()
            .orElseThrow(() ->
                new GenerationException(
                    GenerationException.Kind.LOCKED,
                    "another build is writing here"
                        + lock.holder().map(pid -> " (process " + pid + ")").orElse("")
                        + ": "
                        + file.getParent()
                        + ". Wait for it, or build into another folder with --out")));
  }

  /** Fails loudly when the lock is not held any more, which would be a fault of ours. */
  public void assertHeld() {
    if (!hold.renew()) {
      throw new IllegalStateException("the output's lock was let go of");
    }
  }

  @Override
  public void close() {
    hold.close();
  }
}
