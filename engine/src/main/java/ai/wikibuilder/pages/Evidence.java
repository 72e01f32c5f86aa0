package ai.wikibuilder.pages;

/**
 * The lines that prove a statement, at the snapshot. Immutable.
 *
 * @param path path of a selected file
 * @param startLine 1-based
 * @param endLine 1-based, included
 */
public record Evidence(String path, int startLine, int endLine) {
  public Evidence {
    if (path.isEmpty() || startLine < 1 || endLine < startLine) {
      throw new IllegalArgumentException("not evidence: " + path + ":" + startLine + "-" + endLine);
    }
  }

  /** As people read it: {@code src/App.java:4-9}, or {@code src/App.java:4} for one line. */
  public String shown() {
    return path + ":" + (endLine == startLine ? "" + startLine : startLine + "-" + endLine);
  }
}
