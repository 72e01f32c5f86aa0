package ai.wikibuilder.graph.configuration;

import java.util.Optional;

/**
 * One place that reads or states a setting. The same name comes once for each place. Immutable.
 *
 * @param name as written: {@code DATABASE_URL}, {@code server.port}, {@code --verbose}
 * @param value the default it has when nobody sets it, or what a file states; empty when the place
 *     says none literally
 * @param comment the comment right above or behind it or what it says of itself, on one line; empty
 *     when there is none
 * @param line 1-based
 */
public record Setting(
    Kind kind,
    Use use,
    String name,
    Optional<String> value,
    String comment,
    String path,
    int line) {

  /** What kind of name it is. */
  public enum Kind {
    /** A variable of the process environment. */
    ENVIRONMENT,
    /** A key of a configuration file or of a framework's configuration. */
    PROPERTY,
    /** An option on the command line. */
    OPTION,
    /** Given when a container image is built. */
    BUILD_ARGUMENT
  }

  /** What the place does with it. */
  public enum Use {
    /** Code that reads it. */
    READ,
    /** A file that gives it a value or names it for people to fill in. */
    STATED
  }

  /** Whether another place of its file does the same with the same name. */
  boolean isSame(Setting other) {
    return kind == other.kind && use == other.use && name.equals(other.name);
  }

  Setting withComment(String words) {
    return new Setting(kind, use, name, value, words, path, line);
  }

  /** The same place, with the name that a constant of another file stands for. */
  Setting named(String variable) {
    return new Setting(
        kind,
        use,
        variable,
        value.filter(text -> Found.isShown(variable, text)),
        comment,
        path,
        line);
  }
}
