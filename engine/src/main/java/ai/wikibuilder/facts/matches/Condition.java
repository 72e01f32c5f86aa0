package ai.wikibuilder.facts.matches;

/** What must be true of the rest of the file for a definition to count. */
public enum Condition {
  NONE,
  IF_EXPORTED,
  IF_OWNER,
  IF_OUTSIDE,
  IF_NEW,
  IF_FIRST,
  JOINED
}
