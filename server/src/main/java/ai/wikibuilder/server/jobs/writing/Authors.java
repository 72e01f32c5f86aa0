package ai.wikibuilder.server.jobs.writing;

import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.index.vectors.VectorAuthor;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.gate.ReplyCache;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.pages.prose.ProseSettings;
import ai.wikibuilder.pages.prose.ProseWriter;
import ai.wikibuilder.pages.prose.WrittenTexts;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildException;
import ai.wikibuilder.server.jobs.Writer;
import ai.wikibuilder.server.models.HeldModels;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.util.Optional;

/** Finds who writes the pages of a build. Threads may share it. */
public final class Authors {
  /** What calls for pages are entered as; {@code build} is the entry of the build itself. */
  private static final String KIND = "call";

  private static final long NANOS_OF_A_MICRO_DOLLAR = 1_000;

  /** Stands for no limit; large enough for any, small enough to be counted in anything. */
  private static final long UNLIMITED = 1_000_000_000_000_000L;

  /**
   * Held back for vectors of a composed wiki: those of some 100,000 lines; the rest comes with the
   * next build.
   */
  private static final Amount VECTORS_MOST = new Amount(1_000_000, 500_000);

  private final TenantTransactions transactions;
  private final TenantModels models;
  private final Budget usual;

  /**
   * @param usual what one build may have a model use where nothing was asked
   */
  public Authors(TenantTransactions transactions, TenantModels models, Budget usual) {
    this.transactions = transactions;
    this.models = models;
    this.usual = usual;
  }

  /**
   * Who writes this build, and who gives its chunks vectors. A model is looked at when there are
   * pages to write.
   *
   * @param isOfAll whether all tenants share the result: then nobody's models are asked
   * @throws BuildException NO_MODEL
   * @throws QuotaException when nothing of the month is left for a model to write with
   */
  public AuthorAtWork of(Build build, boolean isOfAll) {
    StoredTexts texts = new StoredTexts(transactions, build.tenant(), build.repository());
    if (build.wish().writer() == Writer.COMPOSED) {
      return isOfAll ? AuthorAtWork.composer(texts) : composer(build, texts);
    }
    build.wish().retriedPage().ifPresent(texts::forget);
    UserId user =
        build
            .by()
            .orElseThrow(() ->
                new BuildException(
                    BuildException.Kind.NO_MODEL,
                    "Whoever asked for this build has no account any more, so nobody's key is used."));
    Budget most = build.wish().budget().flatMap(Budget::parse).orElse(usual);
    HeldModels held =
        held(
            new TenantModels.Work(
                build.tenant(), user, KIND, amount(most), Optional.of(build.id().value())));
    try {
      return author(build, held, texts);
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /** Composed pages cost nothing; vectors do, and without them the wiki is found by its words. */
  private AuthorAtWork composer(Build build, StoredTexts texts) {
    Optional<UserId> by = build.by().filter(user -> models.isEmbedding(build.tenant(), user));
    if (by.isEmpty()) {
      return AuthorAtWork.composer(texts);
    }
    Amount most = amount(build.wish().budget().flatMap(Budget::parse).orElse(usual));
    try {
      HeldModels held =
          held(
              new TenantModels.Work(
                  build.tenant(),
                  by.get(),
                  KIND,
                  most.atMost(VECTORS_MOST),
                  Optional.of(build.id().value())));
      return new AuthorAtWork(
          new Author.Composer(), held.vectors().author(), held.ledger()::spent, texts, held::close);
    } catch (QuotaException e) {
      return AuthorAtWork.composer(texts);
    }
  }

  private HeldModels held(TenantModels.Work work) {
    return models.holdByCall(work).orElseThrow(Authors::noModel);
  }

  private static BuildException noModel() {
    return new BuildException(
        BuildException.Kind.NO_MODEL,
        "There is no model: this installation names none, and you have left no key of your own. Ask for writer composed, or leave a key in the settings.");
  }

  /** The same answer is not wanted again where a page is retried, so kept replies are passed by. */
  private static AuthorAtWork author(Build build, HeldModels held, StoredTexts texts) {
    Models asked =
        build.wish().retriedPage().isPresent()
            ? held.models().keeping(ReplyCache.none())
            : held.models();
    ProseSettings settings = ProseSettings.in(build.wish().language());
    ChatModel model =
        asked.examined(
            held.ledger(),
            () -> ProseWriter.smallestPrompt(settings.language(), asked.counter()::count));
    return new AuthorAtWork(
        author(asked, model, settings),
        held.vectors().author(),
        held.ledger()::spent,
        texts,
        held::close);
  }

  private static Author.LanguageModel author(
      Models models, ChatModel model, ProseSettings settings) {
    return new Author.LanguageModel(
        models.model(Tier.STRONG),
        model,
        new Author.Facts(models.facts(Tier.CHEAP), models.facts(Tier.STRONG)),
        models.counter()::count,
        settings);
  }

  /**
   * Goes on when a model could be asked.
   *
   * @throws BuildException NO_MODEL
   */
  public void requireModel(TenantId tenant, UserId user) {
    if (!isAny(tenant, user)) {
      throw noModel();
    }
  }

  /** Whether there is a model for work of the person. */
  public boolean isAny(TenantId tenant, UserId user) {
    return models.isAny(tenant, user);
  }

  /**
   * The model as an author who is never asked, for a quote.
   *
   * @throws BuildException NO_MODEL
   */
  public Author.LanguageModel quoted(
      TenantId tenant, UserId user, Optional<PageLanguage> language) {
    TenantModels.Work nothing = new TenantModels.Work(tenant, user, KIND, new Amount(0, 0));
    try (HeldModels held = held(nothing)) {
      return author(held.models(), held.models().gate(held.ledger()), ProseSettings.in(language));
    }
  }

  /** Who would give chunks their vectors, and is never asked: for a quote. */
  public VectorAuthor quotedVectors(TenantId tenant, UserId user) {
    TenantModels.Work nothing = new TenantModels.Work(tenant, user, KIND, new Amount(0, 0));
    try (HeldModels held = held(nothing)) {
      return held.vectors().author();
    }
  }

  /** What models wrote of a repository before. */
  public WrittenTexts texts(TenantId tenant, RepositoryId repository) {
    return new StoredTexts(transactions, tenant, repository);
  }

  private static Amount amount(Budget budget) {
    return new Amount(
        budget.tokens().orElse(UNLIMITED),
        budget.money().map(money -> money.nanos() / NANOS_OF_A_MICRO_DOLLAR).orElse(UNLIMITED));
  }
}
