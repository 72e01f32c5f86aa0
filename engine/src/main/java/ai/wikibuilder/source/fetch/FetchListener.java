package ai.wikibuilder.source.fetch;

/** Hears how a fetch goes on; called from the fetching thread, often. */
@FunctionalInterface
public interface FetchListener {
  /**
   * More has arrived.
   *
   * @param objectCount objects received so far
   * @param objectTotal objects announced, 0 while unknown
   * @param byteCount bytes received so far
   */
  void received(long objectCount, long objectTotal, long byteCount);
}
