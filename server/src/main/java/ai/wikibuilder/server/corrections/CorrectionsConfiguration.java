package ai.wikibuilder.server.corrections;

import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.wikis.Wikis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class CorrectionsConfiguration {
  @Bean
  ReportedSentences reportedSentences(TenantTransactions transactions, Wikis wikis, Builds builds) {
    return new ReportedSentences(transactions, wikis, builds);
  }

  @Bean
  KeptOut keptOut(ReportedSentences reported) {
    return new KeptOut(reported);
  }
}
