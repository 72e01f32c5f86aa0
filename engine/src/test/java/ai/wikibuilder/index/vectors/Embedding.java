package ai.wikibuilder.index.vectors;

import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.embeddings.ProviderEmbedder;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.gate.ManualTime;
import ai.wikibuilder.models.gate.RateLimits;
import ai.wikibuilder.models.gate.ReplyCache;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.LedgerStore;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.models.tokens.TokenCounter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Embedding models at a scripted server, for the tests of vectors. */
public final class Embedding {
  /** Shared: its vocabulary takes a second to load. */
  private static final TokenCounter COUNTER = new TokenCounter();

  private final ScriptedModelServer server =
      new ScriptedModelServer((prompt, random) -> ScriptedReply.text("ready"));

  public ScriptedModelServer server() {
    return server;
  }

  /** What is known of the model that is asked, length of vectors included. */
  static List<String> facts() {
    return List.of("embed-model 1000 0 1 0 1 1 1 0 dim=" + ScriptedModelServer.DIMENSION);
  }

  ProviderEmbedder embedder() {
    return embedder("embed-model", Budget.unlimited());
  }

  ProviderEmbedder embedder(String model, Budget budget) {
    return models(model).embedder(new BudgetedLedger(budget, LedgerStore.none())).orElseThrow();
  }

  /** For questions to vectors of this model. */
  public QuestionModel questions(String model) {
    Models models = models(model);
    BudgetedLedger ledger = new BudgetedLedger(Budget.unlimited(), LedgerStore.none());
    return new QuestionModel(
        new VectorModel(models.embeddingName().orElseThrow(), Optional.empty()),
        dimension -> models.questionEmbedder(ledger, dimension).orElseThrow());
  }

  private Models models(String model) {
    var endpoint = server.endpoint(Provider.OPENAI_COMPATIBLE, "sk-test");
    ModelSettings settings =
        new ModelSettings(
            endpoint,
            "chat",
            "chat",
            Optional.empty(),
            Optional.of(new ModelSettings.Embedding(endpoint, model)),
            new RateLimits(0, 0, 4),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            facts());
    return new Models(
        settings, server.guard(), ReplyCache.none(), COUNTER, new ManualTime(3).timing());
  }

  public void close() {
    server.close();
  }
}
