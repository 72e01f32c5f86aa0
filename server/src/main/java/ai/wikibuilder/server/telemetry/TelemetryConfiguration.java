package ai.wikibuilder.server.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {
  @Bean
  Metrics metrics(MeterRegistry registry) {
    return new Metrics(registry);
  }
}
