package ai.wikibuilder.pages.documents;

import java.util.List;

/**
 * A document of the repository. Immutable.
 *
 * @param title its first heading, empty when it has none
 * @param parts in their order
 */
public record Document(String title, List<Part> parts) {
  /** A paragraph or a code block. */
  public enum Kind {
    PARAGRAPH,
    CODE
  }

  /**
   * A part with its lines.
   *
   * @param heading the nearest heading above it, empty when there is none
   * @param text a paragraph without its markup and line breaks kept, or code as it is
   * @param startLine 1-based
   * @param endLine 1-based, included
   */
  public record Part(Kind kind, String heading, String text, int startLine, int endLine) {}

  public Document {
    parts = List.copyOf(parts);
  }
}
