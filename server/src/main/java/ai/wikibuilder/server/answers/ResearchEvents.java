package ai.wikibuilder.server.answers;

import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.server.jobs.events.EventHub;
import ai.wikibuilder.server.jobs.events.EventTable;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/**
 * How researches go on, kept in rows as the events of builds are: {@code planned}, {@code step},
 * {@code looked}, {@code learned}, {@code writing} and {@code state}. Threads may share it.
 */
public final class ResearchEvents implements SmartLifecycle {
  private static final EventTable TABLE =
      new EventTable("research_events", "research_id", "research_runs");

  private final TenantTransactions transactions;
  private final EventHub hub;

  ResearchEvents(TenantTransactions transactions, SystemTransactions system) {
    this.transactions = transactions;
    this.hub = new EventHub(system, TABLE);
  }

  /** Adds an event in the transaction of what it tells of; none to a research that is gone. */
  static void add(TenantRows rows, ResearchId research, String kind, Map<String, ?> body) {
    rows.sql(
            """
            WITH numbered AS (UPDATE research_runs SET event_count = event_count + 1
              WHERE tenant_id = :tenant AND id = :research RETURNING event_count)
            INSERT INTO research_events (tenant_id, research_id, number, kind, body, happened_at)
            SELECT :tenant, :research, event_count, :kind, :body, clock_timestamp() FROM numbered
            """)
        .param("research", research.value())
        .param("kind", kind)
        .param("body", JsonText.of(body))
        .update();
  }

  /** Adds one in a transaction of its own, when the taker has the research still. */
  void add(KeptResearch taken, String kind, Map<String, ?> body) {
    transactions.in(
        taken.tenant(),
        rows -> {
          boolean ours =
              rows.sql(
                      """
                      SELECT true FROM research_runs WHERE tenant_id = :tenant AND id = :research
                        AND state = 'running' AND attempt_count = :attempt FOR UPDATE
                      """)
                  .param("research", taken.id().value())
                  .param("attempt", taken.attemptCount())
                  .query((row, _) -> row.getBoolean(1))
                  .optional()
                  .orElse(false);
          if (ours) {
            add(rows, taken.id(), kind, body);
          }
          return ours;
        });
  }

  /** Watches a research from behind an event on; 0 for everything. */
  public EventHub.Watcher watch(TenantId tenant, ResearchId research, int after) {
    return hub.watch(tenant, research.value(), after);
  }

  /** Whether events are to come behind this one, now or later. */
  public boolean isMoreAfter(KeptResearch research, int number) {
    if (!research.isOver()) {
      return true;
    }
    return transactions.in(
        research.tenant(),
        rows ->
            rows.sql("SELECT event_count FROM research_runs WHERE tenant_id = :tenant AND id = :id")
                    .param("id", research.id().value())
                    .query((row, _) -> row.getInt(1))
                    .optional()
                    .orElse(0)
                > number);
  }

  @Override
  public void start() {
    hub.start();
  }

  @Override
  public void stop() {
    hub.stop();
  }

  @Override
  public boolean isRunning() {
    return hub.isRunning();
  }
}
