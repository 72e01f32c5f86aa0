package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A research as it is kept. Immutable.
 *
 * @param state queued, running, done, capped, failed, not-found or cancelled
 * @param run as far as it has come; empty before its first step
 * @param report as JSON, when it has ended
 * @param failure why there is none, for people
 * @param attemptCount workers that took it
 */
public record KeptResearch(
    ResearchId id,
    TenantId tenant,
    UserId user,
    RepositoryId repository,
    String question,
    String state,
    Optional<ResearchRun> run,
    Optional<String> report,
    Optional<String> failure,
    int attemptCount,
    Instant createdAt) {
  public boolean isOver() {
    return !state.equals("queued") && !state.equals("running");
  }
}
