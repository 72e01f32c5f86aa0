package ai.wikibuilder.builds;

/** Hears how a build goes on. Called often and from several threads; must be quick. */
public interface BuildListener {
  /** A stage begins; the one before it has ended. */
  void began(Stage stage);

  /** Objects and bytes a fetch has received; {@code objectTotal} is 0 while unknown. */
  void fetched(long objectCount, long objectTotal, long byteCount);

  /** Files of the current stage that are done, and their bytes. */
  void advanced(long fileCount, long fileTotal, long byteCount);

  /** Something the user should know and need not act on, in a sentence. */
  void noted(String sentence);

  /** Hears nothing. */
  static BuildListener silent() {
    return new BuildListener() {
      @Override
      public void began(Stage stage) {}

      @Override
      public void fetched(long objectCount, long objectTotal, long byteCount) {}

      @Override
      public void advanced(long fileCount, long fileTotal, long byteCount) {}

      @Override
      public void noted(String sentence) {}
    };
  }
}
