package ai.wikibuilder.answers.tools;

/** Shows what came, in an error. */
final class Quoted {
  private static final int CHAR_COUNT_MAX = 200;

  private Quoted() {}

  static String cut(String text) {
    return text.length() <= CHAR_COUNT_MAX ? text : text.substring(0, CHAR_COUNT_MAX) + " …";
  }
}
