package ai.wikibuilder.server.answers;

import ai.wikibuilder.server.jobs.JobSettings;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.wikis.Wikis;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

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

  @Bean
  Researches researches(
      TenantTransactions transactions, SystemTransactions system, TenantModels models) {
    return new Researches(transactions, system, models);
  }

  @Bean(destroyMethod = "close")
  ResearchWork researchWork(
      Researches researches, Wikis wikis, TenantModels models, JsonMapper json) {
    return new ResearchWork(researches, wikis, models, json);
  }

  /** Work begins when everything else stands, in processes that are workers. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> researchBegins(
      ResearchWork work, JobSettings settings) {
    return _ -> {
      if (settings.isWorker()) {
        work.start();
      }
    };
  }
}
