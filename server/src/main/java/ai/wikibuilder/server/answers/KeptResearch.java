package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.json.PlaceJson;
import ai.wikibuilder.answers.json.ResearchJson;
import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.answers.research.ResearchText;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A research as it is kept. Immutable.
 *
 * @param state queued, running, done, capped, failed, not-found or cancelled
 * @param run as far as it has come; empty before its first step
 * @param report as JSON, when it has ended
 * @param failure why there is none, for people
 * @param attemptCount workers that took it
 * @param budget what it may cost at most, as whoever asked wrote it
 * @param isShown whether its report is to be a page of the wiki
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
    Instant createdAt,
    Optional<String> budget,
    boolean isShown) {
  public boolean isOver() {
    return !state.equals("queued") && !state.equals("running");
  }

  /** As far as it has come, and its report at the end; empty before its first step. */
  public Optional<ResearchJson> json(JsonMapper json) {
    return report
        .map(text -> json.readValue(text, ResearchJson.class))
        .or(() -> run.map(found -> ResearchJson.of(found, Optional.empty(), false)));
  }

  /** As it stands in the table. */
  static KeptResearch of(ResultSet row) throws SQLException {
    ResearchId id = new ResearchId(row.getObject("id", UUID.class));
    return new KeptResearch(
        id,
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new UserId(row.getObject("user_id", UUID.class)),
        new RepositoryId(row.getObject("repository_id", UUID.class)),
        row.getString("question"),
        row.getString("state"),
        Optional.ofNullable(row.getString("run"))
            .flatMap(run -> ResearchText.read(id.plain(), run)),
        Optional.ofNullable(row.getString("report")),
        Optional.ofNullable(row.getString("failure")),
        row.getInt("attempt_count"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("budget")),
        row.getObject("shown_since") != null);
  }

  /** The report as text, each sentence with its lines; why there is none, where there is none. */
  public String text(JsonMapper json) {
    return report
        .map(text -> json.readValue(text, ResearchJson.class))
        .filter(found -> !found.sentences().isEmpty())
        .map(KeptResearch::text)
        .or(() -> failure)
        .orElse("Nothing was found for it.");
  }

  private static String text(ResearchJson research) {
    StringBuilder text = new StringBuilder();
    for (ResearchJson.ReportedJson sentence : research.sentences()) {
      text.append(sentence.text());
      for (PlaceJson place : sentence.evidence()) {
        text.append(
            " [" + new Evidence(place.path(), place.startLine(), place.endLine()).shown() + "]");
      }
      text.append('\n');
    }
    research.missing().forEach(one -> text.append("Not found: ").append(one).append('\n'));
    return text.toString();
  }
}
