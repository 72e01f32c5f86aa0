package ai.wikibuilder.server.storage;

import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.telemetry.Metric;
import ai.wikibuilder.server.telemetry.Metrics;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
  @Bean
  GenerationStore generationStore(
      Repositories repositories, StorageFolders folders, SystemTransactions system, Clock clock) {
    return new GenerationStore(repositories, folders, new Accesses(system, clock));
  }

  @Bean
  Room room(StorageFolders folders, Metrics metrics) {
    Room room = Room.of(folders.root());
    metrics.watch(Metric.STORAGE_FREE_BYTES, room::usableBytes);
    return room;
  }

  @Bean
  Sweep sweep(SystemTransactions system, GenerationStore store, Clock clock) {
    return new Sweep(system, store, clock);
  }
}
