package ai.wikibuilder.server.models;

import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.asking.AskSettings;
import ai.wikibuilder.index.vectors.ConfiguredVectors;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.gate.RetryPolicy;
import ai.wikibuilder.models.ledger.Ledger;
import java.nio.file.Path;

/**
 * Models that one piece of work may use, until it is closed. Threads may share it.
 *
 * @param models what is asked
 * @param ledger what the work may spend, and where each call is written down
 * @param caches folder of what was paid for, the tenant's own
 * @param end gives back what was held for the work
 */
public record HeldModels(Models models, Ledger ledger, Path caches, Runnable end)
    implements AutoCloseable {
  /** For questions: a person waits, so a model that does not answer is not waited for long. */
  public Adviser adviser() {
    return new Adviser(
        models.gate(ledger, RetryPolicy.brief()), models.counter()::count, AskSettings.standard());
  }

  /** Vectors by the embedding model, where there is one; each call is one of this work. */
  public ConfiguredVectors vectors() {
    return new ConfiguredVectors(models, ledger, caches);
  }

  @Override
  public void close() {
    end.run();
  }
}
