package ai.wikibuilder.cli.console;

import java.io.PrintStream;

/**
 * Where a command speaks: results on {@code out}, progress and errors on {@code err}.
 *
 * @param terminal whether {@code err} is a terminal, so that lines may be redrawn and coloured
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {
  /** A sentence on standard error. */
  public void say(String sentence) {
    err.println(sentence);
  }

  /** A failure on standard error. */
  public void error(String message) {
    err.println((terminal ? "\u001b[31merror:\u001b[0m " : "error: ") + printable(message));
  }

  /**
   * Text from a repository or a host, safe to show: control characters and direction marks escaped.
   */
  public static String printable(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          boolean invisible = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
          boolean harmless = c == '\n' || c == '\t' || !invisible;
          if (harmless) {
            safe.appendCodePoint(c);
          } else {
            safe.append("\\u%04x".formatted(c));
          }
        });
    return safe.toString();
  }
}
