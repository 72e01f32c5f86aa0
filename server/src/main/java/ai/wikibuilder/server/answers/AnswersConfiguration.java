package ai.wikibuilder.server.answers;

import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.wikis.Wikis;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class AnswersConfiguration {
  @Bean
  Conversations conversations(
      TenantTransactions transactions, SystemTransactions system, Clock clock) {
    return new Conversations(transactions, system, clock);
  }

  @Bean
  Answering answering(Wikis wikis, TenantModels models, Conversations conversations, Clock clock) {
    return new Answering(wikis, models, conversations, clock);
  }
}
