package ai.wikibuilder.server.wikis;

import ai.wikibuilder.builds.StoredVersion;
import ai.wikibuilder.comparisons.Comparison;
import ai.wikibuilder.comparisons.ComparisonPage;
import ai.wikibuilder.comparisons.Version;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.GenerationId;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.server.storage.StoredAt;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.site.served.MadePage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** Says what changed between two generations of a repository. Threads may share it. */
public final class Comparisons {
  /** Comparisons at once: each reads two code graphs. */
  private static final int AT_ONCE_MAX = 2;

  private static final int LISTED_COUNT_MAX = 50;

  /** The id of a generation, or the beginning of a commit's. */
  private static final Pattern STATE = Pattern.compile("[0-9a-f-]{7,64}");

  private final TenantTransactions transactions;
  private final GenerationStore store;
  private final Semaphore turns = new Semaphore(AT_ONCE_MAX);

  Comparisons(TenantTransactions transactions, GenerationStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /**
   * A generation that is kept.
   *
   * @param commit it is of; empty without git
   */
  public record Edition(UUID id, String commit, int pageCount, Instant createdAt) {}

  /** Those of a repository, the newest first. */
  public List<Edition> editions(TenantId tenant, RepositoryId repository) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM generations
                    WHERE tenant_id = :tenant AND repository_id = :repository
                    ORDER BY created_at DESC, id LIMIT :most
                    """)
                .param("repository", repository.value())
                .param("most", LISTED_COUNT_MAX)
                .query((row, _) ->
                    new Edition(
                        row.getObject("id", UUID.class),
                        row.getString("commit_id"),
                        row.getInt("page_count"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /** What is compared, each by the id of a generation or the beginning of a commit's. */
  public record Ends(String from, String to) {}

  /**
   * What changed.
   *
   * @param from generation
   * @param to generation
   */
  public record Compared(UUID from, UUID to, Comparison changes) {}

  /**
   * Compares two generations.
   *
   * @throws TenantException NOT_FOUND when one of them is not kept
   * @throws StorageException DAMAGED; BUSY when others compare just now
   */
  public Compared compare(TenantId tenant, RepositoryId repository, Ends ends) {
    return with(
        tenant,
        repository,
        ends,
        (from, to) ->
            new Compared(
                from.at().generation().value(),
                to.at().generation().value(),
                Comparison.of(version(from), version(to))));
  }

  /**
   * The same as a page in the frame of the wiki; its files are those of a site.
   *
   * @param language one of {@link Catalogue#LANGUAGES}
   */
  public String page(TenantId tenant, RepositoryId repository, Ends ends, String language) {
    return with(
        tenant,
        repository,
        ends,
        (from, to) -> {
          Version before = version(from);
          Version after = version(to);
          Catalogue words = new Catalogue(language);
          Page page =
              new ComparisonPage(Comparison.of(before, after), before.links(), words)
                  .page("compare", before.snapshot().label(), after.snapshot().label());
          return MadePage.html(
              Wiki.ofOne(page, after.snapshot(), after.graph()),
              after.reader(),
              after.links(),
              language);
        });
  }

  private interface Comparing<T> {
    T compare(PinnedGeneration from, PinnedGeneration to);
  }

  private <T> T with(TenantId tenant, RepositoryId repository, Ends ends, Comparing<T> comparing) {
    GenerationId first = find(tenant, repository, ends.from());
    GenerationId second = find(tenant, repository, ends.to());
    if (!turns.tryAcquire()) {
      throw new StorageException(
          StorageException.Kind.BUSY, "Others are comparing just now. Try again in a few seconds.");
    }
    try (PinnedGeneration from = store.open(new StoredAt(tenant, repository, first));
        PinnedGeneration to = store.open(new StoredAt(tenant, repository, second))) {
      return comparing.compare(from, to);
    } finally {
      turns.release();
    }
  }

  private static Version version(PinnedGeneration pinned) {
    return StoredVersion.of(pinned.generation());
  }

  private GenerationId find(TenantId tenant, RepositoryId repository, String state) {
    if (!STATE.matcher(state).matches()) {
      throw TenantException.notFound();
    }
    return transactions
        .in(
            tenant,
            rows ->
                rows.sql(
                        """
                        SELECT id FROM generations
                        WHERE tenant_id = :tenant AND repository_id = :repository
                          AND (id::text = :state OR commit_id LIKE :state || '%')
                        ORDER BY created_at DESC, id LIMIT 1
                        """)
                    .param("repository", repository.value())
                    .param("state", state)
                    .query((row, _) -> new GenerationId(row.getObject(1, UUID.class)))
                    .optional())
        .orElseThrow(TenantException::notFound);
  }
}
