package ai.wikibuilder.server.jobs.events;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One event of a build. Immutable.
 *
 * @param number from 1 in each build, without gaps
 * @param kind {@code stage}, {@code page}, {@code usage}, {@code note} or {@code state}; {@code
 *     gone} is kept nowhere and tells a watcher that the work was deleted
 * @param body one JSON object
 */
public record BuildEvent(int number, String kind, String body, Instant at) {
  /** The kind that tells of states. */
  public static final String STATE = "state";

  /** The kind of the last event of work that was deleted. */
  static final String GONE = "gone";

  private static final Pattern FINAL =
      Pattern.compile("\"state\":\"(done|capped|failed|not-found|cancelled)\"");

  /** Whether nothing comes after it. */
  public boolean isLast() {
    return kind.equals(GONE) || (kind.equals(STATE) && FINAL.matcher(body).find());
  }
}
