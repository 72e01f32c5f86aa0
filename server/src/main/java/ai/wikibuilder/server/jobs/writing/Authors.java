package ai.wikibuilder.server.jobs.writing;

import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.models.AbsentChatModel;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.ledger.LedgerStore;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.pages.prose.ProseSettings;
import ai.wikibuilder.pages.prose.WrittenTexts;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildException;
import ai.wikibuilder.server.jobs.Writer;
import ai.wikibuilder.server.quota.Allowance;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.quota.Usage;
import ai.wikibuilder.server.quota.UsageEntry;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds who writes the pages of a build. Threads may share it. */
public final class Authors {
  /** Work on a page is entered as calls of a model. */
  private static final String KIND = "call";

  private static final long NANOS_OF_A_MICRO_DOLLAR = 1_000;

  private final TenantTransactions transactions;
  private final TenantModels models;
  private final Allowance allowance;
  private final Usage usage;
  private final Budget usual;

  /**
   * @param usual what one build may have a model use where nothing was asked
   */
  Authors(
      TenantTransactions transactions,
      TenantModels models,
      Allowance allowance,
      Usage usage,
      Budget usual) {
    this.transactions = transactions;
    this.models = models;
    this.allowance = allowance;
    this.usage = usage;
    this.usual = usual;
  }

  /**
   * Who writes this build. A model that does not answer just now is replaced by one that says why:
   * pages are composed then.
   *
   * @throws BuildException NO_MODEL
   * @throws ai.wikibuilder.server.quota.QuotaException when nothing of the month is left
   * @throws ModelException when the model never could write: its key or name is wrong
   */
  public AuthorAtWork of(Build build) {
    StoredTexts texts = new StoredTexts(transactions, build.tenant(), build.repository());
    if (build.wish().writer() == Writer.COMPOSED) {
      return AuthorAtWork.composer(texts);
    }
    build.wish().retriedPage().ifPresent(texts::forget);
    UserId user =
        build
            .by()
            .orElseThrow(() ->
                new BuildException(
                    BuildException.Kind.NO_MODEL,
                    "Whoever asked for this build has no account any more, so nobody's key is used."));
    TenantModels.Access access =
        models.of(build.tenant(), user, build.wish().retriedPage().isPresent());
    Budget asked = build.wish().budget().flatMap(Budget::parse).orElse(usual);
    if (!access.isCentral()) {
      return author(
          build,
          access,
          new BudgetedLedger(asked, store(entry -> usage.enter(build.tenant(), user, entry))),
          new Kept(texts, () -> {}));
    }
    Allowance.Reservation held = allowance.reserve(build.tenant(), user, amount(asked));
    try {
      return author(
          build,
          access,
          new BudgetedLedger(budget(held.held()), store(held::enter)),
          new Kept(texts, held::close));
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /** What is kept of a build's pages, and what gives back what is held for it. */
  private record Kept(StoredTexts texts, Runnable giveBack) {}

  private static AuthorAtWork author(
      Build build, TenantModels.Access access, BudgetedLedger ledger, Kept kept) {
    Models models = access.models();
    ChatModel model = models.gate(ledger);
    try {
      models.preflight(ledger).require();
    } catch (ModelException e) {
      if (!e.kind().isPassing()) {
        throw e;
      }
      model = new AbsentChatModel(String.valueOf(e.getMessage()));
    }
    return new AuthorAtWork(
        author(access, model, build.wish().language()),
        ledger::spent,
        kept.texts(),
        kept.giveBack());
  }

  private static Author.LanguageModel author(
      TenantModels.Access access, ChatModel model, PageLanguage language) {
    Models models = access.models();
    return new Author.LanguageModel(
        access.name(),
        model,
        new Author.Facts(models.facts(Tier.CHEAP), models.facts(Tier.STRONG)),
        models.counter()::count,
        ProseSettings.standard(language));
  }

  /**
   * The model as an author who is never asked, for a quote.
   *
   * @throws BuildException NO_MODEL
   */
  public Author.LanguageModel quoted(TenantId tenant, UserId user, PageLanguage language) {
    TenantModels.Access access = models.of(tenant, user, false);
    Budget nothing = new Budget(Optional.empty(), Optional.of(0L));
    BudgetedLedger ledger = new BudgetedLedger(nothing, LedgerStore.none());
    return author(access, access.models().gate(ledger), language);
  }

  /** What models wrote of a repository before. */
  public WrittenTexts texts(TenantId tenant, RepositoryId repository) {
    return new StoredTexts(transactions, tenant, repository);
  }

  /** Replies that were kept cost nothing and are no use of anything. */
  private static LedgerStore store(Consumer<UsageEntry> enter) {
    return entry -> {
      if (!entry.kept()) {
        enter.accept(entered(entry));
      }
    };
  }

  /** Rounded up: what is counted is never less than what was paid. */
  private static UsageEntry entered(LedgerEntry entry) {
    long nanos = entry.usage().cost().map(Money::nanos).orElse(0L);
    return new UsageEntry(
        KIND,
        Optional.of(entry.model()),
        entry.usage().tokensIn(),
        entry.usage().tokensOut(),
        Math.ceilDiv(nanos, NANOS_OF_A_MICRO_DOLLAR),
        entry.at());
  }

  private static Amount amount(Budget budget) {
    return new Amount(
        budget.tokens().orElse(Long.MAX_VALUE),
        budget
            .money()
            .map(money -> money.nanos() / NANOS_OF_A_MICRO_DOLLAR)
            .orElse(Long.MAX_VALUE));
  }

  private static Budget budget(Amount held) {
    return new Budget(
        Optional.of(new Money(Math.multiplyExact(held.microDollars(), NANOS_OF_A_MICRO_DOLLAR))),
        Optional.of(held.tokens()));
  }
}
