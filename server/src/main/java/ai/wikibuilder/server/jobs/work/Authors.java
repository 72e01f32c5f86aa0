package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.models.ledger.Spent;
import ai.wikibuilder.server.quota.Plan;
import ai.wikibuilder.server.quota.Plans;
import ai.wikibuilder.server.tenants.TenantTransactions;
import java.util.Optional;

/** Finds who writes the pages of a build. Threads may share it. */
final class Authors {
  private final TenantTransactions transactions;

  Authors(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  AuthorAtWork of(Turn turn) {
    Plan plan = transactions.in(turn.hold().tenant(), Plans::locked);
    return new AuthorAtWork(
        new Author.Composer(), Spent::nothing, plan.repositoryBytes(), Optional.empty());
  }
}
