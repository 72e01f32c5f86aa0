package ai.wikibuilder.server.models;

import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.gate.RateLimits;
import ai.wikibuilder.models.gate.ReplyCache;
import ai.wikibuilder.models.gate.ReplyFiles;
import ai.wikibuilder.models.gate.Timing;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.Ledger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.ledger.LedgerStore;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.server.keys.ModelKeys;
import ai.wikibuilder.server.keys.OwnModel;
import ai.wikibuilder.server.quota.Allowance;
import ai.wikibuilder.server.quota.Allowance.Reservation;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.quota.Usage;
import ai.wikibuilder.server.quota.UsageEntry;
import ai.wikibuilder.server.telemetry.Metric;
import ai.wikibuilder.server.telemetry.Metrics;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the models that somebody's work is done with. Threads may share it.
 *
 * <p>A key of the person's own goes before the central one: it is not counted against the plan, and
 * it is opened here, for the work that begins now. Replies are kept apart for each tenant.
 */
public final class TenantModels {
  /** The engine counts in billionths of a dollar. */
  static final long NANOS_OF_MICRO = 1_000;

  private static final double MICRO_OF_DOLLAR = 1e6;

  /** Where no central model says how patient to be. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private static final Duration REPLY_TIME = Duration.ofMinutes(10);

  private static final RateLimits RATES = new RateLimits(0, 0, 4);

  private final EngineSettings settings;
  private final OutboundGuard guard;
  private final ModelKeys keys;
  private final Allowance allowance;
  private final Usage usage;
  private final Metrics metrics;
  private final Path caches;
  private final TokenCounter counter = new TokenCounter();
  private final Optional<Models> central;

  TenantModels(Parts parts) {
    this.settings = parts.settings();
    this.guard = parts.guard();
    this.keys = parts.keys();
    this.allowance = parts.allowance();
    this.usage = parts.usage();
    this.metrics = parts.metrics();
    this.caches = settings.caches();
    this.central = settings.models().map(models -> models(models, ReplyCache.none()));
  }

  /** What it is made of. */
  record Parts(
      EngineSettings settings,
      OutboundGuard guard,
      ModelKeys keys,
      Allowance allowance,
      Usage usage,
      Metrics metrics) {}

  /**
   * What work is done for.
   *
   * @param kind of usage: build, ask, research or embedding
   * @param most it may cost
   * @param resumed what another process goes on with when this one dies, as {@link Allowance.Work}
   *     has it
   */
  public record Work(
      TenantId tenant, UserId user, String kind, Amount most, Optional<UUID> resumed) {
    /** Work that ends with its process. */
    public Work(TenantId tenant, UserId user, String kind, Amount most) {
      this(tenant, user, kind, most, Optional.empty());
    }
  }

  /** Whether there is a model at all, without holding anything. */
  public boolean isAny(TenantId tenant, UserId user) {
    return central.isPresent() || keys.find(tenant, user).isPresent();
  }

  /**
   * Whether work of the person has an embedding model. That is one of the central models; a key of
   * one's own is asked for no more than it was given for.
   */
  public boolean isEmbedding(TenantId tenant, UserId user) {
    return central.flatMap(Models::embeddingName).isPresent() && keys.find(tenant, user).isEmpty();
  }

  /**
   * The models for a piece of work, for which the most that it may cost is held back until it is
   * closed; empty when neither the person nor the installation has one.
   *
   * @throws ai.wikibuilder.server.quota.QuotaException when the plan allows nothing more
   */
  public Optional<HeldModels> hold(Work work) {
    return own(work)
        .or(() -> central.map(models -> held(models.keeping(replies(work.tenant())), work)));
  }

  /**
   * The same for long work that nobody knows the cost of: each call holds back what it may cost
   * while it is under way, and the rest of the month is there for others.
   *
   * @throws ai.wikibuilder.server.quota.QuotaException when the plan allows nothing more
   */
  public Optional<HeldModels> holdByCall(Work work) {
    return own(work)
        .or(() -> central.map(models -> heldByCall(models.keeping(replies(work.tenant())), work)));
  }

  private Optional<HeldModels> own(Work work) {
    return keys.open(work.tenant(), work.user())
        .map(key -> {
          Models models = models(settings(key), replies(work.tenant()));
          Ledger ledger =
              new BudgetedLedger(
                  budget(models, work.most()),
                  entry -> usage.enter(work.tenant(), work.user(), counted(work, entry, "own")));
          return new HeldModels(models, ledger, folder(work.tenant()), () -> {});
        });
  }

  private Path folder(TenantId tenant) {
    return caches.resolve(tenant.toString());
  }

  private ReplyCache replies(TenantId tenant) {
    return new ReplyFiles(folder(tenant).resolve("replies"), settings.replyBytesMax());
  }

  /**
   * The central models, to give a question its vector, also for somebody with a key of their own:
   * the vectors of a wiki are those of the central embedding model, and only that one's can be
   * compared with them. Some ten tokens a question, under the plan.
   *
   * @return empty without an embedding model
   * @throws ai.wikibuilder.server.quota.QuotaException when the plan allows nothing more
   */
  public Optional<HeldModels> holdEmbedding(Work work) {
    return central
        .filter(models -> models.embeddingName().isPresent())
        .map(models -> held(models, work));
  }

  private HeldModels held(Models models, Work work) {
    Reservation held = reserve(work, work.most());
    Ledger ledger =
        new BudgetedLedger(
            budget(models, held.held()), entry -> held.enter(counted(work, entry, "central")));
    return new HeldModels(models, ledger, folder(work.tenant()), held::close);
  }

  private HeldModels heldByCall(Models models, Work work) {
    Reservation held = reserve(work, new Amount(0, 0));
    Ledger ledger =
        new CallByCall(
            new BudgetedLedger(budget(models, work.most()), LedgerStore.none()),
            held,
            entry -> counted(work, entry, "central"));
    return new HeldModels(models, ledger, folder(work.tenant()), held::close);
  }

  private Reservation reserve(Work work, Amount most) {
    return allowance.reserve(new Allowance.Work(work.tenant(), work.user(), work.resumed(), most));
  }

  /** Money limits nothing where it is not known what a model costs; tokens always do. */
  private static Budget budget(Models models, Amount most) {
    boolean priced = models.facts(Tier.STRONG).prices().isPresent();
    Money money = new Money(most.microDollars() * NANOS_OF_MICRO);
    return new Budget(priced ? Optional.of(money) : Optional.empty(), Optional.of(most.tokens()));
  }

  /** What is written down of a call, counted for whoever watches over the installation as well. */
  private UsageEntry counted(Work work, LedgerEntry entry, String key) {
    UsageEntry used = used(work.kind(), entry);
    metrics.count(Metric.MODEL_CALLS, work.kind(), key);
    metrics.add(Metric.MODEL_TOKENS, (double) used.tokensIn(), work.kind(), "in");
    metrics.add(Metric.MODEL_TOKENS, (double) used.tokensOut(), work.kind(), "out");
    metrics.add(Metric.MODEL_DOLLARS, used.microDollars() / MICRO_OF_DOLLAR, work.kind(), key);
    return used;
  }

  private static UsageEntry used(String kind, LedgerEntry entry) {
    long nanos = entry.usage().cost().map(Money::nanos).orElse(0L);
    return new UsageEntry(
        kind,
        Optional.of(entry.model()),
        entry.usage().tokensIn(),
        entry.usage().tokensOut(),
        Math.ceilDiv(nanos, NANOS_OF_MICRO),
        entry.at());
  }

  /** As the central models are used, at another provider or with another key. */
  private ModelSettings settings(OwnModel own) {
    Endpoint endpoint =
        new Endpoint(own.provider(), own.provider().baseUrl().orElse(""), Optional.of(own.key()));
    return new ModelSettings(
        endpoint,
        own.cheap(),
        own.strong(),
        Optional.empty(),
        Optional.empty(),
        settings.models().map(ModelSettings::rates).orElseGet(() -> RATES),
        settings.models().map(ModelSettings::silence).orElse(SILENCE),
        settings.models().map(ModelSettings::replyTime).orElse(REPLY_TIME),
        settings.models().map(ModelSettings::facts).orElse(List.of()));
  }

  private Models models(ModelSettings models, ReplyCache replies) {
    return new Models(models, guard, replies, counter, Timing.real());
  }
}
