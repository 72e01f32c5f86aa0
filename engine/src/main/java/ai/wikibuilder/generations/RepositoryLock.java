package ai.wikibuilder.generations;

import java.util.Optional;

/**
 * Gives one at a time the right to build one repository. Threads may share it. A file does where
 * one machine works alone ({@link LockFile}), a lease in a database where several do.
 *
 * <p>A lock keeps two from doing the same work. What keeps a result from being published twice is
 * the token, which grows with every holder and is named when a result is published: a holder that
 * slept through the loss of its right may believe for a while that it has it.
 */
public interface RepositoryLock {
  /**
   * Takes the right at once or not at all.
   *
   * @return empty while somebody has it, this very process included
   */
  Optional<Hold> take();

  /** The right, until it is closed or lost. Threads may share it. */
  interface Hold extends AutoCloseable {
    /** Larger than that of every holder before. */
    long token();

    /**
     * Says that the holder is still there.
     *
     * @return false when the right is lost, or let go of
     */
    boolean renew();

    /** Lets go; nothing happens when it is lost already. */
    @Override
    void close();
  }
}
