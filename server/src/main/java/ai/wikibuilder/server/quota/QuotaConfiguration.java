package ai.wikibuilder.server.quota;

import ai.wikibuilder.server.telemetry.Metrics;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantTransactions;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class QuotaConfiguration {
  @Bean
  Plans plans(SystemTransactions system, Clock clock) {
    return new Plans(system, clock);
  }

  @Bean
  RateLimits rateLimits(DataSource application, Metrics metrics) {
    return new RateLimits(application, metrics);
  }

  @Bean
  WorkRates workRates(RateLimits limits, RateSettings rates) {
    return new WorkRates(limits, rates);
  }

  @Bean
  Usage usage(TenantTransactions transactions, Clock clock) {
    return new Usage(transactions, clock);
  }

  @Bean
  Allowance allowance(TenantTransactions transactions, Clock clock) {
    return new Allowance(transactions, clock);
  }
}
