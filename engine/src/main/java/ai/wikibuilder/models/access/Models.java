package ai.wikibuilder.models.access;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.embeddings.ProviderEmbedder;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.facts.ModelCatalogue;
import ai.wikibuilder.models.facts.ModelFacts;
import ai.wikibuilder.models.facts.PriceList;
import ai.wikibuilder.models.facts.PromptSize;
import ai.wikibuilder.models.gate.CallsUnderWay;
import ai.wikibuilder.models.gate.Gate;
import ai.wikibuilder.models.gate.KeyRate;
import ai.wikibuilder.models.gate.Lineup;
import ai.wikibuilder.models.gate.LocalKeyRate;
import ai.wikibuilder.models.gate.ReplyCache;
import ai.wikibuilder.models.gate.RetryPolicy;
import ai.wikibuilder.models.gate.Target;
import ai.wikibuilder.models.gate.Timing;
import ai.wikibuilder.models.ledger.Ledger;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.models.wire.Wire;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The models of one configuration. May be shared by threads; made once, because the rates of a key
 * hold for all who use it.
 */
public final class Models {
  private final ModelSettings settings;
  private final ReplyCache cache;
  private final Timing timing;
  private final TokenCounter counter;
  private final Lineup lineup;
  private final CallsUnderWay calls;

  /**
   * @param guard decides which addresses are spoken to
   * @param cache replies of earlier builds
   * @param counter shared by all models of a process: its vocabulary takes a second to load
   */
  public Models(
      ModelSettings settings,
      OutboundGuard guard,
      ReplyCache cache,
      TokenCounter counter,
      Timing timing) {
    this.settings = settings;
    this.cache = cache;
    this.counter = counter;
    this.timing = timing;
    this.calls = new CallsUnderWay();
    ModelCatalogue catalogue = new ModelCatalogue(settings.facts());
    OutboundLimits limits = new OutboundLimits(settings.replyTime(), settings.silence());
    Access chat = access(settings.endpoint(), guard, limits);
    this.lineup =
        new Lineup(
            chat.target(settings.cheap(), catalogue),
            chat.target(settings.strong(), catalogue),
            settings.fallback().map(model -> chat.target(model, catalogue)),
            settings
                .embedding()
                .map(embedding -> {
                  boolean same = embedding.endpoint().equals(settings.endpoint());
                  Access vectors = same ? chat : access(embedding.endpoint(), guard, limits);
                  return vectors.target(embedding.model(), catalogue);
                }));
  }

  private Models(Models like, ReplyCache cache) {
    this.settings = like.settings;
    this.cache = cache;
    this.timing = like.timing;
    this.counter = like.counter;
    this.lineup = like.lineup;
    this.calls = like.calls;
  }

  /** The same models, at the same rates, with other replies of earlier builds. */
  public Models keeping(ReplyCache replies) {
    return new Models(this, replies);
  }

  private Access access(Endpoint endpoint, OutboundGuard guard, OutboundLimits limits) {
    return new Access(
        endpoint,
        new Wire(endpoint, guard, limits, timing.clock()),
        calls.counting(new LocalKeyRate(settings.rates(), timing)));
  }

  /** An endpoint, spoken to at the rate of its key. */
  private record Access(Endpoint endpoint, Wire wire, KeyRate rate) {
    Target target(String model, ModelCatalogue catalogue) {
      ModelFacts facts = catalogue.orAssumed(model);
      boolean free = facts.prices().isEmpty() && endpoint.provider().isOwnMachine();
      return new Target(wire, model, free ? facts.withPrices(PriceList.FREE) : facts, rate);
    }
  }

  /** The models, spending from this ledger. */
  public Gate gate(Ledger ledger) {
    return gate(ledger, RetryPolicy.standard());
  }

  /** The models, spending from this ledger, as patient as this policy. */
  public Gate gate(Ledger ledger, RetryPolicy policy) {
    return new Gate(lineup, ledger, cache, counter, policy, timing);
  }

  /** The model of a tier, as configured. */
  public String model(Tier tier) {
    return target(tier).model();
  }

  /** What is known of it: for whoever plans prompts or quotes what they will cost. */
  public ModelFacts facts(Tier tier) {
    return target(tier).facts();
  }

  private Target target(Tier tier) {
    return switch (tier) {
      case CHEAP -> lineup.cheap();
      case STRONG -> lineup.strong();
    };
  }

  /** The calls of all of them, whoever makes them. */
  public CallsUnderWay calls() {
    return calls;
  }

  /** Counts as the gate does: for whoever plans prompts. */
  public TokenCounter counter() {
    return counter;
  }

  /**
   * The models, spending from this ledger, looked at when there is work for them.
   *
   * @param smallest the smallest prompt that will be sent, with its reply; asked for when something
   *     is looked at, since counting loads a vocabulary
   */
  public ChatModel examined(Ledger ledger, Supplier<PromptSize> smallest) {
    return new ExaminedModel(gate(ledger), preflight(ledger, smallest));
  }

  /**
   * Looks whether all of it would answer; each look is a call that costs next to nothing.
   *
   * @param smallest the smallest prompt that will be sent, with its reply; asked for when something
   *     is looked at, since counting loads a vocabulary
   */
  public Preflight preflight(Ledger ledger, Supplier<PromptSize> smallest) {
    return new Preflight(
        lineup,
        target -> {
          Lineup alone = new Lineup(target, target, Optional.empty(), Optional.of(target));
          return new Gate(alone, ledger, ReplyCache.none(), counter, RetryPolicy.brief(), timing);
        },
        smallest,
        timing.clock());
  }

  /** Provider and model of the embeddings, with a slash between them; empty without one. */
  public Optional<String> embeddingName() {
    return settings
        .embedding()
        .map(embedding -> embedding.endpoint().provider().key() + "/" + embedding.model());
  }

  /** What is known of the embedding model; empty when none is configured. */
  public Optional<ModelFacts> embeddingFacts() {
    return lineup.embedding().map(Target::facts);
  }

  /**
   * The embedding model, spending from this ledger; empty when none is configured.
   *
   * @throws ai.wikibuilder.models.ModelException when its vectors' length is not known and it
   *     cannot be asked
   */
  public Optional<ProviderEmbedder> embedder(Ledger ledger) {
    return embeddingName()
        .map(name -> {
          Gate gate = gate(ledger);
          int dimension =
              embeddingFacts()
                  .flatMap(ModelFacts::dimension)
                  .orElseGet(() -> gate.vectors(List.of("length"), "length").getFirst().length);
          return new ProviderEmbedder(gate, counter, name, dimension);
        });
  }

  /**
   * The embedding model for questions somebody waits for; empty when none is configured.
   *
   * @param dimension of the vectors a question is compared with
   */
  public Optional<ProviderEmbedder> questionEmbedder(Ledger ledger, int dimension) {
    Gate gate = gate(ledger, RetryPolicy.brief());
    return embeddingName().map(name -> new ProviderEmbedder(gate, counter, name, dimension));
  }
}
