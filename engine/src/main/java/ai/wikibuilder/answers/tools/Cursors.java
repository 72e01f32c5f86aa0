package ai.wikibuilder.answers.tools;

/** The argument by which long answers are read on. */
final class Cursors {
  private static final String NAME = "cursor";

  static final Tool.Argument ARGUMENT =
      new Tool.Argument(
          NAME, "integer", "Where to read on; an answer that was cut names it.", false);

  private Cursors() {}

  static int of(Arguments arguments) {
    return arguments.number(NAME, 0, Excess.CURSOR_MAX, 0);
  }
}
