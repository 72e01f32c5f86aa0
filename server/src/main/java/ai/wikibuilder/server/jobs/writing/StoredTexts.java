package ai.wikibuilder.server.jobs.writing;

import ai.wikibuilder.pages.prose.WrittenText;
import ai.wikibuilder.pages.prose.WrittenTexts;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import java.util.Optional;

/**
 * What models wrote of one repository, in rows: another worker, on another machine, goes on from
 * it. Threads may share it.
 */
final class StoredTexts implements WrittenTexts {
  private final TenantTransactions transactions;
  private final TenantId tenant;
  private final RepositoryId repository;

  StoredTexts(TenantTransactions transactions, TenantId tenant, RepositoryId repository) {
    this.transactions = transactions;
    this.tenant = tenant;
    this.repository = repository;
  }

  @Override
  public Optional<WrittenText> find(String name) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM page_results
                    WHERE tenant_id = :tenant AND repository_id = :repository AND name = :name
                    """)
                .param("repository", repository.value())
                .param("name", name)
                .query((row, _) ->
                    new WrittenText(
                        row.getString("name"),
                        row.getString("content_key"),
                        row.getString("text"),
                        row.getString("model"),
                        row.getInt("repaired_count"),
                        row.getInt("verified_word_count"),
                        row.getString("evidence")))
                .optional());
  }

  @Override
  public void keep(WrittenText text) {
    transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    INSERT INTO page_results (tenant_id, repository_id, name, content_key, text,
                      model, repaired_count, verified_word_count, evidence)
                    VALUES (:tenant, :repository, :name, :key, :text, :model, :repaired, :words,
                      :evidence)
                    ON CONFLICT (repository_id, name) DO UPDATE SET
                      content_key = excluded.content_key, text = excluded.text,
                      model = excluded.model, repaired_count = excluded.repaired_count,
                      verified_word_count = excluded.verified_word_count,
                      evidence = excluded.evidence, written_at = now()
                    """)
                .param("repository", repository.value())
                .param("name", text.name())
                .param("key", text.key())
                .param("text", text.text().replace("\0", "")) // no text of PostgreSQL has it
                .param("model", text.model())
                .param("repaired", text.repairedCount())
                .param("words", text.verifiedWordCount())
                .param("evidence", text.evidence().replace("\0", ""))
                .update());
  }

  /** Forgets one, so that the model writes it anew. */
  void forget(String name) {
    transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    DELETE FROM page_results
                    WHERE tenant_id = :tenant AND repository_id = :repository AND name = :name
                    """)
                .param("repository", repository.value())
                .param("name", name)
                .update());
  }
}
