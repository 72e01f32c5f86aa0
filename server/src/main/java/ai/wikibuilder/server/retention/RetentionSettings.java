package ai.wikibuilder.server.retention;

import java.time.Duration;
import java.util.List;

/**
 * How long things are kept. Immutable.
 *
 * @param generations of one repository that are kept however old they are, the shown one included
 * @param generationAge before that, one that is shown no more is kept whatever the number
 * @param builds since a build ended, with its events
 * @param events since an event of a build; the build itself stays
 * @param audit since an entry; the database lets none go that is younger than 30 days
 * @param idleFolders since the last build of a repository: what was fetched and the folder it is
 *     built in are then made anew by the next build
 */
public record RetentionSettings(
    int generations,
    Duration generationAge,
    Duration builds,
    Duration events,
    Duration audit,
    Duration idleFolders) {
  /** The database lets no younger entry go. */
  private static final Duration AUDIT_MIN = Duration.ofDays(30);

  public RetentionSettings {
    if (generations < 1) {
      throw new IllegalArgumentException(
          "at least 1 generation is kept, got %d".formatted(generations));
    }
    for (Duration one : List.of(generationAge, builds, events, audit, idleFolders)) {
      if (one.isNegative()) {
        throw new IllegalArgumentException("nothing is kept for less than no time, got " + one);
      }
    }
    if (audit.compareTo(AUDIT_MIN) < 0) {
      throw new IllegalArgumentException(
          "entries of the audit are kept for 30 days at least, got " + audit.toDays());
    }
  }

  /** Five generations, or a month; half a year of builds; a year of the audit. */
  public static RetentionSettings standard() {
    return new RetentionSettings(
        5,
        Duration.ofDays(30),
        Duration.ofDays(180),
        Duration.ofDays(30),
        Duration.ofDays(365),
        Duration.ofDays(30));
  }
}
