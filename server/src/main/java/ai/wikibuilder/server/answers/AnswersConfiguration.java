package ai.wikibuilder.server.answers;

import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.JobSettings;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.wikis.Wikis;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
@Import({ResearchWork.Parts.class, Answering.Memory.class})
class AnswersConfiguration {
  @Bean
  Conversations conversations(TenantTransactions transactions, SystemTransactions system) {
    return new Conversations(transactions, system);
  }

  @Bean
  SharedConversations sharedConversations(
      TenantTransactions transactions, SystemTransactions system) {
    return new SharedConversations(transactions, system);
  }

  @Bean
  AskedTurns askedTurns(TenantTransactions transactions) {
    return new AskedTurns(transactions);
  }

  @Bean
  Answering answering(Wikis wikis, TenantModels models, Answering.Memory memory, Clock clock) {
    return new Answering(wikis, models, memory, clock);
  }

  @Bean
  Searching searching(TenantModels models) {
    return new Searching(models);
  }

  @Bean
  Researches researches(
      TenantTransactions transactions,
      SystemTransactions system,
      TenantModels models,
      JobSettings settings) {
    return new Researches(transactions, system, models, settings.lease());
  }

  @Bean
  ResearchEvents researchEvents(TenantTransactions transactions, SystemTransactions system) {
    return new ResearchEvents(transactions, system);
  }

  @Bean
  PublishedReports publishedReports(Researches researches, Builds builds, SecureRandom random) {
    return new PublishedReports(researches, builds, random);
  }

  @Bean(destroyMethod = "close")
  ResearchWork researchWork(ResearchWork.Parts parts, JsonMapper json) {
    return new ResearchWork(parts, json);
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
