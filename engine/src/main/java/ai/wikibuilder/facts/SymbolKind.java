package ai.wikibuilder.facts;

/** What a symbol is. Languages use the kinds they have; the order is part of the stored format. */
public enum SymbolKind {
  NAMESPACE,
  CLASS,
  INTERFACE,
  ENUM,
  RECORD,
  TRAIT,
  STRUCT,
  ANNOTATION,
  TYPE_ALIAS,
  FUNCTION,
  METHOD,
  CONSTRUCTOR,
  FIELD,
  CONSTANT,
  VARIABLE,
  ENUM_MEMBER;

  /** Whether the symbol is a type that has members. */
  public boolean isType() {
    return switch (this) {
      case CLASS, INTERFACE, ENUM, RECORD, TRAIT, STRUCT, ANNOTATION, TYPE_ALIAS -> true;
      default -> false;
    };
  }

  /** Whether the symbol can be called. */
  public boolean isCallable() {
    return this == FUNCTION || this == METHOD || this == CONSTRUCTOR;
  }

  /** The kind as it stands in JSON and on pages: lower case with blanks. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
