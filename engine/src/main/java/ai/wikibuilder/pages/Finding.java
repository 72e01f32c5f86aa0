package ai.wikibuilder.pages;

import java.util.Locale;

/**
 * One thing a page says that does not hold. Immutable.
 *
 * @param page slug of the page
 * @param expected what would hold
 * @param found what is there instead
 */
public record Finding(String page, Kind kind, String expected, String found) {

  /** What does not hold. */
  public enum Kind {
    /** The snapshot has no such file. */
    FILE,
    /** The file has no such lines. */
    LINES,
    /** The cited lines are there, and are not the ones the statement is about. */
    PLACE,
    /** Quoted words do not stand in the cited lines. */
    QUOTE,
    /** A name in code letters exists neither in the cited lines nor in the repository. */
    IDENTIFIER,
    /** A number differs from what is counted. */
    COUNT,
    /** A link leads nowhere. */
    LINK,
    /** A box or an arrow without evidence, or an arrow to a box that is not there. */
    DIAGRAM,
    /** Code shown as taken from the repository differs from it. */
    EXCERPT,
    /** A mark that no piece of the evidence has. */
    EVIDENCE,
    /** The lines are there, and nothing shows that they carry the statement; it may hold. */
    UNCONFIRMED,
    /** A file of the wiki is missing, or is not what was published. */
    SITE,
    /** Who is said to call, extend or hold whom differs from the code graph. */
    RELATION;

    /** The word for it in JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
