package ai.wikibuilder.graph.entrypoints;

/**
 * A place where the repository is entered from outside. Immutable.
 *
 * @param name what it is called from outside: {@code GET /parcels}, a command's name, when a clock
 *     starts it, or the name of the function or file that starts
 * @param handler the function or type that answers, as written; empty when the line names none
 * @param line 1-based
 * @param symbol ordinal of the handler in its file, or -1
 */
public record EntryPoint(
    Kind kind, String name, String handler, String path, int line, int symbol) {

  /** How it is entered. */
  public enum Kind {
    /** A program starts here. */
    MAIN,
    /** A request over HTTP is answered here. */
    ROUTE,
    /** A command typed by people. */
    COMMAND,
    /** A clock starts it. */
    SCHEDULED,
    /** A file that its system runs by itself, told by its first line. */
    SCRIPT,
    /** Offered to other code by name. */
    EXPORT
  }

  /** The verb of a route, empty when every verb is answered and for other kinds. */
  public String verb() {
    int blank = name.indexOf(' ');
    return kind == Kind.ROUTE && blank > 0 ? name.substring(0, blank) : "";
  }

  /** The path of a route or the name of anything else. */
  public String target() {
    return verb().isEmpty() ? name : name.substring(verb().length() + 1);
  }

  /** The same route with a path before its own. */
  EntryPoint below(String prefix) {
    String path = join(prefix, target());
    String whole = verb().isEmpty() ? path : verb() + " " + path;
    boolean open = whole.length() > 1 && whole.endsWith("/");
    return new EntryPoint(
        kind,
        open ? whole.substring(0, whole.length() - 1) : whole,
        handler,
        this.path,
        line,
        symbol);
  }

  /** Two parts of a path with one slash between them and one before. */
  public static String join(String prefix, String rest) {
    String first = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    String second = rest.startsWith("/") ? rest.substring(1) : rest;
    String joined = second.isEmpty() ? first : first + "/" + second;
    return joined.startsWith("/") ? joined : "/" + joined;
  }
}
