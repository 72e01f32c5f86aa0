package ai.wikibuilder.server.quota;

import java.time.Instant;
import java.util.List;

/**
 * What a tenant used since the first of the month, UTC.
 *
 * @param builds builds since midnight, UTC
 * @param latest the newest entries, the newest first
 */
public record UsageSummary(
    Instant monthFrom,
    int builds,
    int repositories,
    long tokens,
    long microDollars,
    List<UsageEntry> latest) {
  public UsageSummary {
    latest = List.copyOf(latest);
  }
}
