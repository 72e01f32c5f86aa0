package ai.wikibuilder.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.builds.stored.WikiQuote;
import ai.wikibuilder.generations.FolderTree;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.GitHost.Served;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.jobs.Builds.Asking;
import ai.wikibuilder.server.quota.Allowance;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.quota.Usage;
import ai.wikibuilder.server.quota.UsageEntry;
import ai.wikibuilder.server.quota.UsageSummary;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Builds whose pages a model writes: what is asked, what is entered, what is held back. */
@ExtendWith(RunningServer.class)
class ModelBuildsTest {
  private Cast cast;
  private Asking asking;
  private Builds builds;
  private ModelHost model;

  @BeforeEach
  void somebody(Server server, ModelHost host) {
    cast = new Cast(server);
    Cast.Organisation organisation = cast.organisation();
    asking = new Asking(organisation.tenant(), organisation.owner().id());
    builds = cast.part(Builds.class);
    model = host;
  }

  @Test
  void everyCallIsEnteredOnceAndNothingStaysHeldBack(GitHost git) {
    Build ended = ended(accept(added(git.repository()), Optional.empty()));

    UsageSummary used = cast.part(Usage.class).thisMonth(asking.tenant());
    List<UsageEntry> calls =
        used.latest().stream().filter(entry -> entry.kind().equals("call")).toList();
    assertThat(ended.state()).as("%s", ended.failure()).isEqualTo(BuildState.DONE);
    assertThat(calls).hasSizeGreaterThan(2).allMatch(call -> call.tokensIn() > 0);
    assertThat(used.tokens()).isEqualTo(ended.progress().tokens());
    assertThat(used.microDollars()).isBetween(1L, ended.progress().microDollars() + calls.size());
    assertThat(heldBack()).isZero();
    assertThat(used.builds()).isEqualTo(1);
  }

  @Test
  void aBudgetThatEndsKeepsWhatIsFinishedAndTheBuildIsCapped(GitHost git) {
    Build ended = ended(accept(added(git.repository()), Optional.of("1k-tokens")));

    assertThat(ended.state()).isEqualTo(BuildState.CAPPED);
    assertThat(ended.generation()).isPresent();
    assertThat(ended.progress().tokens()).isBetween(1L, 1_000L);
  }

  /** All that was left of the month was held back: no question and no other build found any. */
  @Test
  void whileAModelWritesTheRestOfTheMonthIsThereForOthers(GitHost git) throws Exception {
    Allowance.Work question =
        new Allowance.Work(
            asking.tenant(), asking.user(), Optional.empty(), new Amount(300_000, 1_000_000));
    List<Amount> found = new CopyOnWriteArrayList<>();
    Script honest = ModelHost.honest();
    try (AutoCloseable _ =
        model.behaving((prompt, random) -> {
          try (Allowance.Reservation held = cast.part(Allowance.class).reserve(question)) {
            found.add(held.held());
          }
          return honest.reply(prompt, random);
        })) {
      Build ended = ended(accept(added(git.repository()), Optional.empty()));

      assertThat(ended.state()).as("%s", ended.failure()).isEqualTo(BuildState.DONE);
    }
    assertThat(found).hasSizeGreaterThan(2).containsOnly(question.most());
    assertThat(heldBack()).isZero();
  }

  /** The build may use the rest of the month, which is little. */
  @Test
  void aMonthThatEndsInTheMiddleOfABuildKeepsWhatIsFinished(GitHost git) {
    used(1_999_000);

    Build ended = ended(accept(added(git.repository()), Optional.empty()));

    assertThat(ended.state()).as("%s", ended.failure()).isEqualTo(BuildState.CAPPED);
    assertThat(ended.generation()).isPresent();
    assertThat(ended.progress().tokens()).isBetween(1L, 1_000L);
    assertThat(heldBack()).isZero();
  }

  @Test
  void aMonthThatIsUsedUpIsSaidAndNobodyIsAsked(GitHost git) {
    used(2_000_000);

    Build ended = ended(accept(added(git.repository()), Optional.empty()));

    assertThat(ended.state()).isEqualTo(BuildState.FAILED);
    assertThat(ended.failure().orElseThrow().kind()).isEqualTo("quota_tokens");
    assertThat(ended.progress().tokens()).isZero();
  }

  @Test
  void anotherWorkerGoesOnFromFinishedPagesWithoutPayingThemAgain(GitHost git) throws IOException {
    Repository repository = added(git.repository());
    Build first = ended(accept(repository, Optional.empty()));
    FolderTree.delete(
        cast.part(GenerationStore.class).folders().work(asking.tenant(), repository.id()));
    int before = pagesAskedFor().size();

    Build second = ended(accept(repository, Optional.of("1m-tokens")));

    assertThat(second.state()).isEqualTo(BuildState.DONE);
    assertThat(second.progress().tokens()).isLessThan(first.progress().tokens() / 4);
    assertThat(pagesAskedFor()).hasSize(before);
  }

  @Test
  void onePageIsWrittenAnewAndNoOther(GitHost git) {
    Repository repository = added(git.repository());
    Build first = ended(accept(repository, Optional.empty()));
    int before = pagesAskedFor().size();

    Build retried = ended(builds.retry(asking, first.id(), "overview").build());

    assertThat(retried.state()).isEqualTo(BuildState.DONE);
    assertThat(pagesAskedFor().size() - before).isBetween(1, 2); // once, and once to repair
    assertThat(retried.generation()).isPresent();
  }

  /** Where nobody named a language pages were English, whatever the repository asked for. */
  @Test
  void aRepositoryNamesTheLanguageOfItsPagesAndWhoeverAsksGoesBeforeIt(GitHost git) {
    Repository repository =
        added(git.repository().write(".aiwiki.yml", "language: tr\n").commit("in Turkish"));
    BuildWish unnamed = BuildWish.composed().by(Writer.MODEL);

    ended(builds.accept(asking, repository.id(), unnamed, Optional.empty()).build());
    String asTheRepositoryAsks = language(repository);
    ended(accept(repository, Optional.empty()));

    assertThat(asTheRepositoryAsks).isEqualTo("tr");
    assertThat(language(repository)).isEqualTo("en");
  }

  private String language(Repository repository) {
    try (ReadWiki wiki = cast.part(Wikis.class).open(asking.tenant(), repository.id())) {
      return wiki.authorship().language();
    }
  }

  @Test
  void aPageThatNoModelWroteIsNotRetried(GitHost git) {
    Build composed =
        ended(
            builds
                .accept(
                    asking, added(git.repository()).id(), BuildWish.composed(), Optional.empty())
                .build());

    assertThatThrownBy(() -> builds.retry(asking, composed.id(), "overview"))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining("No model wrote");
  }

  @Test
  void aModelThatFailsEndsNoBuild(GitHost git) throws Exception {
    try (AutoCloseable _ =
        model.behaving((prompt, _) ->
            prompt.everything().contains("Answer with one word")
                ? ScriptedReply.text("ready")
                : ScriptedReply.text("no page at all"))) {
      Build ended = ended(accept(added(git.repository()), Optional.empty()));

      assertThat(ended.state()).isEqualTo(BuildState.DONE);
      assertThat(ended.generation()).isPresent();
    }
  }

  @Test
  void aQuoteIsMadeOfTheWikiThatIsThereAndSendsNothing(GitHost git) {
    Repository repository = added(git.repository());
    Quotes quotes = cast.part(Quotes.class);
    assertThatThrownBy(() -> quotes.of(asking, repository.id(), Optional.of(PageLanguage.EN)))
        .isInstanceOf(StorageException.class);
    ended(builds.accept(asking, repository.id(), BuildWish.composed(), Optional.empty()).build());
    int before = model.server().received().size();

    WikiQuote quote = quotes.of(asking, repository.id(), Optional.of(PageLanguage.EN));
    int after = model.server().received().size();
    Build written = ended(accept(repository, Optional.empty()));
    WikiQuote nothingLeft = quotes.of(asking, repository.id(), Optional.of(PageLanguage.EN));

    assertThat(after).isEqualTo(before);
    assertThat(quote.pageCount()).isPositive();
    assertThat(quote.cost()).isPresent();
    assertThat(written.progress().tokens())
        .isBetween(quote.tokensIn() / 4, 2 * (quote.tokensIn() + quote.tokensOut()));
    assertThat(nothingLeft.pageCount()).isZero();
  }

  private void used(long tokens) {
    cast.part(SystemTransactions.class)
        .run(rows ->
            rows.sql(
                    """
                    INSERT INTO usage_entries (id, tenant_id, kind, tokens_in, central)
                    VALUES (gen_random_uuid(), :tenant, 'call', :tokens, true)
                    """)
                .param("tokens", tokens)
                .param("tenant", asking.tenant().value())
                .update());
  }

  private List<ReceivedPrompt> pagesAskedFor() {
    return model.server().received().stream()
        .filter(prompt -> !prompt.everything().contains("Answer with one word"))
        .toList();
  }

  private long heldBack() {
    return counted("SELECT count(*) FROM reservations WHERE tenant_id = :tenant");
  }

  private long counted(String sql) {
    return cast.part(SystemTransactions.class)
        .run(rows ->
            rows.sql(sql)
                .param("tenant", asking.tenant().value())
                .query((row, _) -> row.getLong(1))
                .single());
  }

  private Repository added(Served served) {
    return cast.part(Repositories.class)
        .add(asking.tenant(), asking.user(), served.address())
        .repository();
  }

  private Build accept(Repository repository, Optional<String> budget) {
    BuildWish wish = BuildWish.composed().byModel(PageLanguage.EN).within(budget);
    return builds.accept(asking, repository.id(), wish, Optional.empty()).build();
  }

  private Build ended(Build build) {
    return Waiting.until(
        () -> builds.find(build.tenant(), build.id()), now -> now.state().isFinal());
  }
}
