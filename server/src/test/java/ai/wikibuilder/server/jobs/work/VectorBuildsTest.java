package ai.wikibuilder.server.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.answers.PlaceSearch.Places;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.index.vectors.VectorQuote;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.answers.Searching;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.Quotes;
import ai.wikibuilder.server.jobs.writing.Authors;
import ai.wikibuilder.server.models.EmbeddingModels;
import ai.wikibuilder.server.models.HeldModels;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.wikis.MeantWiki;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors of an embedding model that the installation names, from the build to the question. */
class VectorBuildsTest {
  private static final String QUESTION = "when is the next high water";

  @TempDir static Path folder;

  private static ModelHost model;
  private static Workshop workshop;

  @BeforeAll
  static void open() throws IOException {
    model = ModelHost.start();
    workshop = Workshop.open(folder, model);
  }

  @AfterAll
  static void close() {
    workshop.close();
    model.close();
  }

  private static Build built(Workshop.Waiting waiting, TenantModels models) {
    Authors authors =
        new Authors(workshop.part(TenantTransactions.class), models, Budget.unlimited());
    workshop.worker(authors).work(() -> false);
    Build build = workshop.now(waiting.build());
    assertThat(build.state()).as("%s", build.failure()).isEqualTo(BuildState.DONE);
    return build;
  }

  private static Places asked(Workshop.Waiting waiting, TenantModels models) {
    TenantModels.Work work =
        new TenantModels.Work(
            waiting.organisation().tenant(),
            waiting.organisation().owner().id(),
            "ask",
            new Amount(10_000, 10_000));
    try (ReadWiki wiki =
            workshop
                .part(Wikis.class)
                .open(waiting.organisation().tenant(), waiting.repository().id());
        HeldModels held = models.hold(work).orElseThrow();
        MeantWiki meant = wiki.open(held.vectors().questions())) {
      return meant.wiki().search().places(QUESTION, 5);
    }
  }

  private static SearchResult searched(
      Workshop.Waiting waiting, TenantModels models, String query) {
    Searching.Asking asking =
        new Searching.Asking(
            waiting.organisation().tenant(), waiting.organisation().owner().id(), query, 5);
    try (ReadWiki wiki =
        workshop.part(Wikis.class).open(asking.tenant(), waiting.repository().id())) {
      return new Searching(models).search(wiki, asking);
    }
  }

  private static long texts() {
    return model.server().embedded().stream().mapToLong(List::size).sum();
  }

  private static long count(Workshop.Waiting waiting, String sql) {
    return workshop.count(sql, waiting.organisation().tenant().value());
  }

  @Test
  void everyChunkIsPaidForOnceAndQuestionsAreComparedWithThem() {
    Workshop.Waiting waiting = workshop.waiting();
    TenantModels models = EmbeddingModels.of(workshop.server(), "embed-small");

    built(waiting, models);
    long made = texts();
    Places places = asked(waiting, models);
    long asked = texts();
    Build again = workshop.accept(waiting.organisation(), waiting.repository());
    built(
        new Workshop.Waiting(waiting.organisation(), waiting.served(), waiting.repository(), again),
        models);

    assertThat(made).isPositive();
    assertThat(asked).as("the question").isEqualTo(made + 1);
    assertThat(texts()).as("the same commit costs nothing").isEqualTo(asked);
    assertThat(places.note()).isEmpty();
    assertThat(places.hits()).isNotEmpty();
    assertThat(places.hits().toString()).contains("meaning");
    assertThat(
            count(
                waiting,
                "SELECT count(*) FROM usage_entries WHERE tenant_id = :id AND central"
                    + " AND model LIKE '%embed-small%' AND tokens_in > 0"))
        .isGreaterThanOrEqualTo(2);
    assertThat(count(waiting, "SELECT count(*) FROM reservations WHERE tenant_id = :id")).isZero();
  }

  /** Searches went by the words though the wiki had vectors; only questions were compared. */
  @Test
  void aPlainSearchIsComparedWithTheVectorsAndGoesByItsWordsWhenTheMonthIsUsedUp() {
    Workshop.Waiting waiting = workshop.waiting();
    TenantModels models = EmbeddingModels.of(workshop.server(), "embed-small");
    built(waiting, models);
    long made = texts();

    SearchResult found = searched(waiting, models, "high water at the quay");
    SearchResult again = searched(waiting, models, "high water at the quay");
    useUp(waiting);
    SearchResult late = searched(waiting, models, "low water at the quay");

    assertThat(found.hits().toString()).contains("meaning");
    assertThat(found.note()).isEmpty();
    assertThat(again.hits()).isEqualTo(found.hits());
    assertThat(texts()).as("the query, once").isEqualTo(made + 1);
    assertThat(late.hits()).isNotEmpty();
    assertThat(late.hits().toString()).doesNotContain("meaning");
    assertThat(late.note()).contains("by words alone");
    assertThat(count(waiting, "SELECT count(*) FROM reservations WHERE tenant_id = :id")).isZero();
  }

  private static void useUp(Workshop.Waiting waiting) {
    workshop.count(
        "WITH used AS (INSERT INTO usage_entries (id, tenant_id, kind, tokens_in, central)"
            + " VALUES (gen_random_uuid(), :id, 'call', 1000000000, true) RETURNING 1)"
            + " SELECT count(*) FROM used",
        waiting.organisation().tenant().value());
  }

  @Test
  void aQuoteHasTheVectorsThatAreMissing() {
    Workshop.Waiting waiting = workshop.waiting();
    built(waiting, EmbeddingModels.of(workshop.server(), "embed-small"));

    VectorQuote same = quoted(waiting, "embed-small");
    VectorQuote other = quoted(waiting, "embed-large");

    assertThat(same.chunkCount()).isZero();
    assertThat(other.chunkCount()).isPositive();
    assertThat(other.tokens()).isPositive();
  }

  private static VectorQuote quoted(Workshop.Waiting waiting, String embedding) {
    Authors authors =
        new Authors(
            workshop.part(TenantTransactions.class),
            EmbeddingModels.of(workshop.server(), embedding),
            Budget.unlimited());
    Builds.Asking asking =
        new Builds.Asking(waiting.organisation().tenant(), waiting.organisation().owner().id());
    return new Quotes(authors, workshop.store())
        .of(asking, waiting.repository().id(), Optional.of(PageLanguage.EN))
        .vectors();
  }

  @Test
  void anotherModelFindsPlacesByTheirWordsUntilTheNextBuild() {
    Workshop.Waiting waiting = workshop.waiting();
    built(waiting, EmbeddingModels.of(workshop.server(), "embed-small"));
    TenantModels other = EmbeddingModels.of(workshop.server(), "embed-large");

    Places before = asked(waiting, other);
    Build again = workshop.accept(waiting.organisation(), waiting.repository());
    built(
        new Workshop.Waiting(waiting.organisation(), waiting.served(), waiting.repository(), again),
        other);

    assertThat(before.hits()).isNotEmpty();
    assertThat(before.note())
        .contains("embed-small")
        .contains("embed-large")
        .contains("next build");
    assertThat(asked(waiting, other).note()).isEmpty();
  }

  @Test
  void aMonthThatIsUsedUpLeavesAWikiThatIsFoundByItsWords() {
    Workshop.Waiting waiting = workshop.waiting();
    useUp(waiting);
    long before = texts();

    built(waiting, EmbeddingModels.of(workshop.server(), "embed-small"));

    assertThat(texts()).isEqualTo(before);
    try (PinnedGeneration pinned =
        workshop.store().open(waiting.organisation().tenant(), waiting.repository().id())) {
      assertThat(Files.exists(pinned.generation().vectors())).isFalse();
    }
  }
}
