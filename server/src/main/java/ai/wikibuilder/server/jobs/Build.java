package ai.wikibuilder.server.jobs;

import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A build as it stands. Immutable.
 *
 * @param by who asked for it; empty when that account is gone
 * @param failure why there is no result
 * @param putBack why it waits again; empty unless it is queued after a try that failed
 * @param generation what it made, or found there already
 */
public record Build(
    BuildId id,
    TenantId tenant,
    RepositoryId repository,
    Optional<UserId> by,
    BuildWish wish,
    BuildState state,
    Progress progress,
    Times times,
    Optional<Failure> failure,
    Optional<PutBack> putBack,
    Optional<UUID> generation) {

  /**
   * How far it is.
   *
   * @param stage name of the running stage, as in events; empty before the first
   * @param done files, or pages while they are written
   * @param total 0 while unknown
   * @param tokens used by models so far
   * @param attemptCount workers that took it
   */
  public record Progress(
      String stage, long done, long total, long tokens, long microDollars, int attemptCount) {}

  /** When things happened. */
  public record Times(Instant createdAt, Optional<Instant> startedAt, Optional<Instant> endedAt) {}

  /**
   * Why it failed.
   *
   * @param kind stable word
   * @param message sentence for people
   */
  public record Failure(String kind, String message) {
    /** Most pages would go; {@link BuildWish#fewerPages} says that it is meant. */
    public static final String PAGES_LOST = "pages_lost";
  }

  /**
   * A try that failed and is made again.
   *
   * @param at when it was put back in the queue
   * @param nextTryAt when it may be taken again
   */
  public record PutBack(Instant at, Instant nextTryAt, Failure why) {}
}
