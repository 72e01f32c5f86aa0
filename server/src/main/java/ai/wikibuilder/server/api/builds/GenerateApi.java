package ai.wikibuilder.server.api.builds;

import ai.wikibuilder.builds.stored.WikiQuote;
import ai.wikibuilder.index.vectors.VectorQuote;
import ai.wikibuilder.models.Money;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.Quotes;
import ai.wikibuilder.server.jobs.Writer;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Asks for a wiki. */
@RestController
final class GenerateApi {
  private static final int ADDRESS_LENGTH_MAX = 2_048;
  private static final int NAME_LENGTH_MAX = 255;
  private static final int PATH_LENGTH_MAX = 1_024;
  private static final int WORD_LENGTH_MAX = 60;

  private final Repositories repositories;
  private final Builds builds;
  private final Quotes quotes;
  private final Admission admission;

  GenerateApi(Repositories repositories, Builds builds, Quotes quotes, Admission admission) {
    this.repositories = repositories;
    this.builds = builds;
    this.quotes = quotes;
    this.admission = admission;
  }

  /**
   * What is to be built.
   *
   * @param repoUrl https address of the repository, which is added when it is new
   * @param ref branch, tag or full commit id; the default branch otherwise
   * @param path part of the repository, all of it otherwise
   * @param language of pages a model writes: en, tr, de, fr, es, pt, ru, zh, ja or ko; without it
   *     what the repository's steering file names, else English
   * @param writer composed (the default) or model
   * @param budget what the model may use, such as 2.00usd or 500k-tokens
   * @param fewerPages publish the wiki even when most of its pages are gone; it is left as it was
   *     otherwise, and the build fails as pages_lost
   */
  record GenerateRequest(
      @Nullable UUID tenant,
      @Nullable String repoUrl,
      @Nullable String ref,
      @Nullable String path,
      @Nullable String language,
      @Nullable String writer,
      @Nullable String budget,
      @Nullable Boolean fewerPages) {}

  /** The build that was accepted, or the one that runs already for the same request. */
  @PostMapping("/api/generate")
  ResponseEntity<BuildReply> generate(
      @AuthenticationPrincipal Caller caller,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody GenerateRequest wish) {
    TenantId tenant = admission.admit(caller, wish.tenant(), Role.MEMBER, Scope.WRITE);
    String address = Input.text("repoUrl", wish.repoUrl(), ADDRESS_LENGTH_MAX);
    BuildWish wanted = wish(wish);
    Optional<String> named =
        Optional.ofNullable(key).map(text -> Input.text("Idempotency-Key", text, NAME_LENGTH_MAX));
    admission.count(caller, tenant, Work.BUILD);
    Builds.Asking asking = new Builds.Asking(tenant, caller.user());
    if (wanted.writer() == Writer.MODEL) {
      quotes.requireModel(asking);
    }
    Repositories.Added added = repositories.add(tenant, caller.user(), address);
    Builds.Accepted accepted = builds.accept(asking, added.repository().id(), wanted, named);
    BuildReply reply = BuildReply.of(accepted.build(), null);
    return ResponseEntity.accepted().location(URI.create(reply.links().self())).body(reply);
  }

  /**
   * What a model's wiki is asked about.
   *
   * @param repoUrl https address of a repository that has a wiki already, composed or not
   */
  record QuoteRequest(@Nullable UUID tenant, @Nullable String repoUrl, @Nullable String language) {}

  /**
   * What a wiki written by the model would take, at most.
   *
   * @param pages the model would be asked for
   * @param unchangedPages that are there and cost nothing
   * @param microDollars none when the prices of the model are not known
   * @param vectors of the chunks, beside the sums before; none without an embedding model
   */
  record QuoteReply(
      UUID repositoryId,
      int pages,
      int unchangedPages,
      long tokensIn,
      long tokensCached,
      long tokensOut,
      @Nullable Long microDollars,
      long seconds,
      @Nullable VectorsReply vectors) {}

  /**
   * What vectors of all chunks would take.
   *
   * @param chunks without a vector
   * @param microDollars none when the price of the embedding model is not known
   */
  record VectorsReply(int chunks, long tokensIn, @Nullable Long microDollars) {
    /** Null where nobody makes vectors, or none is missing. */
    static @Nullable VectorsReply of(VectorQuote quote) {
      return quote.chunkCount() == 0
          ? null
          : new VectorsReply(quote.chunkCount(), quote.tokens(), micro(quote.cost()));
    }
  }

  private static @Nullable Long micro(Optional<Money> cost) {
    return cost.map(money -> money.nanos() / 1_000).orElse(null);
  }

  /** Every prompt is made, none is sent. */
  @PostMapping("/api/quote")
  QuoteReply quote(@AuthenticationPrincipal Caller caller, @RequestBody QuoteRequest wish) {
    TenantId tenant = admission.admit(caller, wish.tenant(), Role.MEMBER, Scope.WRITE);
    String address = Input.text("repoUrl", wish.repoUrl(), ADDRESS_LENGTH_MAX);
    Optional<PageLanguage> language = language(wish.language());
    RepositoryId repository = repositories.find(tenant, address).id();
    admission.count(caller, tenant, Work.QUOTE);
    WikiQuote quote = quotes.of(new Builds.Asking(tenant, caller.user()), repository, language);
    return new QuoteReply(
        repository.value(),
        quote.pageCount(),
        quote.unchangedCount(),
        quote.tokensIn(),
        quote.tokensCached(),
        quote.tokensOut(),
        micro(quote.cost()),
        quote.time().toSeconds(),
        VectorsReply.of(quote.vectors()));
  }

  private static BuildWish wish(GenerateRequest wish) {
    return new BuildWish(
        Optional.ofNullable(wish.ref()).map(ref -> Input.ref(ref, NAME_LENGTH_MAX)),
        Optional.ofNullable(wish.path())
            .map(path -> Input.folder(path, PATH_LENGTH_MAX))
            .orElse(""),
        language(wish.language()),
        text("writer", wish.writer(), WORD_LENGTH_MAX)
            .map(GenerateApi::writer)
            .orElse(Writer.COMPOSED),
        Optional.ofNullable(wish.budget()).map(text -> Input.budget("budget", text)),
        Optional.empty(),
        Boolean.TRUE.equals(wish.fewerPages()));
  }

  private static Optional<String> text(String field, @Nullable String value, int lengthMax) {
    return Optional.ofNullable(value).map(text -> Input.text(field, text, lengthMax));
  }

  private static Optional<PageLanguage> language(@Nullable String code) {
    return Optional.ofNullable(code).map(named -> Input.language("language", named));
  }

  private static Writer writer(String word) {
    return Writer.ofWord(word)
        .orElseThrow(() -> new InvalidInput("writer: expected composed or model, got " + word));
  }
}
