package ai.wikibuilder.facts.matches;

/** A byte range. */
public record Range(int start, int end) {
  /** No range: a capture that a match does not have. */
  public static final Range NONE = new Range(-1, -1);

  public boolean exists() {
    return start >= 0;
  }
}
