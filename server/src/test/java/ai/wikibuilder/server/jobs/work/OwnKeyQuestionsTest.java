package ai.wikibuilder.server.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.answers.Answering;
import ai.wikibuilder.server.answers.OtherAnswering;
import ai.wikibuilder.server.jobs.writing.Authors;
import ai.wikibuilder.server.keys.ModelKeys;
import ai.wikibuilder.server.keys.OwnModel;
import ai.wikibuilder.server.models.EmbeddingModels;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions of somebody with a model key of their own about a wiki with vectors, which are those of
 * the central embedding model. Their own provider is one that the guard lets nobody reach.
 */
class OwnKeyQuestionsTest {
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

  private static TenantModels embedding() {
    return EmbeddingModels.of(workshop.server(), "embed-small");
  }

  /** A wiki that these models made, of somebody who has left a key of their own since. */
  private static Workshop.Waiting wiki(TenantModels models) {
    Workshop.Waiting waiting = workshop.waiting();
    Authors authors =
        new Authors(workshop.part(TenantTransactions.class), models, Budget.unlimited());
    workshop.worker(authors).work(() -> false);
    workshop
        .part(ModelKeys.class)
        .put(
            waiting.organisation().tenant(),
            waiting.organisation().owner().id(),
            new OwnModel(Provider.OLLAMA, "sk-own-0123456789abcdef", "small", "large"));
    return waiting;
  }

  private static void ask(Workshop.Waiting wiki, TenantModels models, Optional<UserId> member) {
    Answering.Outcome outcome =
        OtherAnswering.with(workshop.server(), models)
            .ask(
                new Answering.Wish(
                    wiki.organisation().tenant(),
                    member,
                    wiki.repository().id(),
                    "when is the next high water",
                    false,
                    Optional.empty(),
                    false),
                AskListener.silent());
    assertThat(outcome.answered().lines()).isNotEmpty();
  }

  private static Optional<UserId> owner(Workshop.Waiting wiki) {
    return Optional.of(wiki.organisation().owner().id());
  }

  private static long texts() {
    return model.server().embedded().stream().mapToLong(List::size).sum();
  }

  private static long embeddingEntries(Workshop.Waiting wiki) {
    return workshop.count(
        "SELECT count(*) FROM usage_entries WHERE tenant_id = :id AND central"
            + " AND kind = 'embedding'",
        wiki.organisation().tenant().value());
  }

  @Test
  void theQuestionAloneGoesToTheCentralEmbeddingModelUnderThePlan() {
    Workshop.Waiting wiki = wiki(embedding());
    long made = texts();
    int prompts = model.server().received().size();

    ask(wiki, embedding(), owner(wiki));

    assertThat(texts()).isEqualTo(made + 1);
    assertThat(model.server().embedded().getLast()).containsExactly("when is the next high water");
    assertThat(model.server().received()).as("chats of the central model").hasSize(prompts);
    assertThat(embeddingEntries(wiki)).isEqualTo(1);
    assertThat(
            workshop.count(
                "SELECT count(*) FROM reservations WHERE tenant_id = :id",
                wiki.organisation().tenant().value()))
        .isZero();
  }

  @Test
  void nothingIsSentOnceTheMonthIsUsedUpAndTheAnswerComesAllTheSame() {
    Workshop.Waiting wiki = wiki(embedding());
    long made = texts();
    workshop.count(
        "WITH used AS (INSERT INTO usage_entries (id, tenant_id, kind, tokens_in, central)"
            + " VALUES (gen_random_uuid(), :id, 'call', 1000000000, true) RETURNING 1)"
            + " SELECT count(*) FROM used",
        wiki.organisation().tenant().value());

    ask(wiki, embedding(), owner(wiki));

    assertThat(texts()).isEqualTo(made);
    assertThat(embeddingEntries(wiki)).isZero();
  }

  @Test
  void nothingIsSentForAReaderWhoIsNoMember() {
    Workshop.Waiting wiki = wiki(embedding());
    long made = texts();

    ask(wiki, embedding(), Optional.empty());

    assertThat(texts()).isEqualTo(made);
  }

  @Test
  void nothingIsSentWhereTheInstallationNamesNoEmbeddingModel() {
    Workshop.Waiting wiki = wiki(embedding());
    long made = texts();

    ask(wiki, workshop.part(TenantModels.class), owner(wiki));

    assertThat(texts()).isEqualTo(made);
  }

  @Test
  void nothingIsSentForAWikiWithoutVectors() {
    Workshop.Waiting wiki = wiki(workshop.part(TenantModels.class));
    long before = texts();

    ask(wiki, embedding(), owner(wiki));

    assertThat(texts()).isEqualTo(before);
  }
}
