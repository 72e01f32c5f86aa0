package ai.wikibuilder.answers.exploration;

import ai.wikibuilder.pages.prose.EvidencePiece;
import java.util.List;

/**
 * What a tool call came to. Immutable.
 *
 * @param text for the model
 * @param found evidence that was not on the tray before
 * @param looked what was done, in words for people: {@code searched "session cookie"}
 * @param nothing whether it brought nothing at all, not even what was known already
 */
public record ToolResult(String text, List<EvidencePiece> found, String looked, boolean nothing) {
  public ToolResult {
    found = List.copyOf(found);
  }
}
