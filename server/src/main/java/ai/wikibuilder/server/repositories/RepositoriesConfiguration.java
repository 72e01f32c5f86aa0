package ai.wikibuilder.server.repositories;

import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.server.engine.EngineSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class RepositoriesConfiguration {
  @Bean
  Connections connections(OutboundGuard guard, EngineSettings engine) {
    return new Connections(guard, engine, engine.caches().resolve("asked"));
  }
}
