package ai.wikibuilder.graph.tokens;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.source.SourceText;

/**
 * A file with everything known of it, cut into tokens once for all who read them. For one thread.
 *
 * @param tokens none when its language is not cut into tokens or the file is too large for that
 */
public record CodeFile(String path, SourceText text, FileFacts facts, Tokens tokens) {
  /** Larger files are data or generated; their tokens would take more than they tell. */
  private static final int BYTES_MAX = 2 << 20;

  /** Reads a file; the language is the one its facts name. */
  public static CodeFile of(String path, SourceText text, FileFacts facts) {
    boolean small = text.byteCount() <= BYTES_MAX;
    Tokens tokens =
        Lexis.ofLanguage(facts.language())
            .filter(lexis -> small)
            .map(lexis -> Tokens.of(text, lexis))
            .orElseGet(() -> Tokens.of(SourceText.of(""), Lexis.HASH));
    return new CodeFile(path, text, facts, tokens);
  }
}
