package ai.wikibuilder.server.wikis;

import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class WikisConfiguration {
  @Bean
  Wikis wikis(GenerationStore store) {
    return new Wikis(store);
  }

  @Bean
  ManyWikis manyWikis(Wikis wikis, Repositories repositories) {
    return new ManyWikis(wikis, repositories);
  }

  @Bean
  Comparisons comparisons(TenantTransactions transactions, GenerationStore store) {
    return new Comparisons(transactions, store);
  }

  @Bean
  Readers readers(SystemTransactions system) {
    return new Readers(system);
  }
}
