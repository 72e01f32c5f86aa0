package ai.wikibuilder.server.tenants;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction at a time, on this thread: one inside another would mix what they may see. */
final class Transactions {
  private final TransactionTemplate template;

  Transactions(DataSource dataSource) {
    this.template = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  <T extends @Nullable Object> T run(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a transaction was opened inside another one");
    }
    return template.execute(_ -> work.get());
  }
}
