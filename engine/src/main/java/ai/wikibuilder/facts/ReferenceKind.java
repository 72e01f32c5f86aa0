package ai.wikibuilder.facts;

/** How one place names a symbol. The order is part of the stored format. */
public enum ReferenceKind {
  CALL,
  TYPE,
  /** Names a superclass or an interface of the enclosing type. */
  INHERIT,
  ANNOTATION
}
