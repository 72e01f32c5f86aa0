package ai.wikibuilder.server.web;

/** Where in the navigation a page stands. */
public enum Section {
  /** Before anybody is signed in, and what belongs to nothing. */
  NONE,
  LIBRARY,
  SETTINGS,
  OPERATOR
}
