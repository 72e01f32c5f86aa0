package ai.wikibuilder.server.jobs.writing;

import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.server.jobs.Quotes;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.tenants.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the package together. */
@Configuration(proxyBeanMethods = false)
class WritingConfiguration {
  @Bean
  Authors authors(TenantTransactions transactions, TenantModels models, EngineSettings engine) {
    return new Authors(transactions, models, engine.budget());
  }

  @Bean
  Quotes quotes(Authors authors, GenerationStore store) {
    return new Quotes(authors, store);
  }
}
