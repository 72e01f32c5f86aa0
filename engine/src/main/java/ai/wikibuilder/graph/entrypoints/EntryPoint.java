package ai.wikibuilder.graph.entrypoints;

/**
 * A place where the repository is entered from outside. Immutable.
 *
 * @param name what it is called from outside: {@code GET /parcels}, a command's name, or the name
 *     of the function or file that starts
 * @param line 1-based
 * @param symbol ordinal of the function in its file, or -1
 */
public record EntryPoint(Kind kind, String name, String path, int line, int symbol) {

  /** How it is entered. */
  public enum Kind {
    /** A program starts here. */
    MAIN,
    /** A request over HTTP is answered here. */
    ROUTE,
    /** A command typed by people. */
    COMMAND,
    /** A clock starts it. */
    SCHEDULED
  }
}
