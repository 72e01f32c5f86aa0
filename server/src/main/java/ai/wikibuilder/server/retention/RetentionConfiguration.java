package ai.wikibuilder.server.retention;

import ai.wikibuilder.server.jobs.NightlyWork;
import ai.wikibuilder.server.jobs.leases.Leases;
import ai.wikibuilder.server.storage.StorageFolders;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
@Import(Retention.Parts.class)
class RetentionConfiguration {
  @Bean
  IdleFolders idleFolders(SystemTransactions system, StorageFolders folders, Leases leases) {
    return new IdleFolders(system, folders, leases);
  }

  @Bean
  Retention retention(Retention.Parts parts, Clock clock) {
    return new Retention(parts, clock);
  }

  /** One worker of all runs it. */
  @Bean
  NightlyWork pruning(Retention retention) {
    return new NightlyWork("retention", retention::prune);
  }
}
