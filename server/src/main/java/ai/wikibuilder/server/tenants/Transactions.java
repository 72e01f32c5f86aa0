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
    return undisturbed(() -> template.execute(_ -> work.get()));
  }

  /**
   * What a thread writes is written whether or not it was told to stop before: the pool would give
   * it no connection, and what a cancelled call has cost would be nowhere. It still knows
   * afterwards.
   */
  private static <T extends @Nullable Object> T undisturbed(Supplier<T> work) {
    boolean interrupted = Thread.interrupted();
    try {
      return work.get();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
