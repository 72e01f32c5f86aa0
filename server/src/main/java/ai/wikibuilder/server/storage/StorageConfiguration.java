package ai.wikibuilder.server.storage;

import ai.wikibuilder.server.repositories.Repositories;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
  @Bean
  GenerationStore generationStore(Repositories repositories, StorageFolders folders) {
    return new GenerationStore(repositories, folders);
  }
}
