package ai.wikibuilder.models;

/** Which of the two configured models is asked. */
public enum Tier {
  /** Names, plans, short questions: the inexpensive model. */
  CHEAP,
  /** Pages and answers that people read: the good model. */
  STRONG
}
