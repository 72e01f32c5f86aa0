package ai.wikibuilder.server.corrections;

import ai.wikibuilder.builds.stored.ReportReview;
import ai.wikibuilder.builds.stored.ReportReview.Reviewed;
import ai.wikibuilder.builds.stored.WikiCorrection.Outcome;
import ai.wikibuilder.builds.stored.WikiCorrection.Report;
import ai.wikibuilder.pages.corrections.ClaimForm;
import ai.wikibuilder.pages.corrections.Correction;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildException;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import ai.wikibuilder.site.data.WikiDataException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Takes reports of readers and remembers what came of them. Threads may share it. */
public final class ReportedSentences {
  /** Checks at once: each reads the whole code graph. */
  private static final int AT_ONCE_MAX = 2;

  /** Kept of one repository; more than people report by hand. */
  private static final int COUNT_MAX = 2_000;

  private final TenantTransactions transactions;
  private final Wikis wikis;
  private final Builds builds;
  private final Semaphore turns = new Semaphore(AT_ONCE_MAX);

  ReportedSentences(TenantTransactions transactions, Wikis wikis, Builds builds) {
    this.transactions = transactions;
    this.wikis = wikis;
    this.builds = builds;
  }

  /**
   * What became of a report.
   *
   * @param build that shows the wiki with it; empty when nothing is to change
   */
  public record Reported(Outcome outcome, Optional<Build> build) {}

  /**
   * Checks a report now, against the wiki that readers see. What does not hold, or is insisted on,
   * is remembered, and a build is accepted that shows the wiki so.
   *
   * @throws TenantException NOT_FOUND: the repository, or the page; TOO_MANY
   * @throws ai.wikibuilder.server.storage.StorageException NOT_BUILT, DAMAGED
   * @throws ai.wikibuilder.server.quota.QuotaException BUILDS; it is remembered all the same
   * @throws BuildException BUSY
   */
  public Reported report(Builds.Asking asking, RepositoryId repository, Report report) {
    Reviewed reviewed = reviewed(asking.tenant(), repository, report);
    if (reviewed.correction().isEmpty()) {
      return new Reported(reviewed.outcome(), Optional.empty());
    }
    keep(asking, repository, reviewed.correction().get());
    Build build = builds.refresh(asking, repository).build();
    return new Reported(reviewed.outcome(), Optional.of(build));
  }

  private Reviewed reviewed(TenantId tenant, RepositoryId repository, Report report) {
    if (!turns.tryAcquire()) {
      throw new BuildException(
          BuildException.Kind.BUSY, "Others are reporting just now. Try again in a few seconds.");
    }
    try (ReadWiki wiki = wikis.open(tenant, repository)) {
      ReportReview review = wiki.review();
      return review.review(report);
    } catch (WikiDataException e) {
      throw TenantException.notFound(); // no page of that name
    } finally {
      turns.release();
    }
  }

  private void keep(Builds.Asking asking, RepositoryId repository, Correction correction) {
    transactions.in(
        asking.tenant(),
        rows -> {
          if (count(rows, repository) >= COUNT_MAX) {
            throw new TenantException(
                TenantException.Kind.TOO_MANY,
                "There are %,d corrections of this repository; take some back first."
                    .formatted(COUNT_MAX));
          }
          return rows.sql(
                  """
                  INSERT INTO corrections
                    (id, tenant_id, repository_id, user_id, page, words, paths, said, instead, why)
                  VALUES (:id, :tenant, :repository, :user, :page, :words, :paths, :said,
                    CAST(:instead AS text), :why)
                  ON CONFLICT (repository_id, md5(words), paths) DO UPDATE SET
                    user_id = excluded.user_id, page = excluded.page, said = excluded.said,
                    instead = excluded.instead, why = excluded.why
                  """)
              .param("id", UUID.randomUUID())
              .param("repository", repository.value())
              .param("user", asking.user().value())
              .param("page", correction.page())
              .param("words", correction.form().words())
              .param("paths", correction.form().paths().toArray(String[]::new))
              .param("said", correction.said())
              .param("instead", correction.instead().orElse(null))
              .param("why", correction.why())
              .update();
        });
  }

  private static int count(TenantRows rows, RepositoryId repository) {
    return rows.sql(
            """
            SELECT count(*) FROM corrections
            WHERE tenant_id = :tenant AND repository_id = :repository
            """)
        .param("repository", repository.value())
        .query((row, _) -> row.getInt(1))
        .single();
  }

  /** Whether there is one of a repository. */
  boolean isAny(TenantId tenant, RepositoryId repository) {
    return transactions.in(tenant, rows -> count(rows, repository)) > 0;
  }

  /** All of a repository, the oldest first. */
  public List<KeptCorrection> list(TenantId tenant, RepositoryId repository) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM corrections
                    WHERE tenant_id = :tenant AND repository_id = :repository
                    ORDER BY created_at, id
                    """)
                .param("repository", repository.value())
                .query((row, _) -> kept(row))
                .list());
  }

  private static KeptCorrection kept(ResultSet row) throws SQLException {
    String[] paths = (String[]) row.getArray("paths").getArray();
    return new KeptCorrection(
        row.getObject("id", UUID.class),
        new Correction(
            row.getString("page"),
            new ClaimForm(row.getString("words"), List.of(paths)),
            row.getString("said"),
            Optional.ofNullable(row.getString("instead")),
            row.getString("why")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  /**
   * Takes a correction back: the next build says the sentence again if it holds for the writer.
   *
   * @throws TenantException NOT_FOUND
   */
  public void takeBack(TenantId tenant, RepositoryId repository, UUID id) {
    int gone =
        transactions.in(
            tenant,
            rows ->
                rows.sql(
                        """
                        DELETE FROM corrections WHERE tenant_id = :tenant
                          AND repository_id = :repository AND id = :id
                        """)
                    .param("repository", repository.value())
                    .param("id", id)
                    .update());
    if (gone == 0) {
      throw TenantException.notFound();
    }
  }
}
