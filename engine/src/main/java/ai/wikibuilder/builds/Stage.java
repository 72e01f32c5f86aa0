package ai.wikibuilder.builds;

import java.util.Locale;

/**
 * The steps of a build, in order. Reading, parsing, cutting and indexing overlap in {@link #FACTS}.
 */
public enum Stage {
  /** Finding the commit and listing its files; the fetch, when there is one. */
  SOURCE,
  /** Reading, parsing, chunking and indexing of every file that changed. */
  FACTS,
  /** The code graph of all files. */
  GRAPH,
  /** Deciding on pages. */
  PLAN,
  /** Writing them. */
  PAGES,
  /** Turning them into files. */
  SITE,
  /** Waiting for the index, which is finished beside the stages above. */
  INDEX,
  /** Checking, sealing and showing the result. */
  PUBLISH;

  /** The name in JSON and progress lines. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
