package ai.wikibuilder.facts.embedded;

import ai.wikibuilder.source.SourceText;
import java.util.Arrays;
import java.util.Optional;

/**
 * The code inside a file of another kind. Immutable; made for {@code FactsExtractor}.
 *
 * @param language id of the code's language: {@code typescript}
 * @param text as long as the file's, with the same lines; all that is no code is spaces
 */
public record EmbeddedCode(String language, SourceText text) {
  /** The code in a file of {@code language}; empty when files of it hold none, or this one does. */
  public static Optional<EmbeddedCode> in(String language, SourceText text) {
    return switch (language) {
      case "vue", "svelte", "html" -> new ScriptBlocks(text.utf8()).code();
      case "notebook" -> new NotebookCells(text.utf8()).code();
      default -> Optional.empty();
    };
  }

  /** As many spaces as {@code utf8} has bytes, with its line breaks. */
  static byte[] blank(byte[] utf8) {
    byte[] blank = new byte[utf8.length];
    Arrays.fill(blank, (byte) ' ');
    for (int i = 0; i < utf8.length; i++) {
      if (utf8[i] == '\n') {
        blank[i] = '\n';
      }
    }
    return blank;
  }
}
