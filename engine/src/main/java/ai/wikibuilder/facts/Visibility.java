package ai.wikibuilder.facts;

import java.util.Optional;

/**
 * Who may use a symbol, as far as its own declaration says. The order is part of the stored format.
 */
public enum Visibility {
  /** Exported or public. */
  PUBLIC,
  PROTECTED,
  /** Visible inside its package, module or file. */
  INTERNAL,
  PRIVATE;

  /** What a word of the source says about who may use a symbol; empty when it says nothing. */
  static Optional<Visibility> ofWord(String word) {
    return switch (word) {
      case "public", "export" -> Optional.of(PUBLIC);
      case "protected" -> Optional.of(PROTECTED);
      case "private" -> Optional.of(PRIVATE);
      case "internal" -> Optional.of(INTERNAL);
      default -> Optional.empty();
    };
  }
}
