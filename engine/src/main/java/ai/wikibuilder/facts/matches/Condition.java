package ai.wikibuilder.facts.matches;

/** What must be true of the rest of the file for a definition to count. */
public enum Condition {
  NONE,
  IF_EXPORTED,
  IF_OWNER,
  IF_OUTSIDE,
  IF_NEW,
  IF_FIRST,
  IF_FIRST_OUTSIDE,
  IF_FIRST_CONSTRUCTED,
  JOINED;

  /** Whether a member of that name before it makes the definition none. */
  public boolean isFirstOnly() {
    return this == IF_FIRST || this == IF_FIRST_OUTSIDE || this == IF_FIRST_CONSTRUCTED;
  }
}
