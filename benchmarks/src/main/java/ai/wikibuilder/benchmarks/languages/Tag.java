package ai.wikibuilder.benchmarks.languages;

/**
 * One definition as either side found it. Immutable.
 *
 * @param kind in the words of who found it
 * @param line 1-based, of the name
 * @param lastLine 1-based, of the definition; {@code line} where that is not known
 */
record Tag(String path, String name, String kind, int line, int lastLine) {
  Tag(String path, String name, String kind, int line) {
    this(path, name, kind, line, line);
  }

  /** Whether ctags made the name up. */
  boolean isAnonymous() {
    return name.startsWith("__anon")
        || name.startsWith("AnonymousFunction")
        || name.startsWith("<")
        || name.isBlank();
  }

  /**
   * The name as both sides may write it: ctags puts the owner before some names ({@code
   * Device:powerOff}, {@code IList.Add}), blanks into operators and {@code =} behind the second
   * name of an accessor, and leaves out back quotes and the {@code #} of private names.
   */
  String plainName() {
    String plain = name.replace(" ", "").replace("`", "").replaceFirst("^#", "");
    if (plain.length() > 1 && Character.isLetterOrDigit(plain.charAt(0)) && plain.endsWith("=")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    int owner = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(':'));
    return owner > 0 && owner + 1 < plain.length() ? plain.substring(owner + 1) : plain;
  }
}
