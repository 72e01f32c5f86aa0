package ai.wikibuilder.source;

/** Hears how a source is opened; called from the opening thread. */
@FunctionalInterface
public interface FetchProgress {
  /**
   * More of a fetch has arrived; called often.
   *
   * @param objectCount objects received so far
   * @param objectTotal objects announced, 0 while unknown
   * @param byteCount bytes received so far
   */
  void received(long objectCount, long objectTotal, long byteCount);

  /**
   * It is known which commit is shown, before its files are listed; not called without git.
   *
   * @param commit its id; a work tree may hold changes beside it
   */
  default void found(String commit) {}
}
