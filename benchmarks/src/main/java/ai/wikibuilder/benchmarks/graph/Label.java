package ai.wikibuilder.benchmarks.graph;

import java.util.List;

/**
 * What a person found a name to mean at one place. Immutable.
 *
 * <p>On disk: one line, fields divided by tabs, in the order of the components.
 *
 * @param seed of the draw it came from
 * @param drawn from the emitted edges, the call sites or the imports
 * @param name the name that is used; of an import its module, and behind {@code #} what is taken
 * @param expected {@code file:line} of a definition; of an import also a file alone or {@link
 *     #INSIDE}; {@link #OUTSIDE} when it is not in the repository; {@code ?} before it was judged
 */
record Label(
    String repository,
    String commit,
    String language,
    long seed,
    Drawn drawn,
    String file,
    int line,
    String name,
    String expected) {

  /** Expected value of a name that the repository does not define. */
  static final String OUTSIDE = "OUTSIDE";

  /** Expected value of an import of a package that several files make up. */
  static final String INSIDE = "INSIDE";

  private static final int FIELD_COUNT = 9;

  enum Drawn {
    EDGE,
    CALL,
    IMPORT
  }

  static Label parse(String row) {
    List<String> fields = List.of(row.split("\t", -1));
    if (fields.size() < FIELD_COUNT) {
      throw new IllegalArgumentException("expected 9 fields divided by tabs, got: " + row);
    }
    return new Label(
        fields.get(0),
        fields.get(1),
        fields.get(2),
        Long.parseLong(fields.get(3)),
        Drawn.valueOf(fields.get(4)),
        fields.get(5),
        Integer.parseInt(fields.get(6)),
        fields.get(7),
        fields.get(8));
  }

  boolean isOutside() {
    return expected.equals(OUTSIDE);
  }

  @Override
  public String toString() {
    return String.join(
        "\t",
        repository,
        commit,
        language,
        Long.toString(seed),
        drawn.name(),
        file,
        Integer.toString(line),
        name,
        expected);
  }
}
