package ai.wikibuilder.server.jobs;

import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Rows of builds, and back. Stateless. */
public final class BuildRows {
  private BuildRows() {}

  /**
   * The build.
   *
   * @throws TenantException NOT_FOUND when the tenant has none of that id
   */
  public static Build find(TenantRows rows, BuildId id) {
    return rows.sql("SELECT * FROM builds WHERE tenant_id = :tenant AND id = :id")
        .param("id", id.value())
        .query((row, _) -> read(row))
        .optional()
        .orElseThrow(TenantException::notFound);
  }

  static void insert(TenantRows rows, Build build) {
    BuildWish wish = build.wish();
    rows.sql(
            """
            INSERT INTO builds (id, tenant_id, repository_id, user_id, ref, sub_path, language,
              writer, budget, retried_page, fewer_pages, request_key, created_at, not_before)
            VALUES (:id, :tenant, :repository, :user, :ref, :path, :language, :writer, :budget,
              :page, :fewer, :key, :now, clock_timestamp())
            """)
        .param("id", build.id().value())
        .param("repository", build.repository().value())
        .param("user", build.by().map(UserId::value).orElse(null))
        .param("ref", wish.ref().orElse(null))
        .param("path", wish.subPath())
        .param("language", wish.language().map(PageLanguage::code).orElse(""))
        .param("writer", wish.writer().word())
        .param("budget", wish.budget().orElse(null))
        .param("page", wish.retriedPage().orElse(null))
        .param("fewer", wish.fewerPages())
        .param("key", wish.key())
        .param("now", build.times().createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The build of a row with all columns. */
  public static Build read(ResultSet row) throws SQLException {
    return new Build(
        new BuildId(row.getObject("id", UUID.class)),
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new RepositoryId(row.getObject("repository_id", UUID.class)),
        Optional.ofNullable(row.getObject("user_id", UUID.class)).map(UserId::new),
        wish(row),
        BuildState.ofWord(row.getString("state")),
        new Build.Progress(
            text(row, "stage").orElse(""),
            row.getLong("units_done"),
            row.getLong("units_total"),
            row.getLong("tokens"),
            row.getLong("micro_dollars"),
            row.getInt("attempt_count")),
        new Build.Times(
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            time(row, "started_at"),
            time(row, "finished_at")),
        failure(row),
        putBack(row),
        Optional.ofNullable(row.getObject("generation_id", UUID.class)));
  }

  private static Optional<Build.Failure> failure(ResultSet row) throws SQLException {
    String message = text(row, "failure").orElse("");
    return text(row, "failure_kind").map(kind -> new Build.Failure(kind, message));
  }

  private static Optional<Build.PutBack> putBack(ResultSet row) throws SQLException {
    Optional<Instant> at = time(row, "put_back_at");
    if (at.isEmpty() || BuildState.ofWord(row.getString("state")) != BuildState.QUEUED) {
      return Optional.empty();
    }
    return Optional.of(
        new Build.PutBack(
            at.get(),
            time(row, "not_before").orElseThrow(),
            new Build.Failure(row.getString("put_back_kind"), row.getString("put_back_why"))));
  }

  private static BuildWish wish(ResultSet row) throws SQLException {
    return new BuildWish(
        text(row, "ref"),
        row.getString("sub_path"),
        PageLanguage.ofCode(row.getString("language")),
        Writer.ofWord(row.getString("writer")).orElseThrow(),
        text(row, "budget"),
        text(row, "retried_page"),
        row.getBoolean("fewer_pages"));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
