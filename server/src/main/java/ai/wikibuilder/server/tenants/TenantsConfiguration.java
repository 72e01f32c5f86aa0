package ai.wikibuilder.server.tenants;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class TenantsConfiguration {
  @Bean
  TenantTransactions tenantTransactions(DataSource application, Supplier<Actor> actor) {
    return new TenantTransactions(application, actor);
  }

  @Bean
  SystemTransactions systemTransactions(DataSource application, Supplier<Actor> actor) {
    return new SystemTransactions(application, actor);
  }

  @Bean
  Tenants tenants(TenantTransactions transactions, SystemTransactions system, Clock clock) {
    return new Tenants(transactions, system, clock);
  }

  @Bean
  Invitations invitations(TenantTransactions transactions, SecureRandom random, Clock clock) {
    return new Invitations(transactions, random, clock);
  }
}
