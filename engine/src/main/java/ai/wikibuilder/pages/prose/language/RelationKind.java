package ai.wikibuilder.pages.prose.language;

/** How one thing is said to stand to another. */
public enum RelationKind {
  CALL,
  /** Extends or implements. */
  INHERIT,
  /** Uses in whatever way: calls, makes, names, builds on. */
  USE,
  /** Returns, takes or throws: what is named stands in its head or body. */
  HOLDS,
  /** Declares as its member, or is the file it stands in. */
  MEMBER
}
