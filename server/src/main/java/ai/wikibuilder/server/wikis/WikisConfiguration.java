package ai.wikibuilder.server.wikis;

import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.tenants.SystemTransactions;
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
  Readers readers(SystemTransactions system) {
    return new Readers(system);
  }
}
