package ai.wikibuilder.server.providers;

import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.server.secrets.SecretBox;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class ProvidersConfiguration {
  @Bean
  ProviderHttp providerHttp(OutboundGuard guard) {
    return new ProviderHttp(guard);
  }

  @Bean
  Discovery discovery(ProviderHttp http, Clock clock) {
    return new Discovery(http, clock);
  }

  @Bean
  TokenCalls tokenCalls(Providers providers, Discovery discovery, ProviderHttp http, Clock clock) {
    return new TokenCalls(providers, discovery, http, clock);
  }

  @Bean
  GrantRevocation grantRevocation(TokenCalls calls) {
    return new GrantRevocation(calls);
  }

  @Bean
  ProviderVisits providerVisits(SystemTransactions system, SecretBox box, Clock clock) {
    return new ProviderVisits(system, box, clock);
  }

  @Bean
  ProviderLogins.Asking asking(Discovery discovery, TokenCalls calls) {
    return new ProviderLogins.Asking(discovery, calls);
  }

  @Bean
  HostedRepositories hostedRepositories(Providers providers, ProviderHttp http) {
    return new HostedRepositories(providers, http);
  }
}
