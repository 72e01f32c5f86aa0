package ai.wikibuilder.graph;

/** How an edge was resolved. */
public enum Certainty {
  /** By the rules of the language: scope, import, package, declared type. */
  EXACT,
  /** The receiver's type is not known, and the repository has exactly one symbol of that name. */
  BY_NAME
}
