package ai.wikibuilder.graph.imports;

/** Leads from a module's name to a file. Implementations may keep answers; not safe for threads. */
public interface ModuleFinder {
  /** No file of the repository has the name, or several have and nothing tells them apart. */
  int NONE = -1;

  /** Takes notice of an import before any is followed; called for all imports of a snapshot. */
  default void learn(int from, String module) {
    // most modules are named so that nothing needs to be learned
  }

  /**
   * The file a module's name means.
   *
   * @param from the file that names it
   * @param module as the import says it, {@code ::} and {@code \} written as dots
   */
  int file(int from, String module);
}
