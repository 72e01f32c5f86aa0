package ai.wikibuilder.server.jobs.events;

import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The events of builds. Threads may share it. */
@Component
public final class BuildEvents {
  private final TenantTransactions transactions;

  BuildEvents(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Adds an event in the transaction of what it tells of. Two that come at once are numbered one
   * after the other; nothing is added to a build that is gone.
   */
  public static void add(TenantRows rows, BuildId build, String kind, Map<String, ?> body) {
    rows.sql(
            """
            WITH numbered AS (UPDATE builds SET event_count = event_count + 1
              WHERE tenant_id = :tenant AND id = :build RETURNING event_count)
            INSERT INTO build_events (tenant_id, build_id, number, kind, body, happened_at)
            SELECT :tenant, :build, event_count, :kind, :body, clock_timestamp() FROM numbered
            """)
        .param("build", build.value())
        .param("kind", kind)
        .param("body", JsonText.of(body))
        .update();
  }

  /**
   * What came after an event, in order.
   *
   * @param number 0 for everything
   */
  public List<BuildEvent> after(TenantId tenant, BuildId build, int number, int limit) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM build_events
                    WHERE tenant_id = :tenant AND build_id = :build AND number > :number
                    ORDER BY number LIMIT :most
                    """)
                .param("build", build.value())
                .param("number", number)
                .param("most", limit)
                .query((row, _) ->
                    new BuildEvent(
                        row.getInt("number"),
                        row.getString("kind"),
                        row.getString("body"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant()))
                .list());
  }
}
