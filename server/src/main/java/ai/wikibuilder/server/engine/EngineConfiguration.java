package ai.wikibuilder.server.engine;

import ai.wikibuilder.outbound.HostResolver;
import ai.wikibuilder.outbound.OutboundGuard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
  @Bean
  OutboundGuard outboundGuard(EngineSettings settings) {
    return new OutboundGuard(settings.outbound(), HostResolver.ofThisMachine());
  }
}
