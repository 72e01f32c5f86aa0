package ai.wikibuilder.server.tenants;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens transactions that see people and the rows of all tenants. Its uses are few and each says in
 * its package why no tenant's transaction would do. Threads may share it.
 */
public final class SystemTransactions {
  private final Transactions transactions;
  private final JdbcClient client;
  private final AuditRows audit;

  /**
   * Makes one.
   *
   * @param actor who acts on this thread at the moment, for what is written down
   */
  public SystemTransactions(DataSource application, Supplier<Actor> actor) {
    this.transactions = new Transactions(application);
    this.client = JdbcClient.create(application);
    this.audit = new AuditRows(client, actor);
  }

  /**
   * Runs the work in one transaction.
   *
   * @return what the work returns
   * @throws IllegalStateException when the thread is in a transaction already
   */
  public <T extends @Nullable Object> T run(Function<SystemRows, T> work) {
    return transactions.run(() -> {
      client.sql("SET LOCAL ROLE aiwiki_system").update();
      return work.apply(new SystemRows(client, audit));
    });
  }
}
