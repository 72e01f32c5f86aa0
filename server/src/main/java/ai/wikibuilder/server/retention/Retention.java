package ai.wikibuilder.server.retention;

import ai.wikibuilder.server.quota.RateLimits;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what is old. For one thread; it can be stopped between any two statements and goes on
 * the next time.
 *
 * <p>Each statement takes a limited number of rows, so that none of them holds locks for long. The
 * transactions are the system's, since what is old is so in every tenant.
 */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** Rows that one statement takes away. */
  private static final int BATCH = 1_000;

  /** Statements of one kind in one night: a million rows; the rest goes the night after. */
  private static final int BATCH_COUNT_MAX = 1_000;

  /**
   * What has expired is of use to nobody; so long it can still be looked at when something is
   * asked.
   */
  private static final Duration EXPIRED = Duration.ofDays(7);

  /** Keys of requests find their build for a day. */
  private static final Duration REQUEST_KEYS = Duration.ofDays(2);

  private static final String GENERATIONS =
      """
      DELETE FROM generations WHERE id IN (SELECT id FROM (
        SELECT g.id, g.created_at, row_number() OVER (
          PARTITION BY g.repository_id ORDER BY g.lease_token DESC) AS place
        FROM generations g
        WHERE g.repository_id IN (SELECT o.repository_id FROM generations o
          WHERE o.created_at < :before)
      ) AS old
      WHERE place > :kept AND created_at < :before
        AND NOT EXISTS (SELECT FROM repositories r WHERE r.current_generation = old.id)
      LIMIT :most)
      """;

  /** Nobody is shown what is in them, and nobody was for a while. */
  private static final String PUBLIC_REPOSITORIES =
      """
      DELETE FROM repositories WHERE id IN (
        SELECT r.id FROM repositories r WHERE r.tenant_id = public_tenant()
          AND greatest(r.created_at, r.last_generated_at, r.last_accessed_at) < :before
          AND NOT EXISTS (SELECT FROM repositories s WHERE s.shared_id = r.id)
          AND NOT EXISTS (SELECT FROM repository_leases l
            WHERE l.repository_id = r.id AND l.expires_at > clock_timestamp())
        LIMIT :most)
      """;

  private final SystemTransactions system;
  private final RateLimits rates;
  private final IdleFolders folders;
  private final RetentionSettings settings;
  private final InstantSource clock;

  Retention(Parts parts, InstantSource clock) {
    this.system = parts.system();
    this.rates = parts.rates();
    this.folders = parts.folders();
    this.settings = parts.settings();
    this.clock = clock;
  }

  /** What it works with. */
  record Parts(
      SystemTransactions system,
      RateLimits rates,
      IdleFolders folders,
      RetentionSettings settings) {}

  /**
   * Takes away all that is old now.
   *
   * @return how much of what, in the order it went; what nothing went of is left out
   */
  public Map<String, Integer> prune() {
    Map<String, Integer> gone = new LinkedHashMap<>();
    put(gone, "generations", all(GENERATIONS, settings.generationAge()));
    put(gone, "public repositories", all(PUBLIC_REPOSITORIES, settings.generationAge()));
    put(gone, "builds", old("builds", "finished_at", settings.builds()));
    put(gone, "build events", old("build_events", "happened_at", settings.events()));
    put(gone, "audit entries", old("audit_entries", "happened_at", settings.audit()));
    put(gone, "request keys", old("idempotency_keys", "created_at", REQUEST_KEYS));
    put(gone, "links", old("one_time_links", "expires_at", EXPIRED));
    put(gone, "invitations", old("invitations", "expires_at", EXPIRED));
    put(gone, "browser sessions", old("browser_sessions", "expires_at", EXPIRED));
    put(gone, "refresh tokens", old("refresh_tokens", "family_expires_at", EXPIRED));
    put(gone, "api tokens", old("api_tokens", "expires_at", EXPIRED));
    put(gone, "visits to providers", old("provider_visits", "expires_at", EXPIRED));
    put(gone, "reservations", old("reservations", "expires_at", EXPIRED));
    put(gone, "rate buckets", buckets());
    put(gone, "working folders", folders.remove(before(settings.idleFolders())));
    if (!gone.isEmpty()) {
      LOG.info("old rows removed {}", gone);
    }
    return gone;
  }

  private static void put(Map<String, Integer> gone, String what, int count) {
    if (count > 0) {
      gone.put(what, count);
    }
  }

  /** Names of tables and columns are this class's own. */
  private int old(String table, String column, Duration age) {
    return all(
        """
        DELETE FROM %1$s WHERE ctid IN (
          SELECT ctid FROM %1$s WHERE %2$s < :before LIMIT :most)
        """
            .formatted(table, column),
        age);
  }

  private int all(String sql, Duration age) {
    OffsetDateTime before = before(age).atOffset(ZoneOffset.UTC);
    int gone = 0;
    for (int i = 0; i < BATCH_COUNT_MAX; i++) {
      int some =
          system.run(rows ->
              rows.sql(sql)
                  .param("before", before)
                  .param("kept", settings.generations())
                  .param("most", BATCH)
                  .update());
      gone += some;
      if (some < BATCH) {
        break;
      }
    }
    return gone;
  }

  private int buckets() {
    int gone = 0;
    for (int i = 0; i < BATCH_COUNT_MAX; i++) {
      int some = rates.forgetExpired(BATCH);
      gone += some;
      if (some < BATCH) {
        break;
      }
    }
    return gone;
  }

  private Instant before(Duration age) {
    return clock.instant().minus(age);
  }
}
