package ai.wikibuilder.pages.prose.language;

/** What sentences count that a code graph can count as well. */
public enum Countable {
  METHOD,
  CONSTRUCTOR,
  FIELD,
  CONSTANT,
  TYPE,
  SUBTYPE,
  CALLER,
  /** Where something is called: a line, a place, a time. */
  PLACE,
  FILE,
  LINE,
  PARAMETER,
  ROUTE,
  TEST,
  TABLE,
  COLUMN,
  SETTING,
  SYMBOL,
  MODULE
}
