package ai.wikibuilder.facts;

/**
 * Who may use a symbol, as far as its own declaration says. The order is part of the stored format.
 */
public enum Visibility {
  /** Exported or public. */
  PUBLIC,
  PROTECTED,
  /** Visible inside its package, module or file. */
  INTERNAL,
  PRIVATE
}
