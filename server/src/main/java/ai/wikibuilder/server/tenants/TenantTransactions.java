package ai.wikibuilder.server.tenants;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens transactions of one tenant. Threads may share it; every package that keeps rows of tenants
 * calls it.
 */
public final class TenantTransactions {
  private final Transactions transactions;
  private final JdbcClient client;
  private final AuditRows audit;

  /**
   * Makes one.
   *
   * @param actor who acts on this thread at the moment, for what is written down
   */
  public TenantTransactions(DataSource application, Supplier<Actor> actor) {
    this.transactions = new Transactions(application);
    this.client = JdbcClient.create(application);
    this.audit = new AuditRows(client, actor);
  }

  /**
   * Runs the work in one transaction that sees the tenant's rows, and the readable ones of the
   * tenant {@code public}, and can write the tenant's alone.
   *
   * @return what the work returns
   * @throws IllegalStateException when the thread is in a transaction already: its rows would be
   *     another tenant's
   */
  public <T extends @Nullable Object> T in(TenantId tenant, Function<TenantRows, T> work) {
    return transactions.run(() -> {
      client
          .sql("SELECT set_config('aiwiki.tenant', :tenant, true)")
          .param("tenant", tenant.toString())
          .query((row, _) -> row.getString(1))
          .single();
      return work.apply(new TenantRows(tenant, client, audit));
    });
  }
}
