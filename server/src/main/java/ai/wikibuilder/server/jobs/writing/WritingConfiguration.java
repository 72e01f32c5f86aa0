package ai.wikibuilder.server.jobs.writing;

import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.server.jobs.Quotes;
import ai.wikibuilder.server.keys.ModelKeys;
import ai.wikibuilder.server.quota.Allowance;
import ai.wikibuilder.server.quota.Usage;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.storage.StorageFolders;
import ai.wikibuilder.server.tenants.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the package together. */
@Configuration(proxyBeanMethods = false)
@Import(WritingConfiguration.Quota.class)
class WritingConfiguration {
  /** What calls count against. */
  record Quota(Allowance allowance, Usage usage) {}

  @Bean
  TenantModels tenantModels(
      EngineSettings engine, OutboundGuard guard, ModelKeys keys, StorageFolders folders) {
    return new TenantModels(engine, guard, keys, folders.root().resolve("replies"));
  }

  @Bean
  Authors authors(
      TenantTransactions transactions, TenantModels models, Quota quota, EngineSettings engine) {
    return new Authors(transactions, models, quota.allowance(), quota.usage(), engine.budget());
  }

  @Bean
  Quotes quotes(Authors authors, GenerationStore store) {
    return new Quotes(authors, store);
  }
}
