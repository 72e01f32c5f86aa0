package ai.wikibuilder.server.models;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
@Import(TenantModels.Parts.class)
class ModelsConfiguration {
  @Bean
  TenantModels tenantModels(TenantModels.Parts parts) {
    return new TenantModels(parts);
  }
}
