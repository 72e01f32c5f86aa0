package ai.wikibuilder.server.web;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A page of ours to go to, out of what a request names. Anything that a browser might read as
 * another place is the first page instead: another scheme or host, two slashes, a backslash, white
 * space and control characters (browsers take them out), dots that climb.
 *
 * @param text a path that begins with one slash, and perhaps a query
 */
public record LocalPath(String text) {
  private static final int LENGTH_MAX = 1_000;

  private static final Pattern FORM =
      Pattern.compile("(/[A-Za-z0-9_~%!$&'()*+,;=:@.-]*)+(\\?[A-Za-z0-9_~%!$&'()*+,;=:@./?-]*)?");

  private static final Pattern MISREAD =
      Pattern.compile("//|/\\.|(?i)%2f|%5c|%0|%1|%7f", Pattern.CASE_INSENSITIVE);

  /** Who has just signed in would be sent in a circle. */
  private static final Set<String> DOORS = Set.of("/signin", "/signout");

  /** Where everybody may go. */
  public static final LocalPath FIRST = new LocalPath("/");

  public LocalPath {
    if (!isGood(text)) {
      throw new IllegalArgumentException("expected a path of a page of ours");
    }
  }

  /** The page that was named; the first one when it is none of ours, or no page to arrive at. */
  public static LocalPath of(String named) {
    return isGood(named) && !DOORS.contains(path(named)) ? new LocalPath(named) : FIRST;
  }

  /** The page that was named, were it one to arrive at or not; the first one when none of ours. */
  public static LocalPath any(String named) {
    return isGood(named) ? new LocalPath(named) : FIRST;
  }

  private static boolean isGood(String text) {
    if (text.length() > LENGTH_MAX || !FORM.matcher(text).matches()) {
      return false;
    }
    return !MISREAD.matcher(path(text)).find();
  }

  private static String path(String text) {
    return text.replaceFirst("\\?.*", "");
  }
}
