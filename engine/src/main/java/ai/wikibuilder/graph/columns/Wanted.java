package ai.wikibuilder.graph.columns;

import ai.wikibuilder.facts.SymbolKind;

/** Which kinds of symbols a name may mean at one place, the likeliest first. */
public enum Wanted {
  CALL("012"),
  /** Where what a variable holds is not called by its name. */
  STRICT_CALL("01"),
  TYPE("1"),
  /** What a type may inherit from; some languages mix in modules that are no types. */
  SUPERTYPE("12"),
  ANNOTATION("10"),
  ANY("102");

  /** Digits: 0 what can be called, 1 types, 2 the rest. */
  private final String groups;

  Wanted(String groups) {
    this.groups = groups;
  }

  public int groupCount() {
    return groups.length();
  }

  /** Key of a name in the given place of the order. */
  public int key(int name, int place) {
    return (name << 2) | (groups.charAt(place) - '0');
  }

  /** Key of a symbol: a type and a method of one name do not hide each other. */
  public static int key(int name, SymbolKind kind) {
    return (name << 2) | (kind.isCallable() ? 0 : kind.isType() ? 1 : 2);
  }
}
