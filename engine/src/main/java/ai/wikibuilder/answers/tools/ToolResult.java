package ai.wikibuilder.answers.tools;

/**
 * What a tool answers. Immutable.
 *
 * @param text Markdown
 * @param isError whether the call could not be answered; the text says what to do instead
 */
public record ToolResult(String text, boolean isError) {
  static ToolResult of(String text) {
    return new ToolResult(text, false);
  }
}
