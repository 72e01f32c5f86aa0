package ai.wikibuilder.benchmarks.graph;

import java.util.List;

/**
 * What a person found a name to mean at one place. Immutable.
 *
 * <p>On disk: one line, fields divided by tabs: repository, commit, {@code edge} or {@code call},
 * file, line, name, expected.
 *
 * @param drawn whether it was drawn from the emitted edges or from the call sites
 * @param expected {@code file:line} of a definition, {@code OUTSIDE} when it is not in the
 *     repository, {@code ?} before it was judged
 */
record Label(
    String repository,
    String commit,
    Drawn drawn,
    String file,
    int line,
    String name,
    String expected) {

  /** Expected value of a name that the repository does not define. */
  static final String OUTSIDE = "OUTSIDE";

  enum Drawn {
    EDGE,
    CALL
  }

  static Label parse(String row) {
    List<String> fields = List.of(row.split("\t", -1));
    if (fields.size() < 7) {
      throw new IllegalArgumentException("expected 7 fields divided by tabs, got: " + row);
    }
    return new Label(
        fields.get(0),
        fields.get(1),
        Drawn.valueOf(fields.get(2)),
        fields.get(3),
        Integer.parseInt(fields.get(4)),
        fields.get(5),
        fields.get(6));
  }

  @Override
  public String toString() {
    return String.join(
        "\t", repository, commit, drawn.name(), file, Integer.toString(line), name, expected);
  }
}
