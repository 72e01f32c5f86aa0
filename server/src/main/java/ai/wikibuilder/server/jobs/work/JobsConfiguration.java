package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.JobSettings;
import ai.wikibuilder.server.jobs.Tickets;
import ai.wikibuilder.server.jobs.leases.Leases;
import ai.wikibuilder.server.jobs.schedules.Schedules;
import ai.wikibuilder.server.jobs.writing.Authors;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.storage.StorageSettings;
import ai.wikibuilder.server.telemetry.Metrics;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantTransactions;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Puts the module together. A process that is no worker accepts builds and runs none. */
@Configuration(proxyBeanMethods = false)
@Import({Schedules.Parts.class, BuildRun.Parts.class, Worker.Parts.class, WorkerPool.Parts.class})
class JobsConfiguration {
  /** Tickets come into the database together with what they are for. */
  @Bean
  Tickets tickets(DataSource application, Clock clock) {
    SchedulerClient client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(application)).build();
    return new ScheduledTickets(client, clock);
  }

  @Bean
  ScheduledAlarms alarms(DataSource application) {
    return new ScheduledAlarms(
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(application)).build());
  }

  @Bean
  Schedules schedules(Schedules.Parts parts, Clock clock, SecureRandom random) {
    return new Schedules(parts, clock, random);
  }

  @Bean
  Builds builds(
      TenantTransactions transactions, SystemTransactions system, Tickets tickets, Clock clock) {
    return new Builds(transactions, system, tickets, clock);
  }

  @Bean
  Leases leases(SystemTransactions system, JobSettings settings) {
    return new Leases(system, "worker-" + UUID.randomUUID(), settings.lease());
  }

  @Bean
  HeldBuilds heldBuilds(TenantTransactions transactions) {
    return new HeldBuilds(transactions);
  }

  @Bean
  SharedBuilds sharedBuilds(
      SystemTransactions system,
      Repositories repositories,
      Leases leases,
      StorageSettings settings) {
    return new SharedBuilds(system, repositories, leases, settings);
  }

  @Bean
  BuildRun buildRun(BuildRun.Parts parts, Authors authors) {
    return new BuildRun(parts, authors);
  }

  @Bean
  Turns turns(SystemTransactions system, Leases leases) {
    return new Turns(system, leases);
  }

  @Bean
  Worker worker(Worker.Parts parts) {
    return new Worker(parts, Steps.unwatched());
  }

  @Bean
  QueueNumbers queueNumbers(SystemTransactions system, Metrics metrics) {
    QueueNumbers numbers = new QueueNumbers(system);
    numbers.showIn(metrics);
    return numbers;
  }

  @Bean
  OpenBuilds openBuilds(SystemTransactions system) {
    return new OpenBuilds(system);
  }

  @Bean
  WorkerPool workerPool(WorkerPool.Parts parts, DataSource application, JobSettings settings) {
    return new WorkerPool(parts, application, settings);
  }

  /** Work begins when everything else stands. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> workBegins(WorkerPool pool, JobSettings settings) {
    return _ -> {
      if (settings.isWorker()) {
        pool.start();
      }
    };
  }
}
