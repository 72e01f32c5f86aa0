package ai.wikibuilder.models.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.wikibuilder.models.CachedEmbedder;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.VectorCache;
import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.gate.ManualTime;
import ai.wikibuilder.models.gate.RateLimits;
import ai.wikibuilder.models.gate.ReplyCache;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.models.tokens.TokenCounter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderEmbedderTest {
  /** Shared: its vocabulary takes a second to load. */
  private static final TokenCounter COUNTER = new TokenCounter();

  @TempDir Path folder;
  private final List<LedgerEntry> entries = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_COMPATIBLE", "GEMINI", "BEDROCK"})
  void manyTextsGoOutInBatchesAndComeBackInOrder(Provider format) {
    try (ScriptedModelServer server = server()) {
      List<String> texts = IntStream.range(0, 230).mapToObj(i -> "chunk number " + i).toList();

      float[][] vectors = embedder(server, format, facts("")).embed(texts);

      assertThat(vectors).hasDimensions(230, ScriptedModelServer.DIMENSION);
      assertThat(vectors[7])
          .isEqualTo(embedder(server, format, facts("")).embed(texts.subList(7, 8))[0]);
      double length = 0;
      for (float value : vectors[0]) {
        length += value * value;
      }
      assertThat(length).isBetween(0.999, 1.001);
      int most = format == Provider.BEDROCK ? 230 : 10;
      assertThat(server.embedded().size()).isLessThanOrEqualTo(most + 10);
      assertThat(entries).allSatisfy(entry -> assertThat(entry.usage().tokensIn()).isPositive());
    }
  }

  @Test
  void aTextThatIsTooLongIsSplitWhetherItWasForeseenOrNot() {
    try (ScriptedModelServer server = server()) {
      String text = "one line of words\n".repeat(2_000);
      for (int context : List.of(1_000, 1_000_000)) { // the second believes anything
        float[] vector =
            embedder(
                    server,
                    Provider.OPENAI_COMPATIBLE,
                    List.of("embed-model %d 0 1 0 dim=16".formatted(context)))
                .embed(List.of("short", text))[1];

        float[] line =
            embedder(server, Provider.OPENAI_COMPATIBLE, facts(""))
                .embed(List.of("one line of words"))[0];
        assertThat(similarity(vector, line)).isGreaterThan(0.95);
      }
    }
  }

  @Test
  void aTextThatCannotBeEmbeddedCostsNoOther() {
    try (ScriptedModelServer server = server()) {
      List<String> texts =
          new ArrayList<>(IntStream.range(0, 50).mapToObj(i -> "chunk " + i).toList());
      texts.set(17, "a " + ScriptedModelServer.POISON + " chunk");
      ProviderEmbedder embedder = embedder(server, Provider.OPENAI_COMPATIBLE, facts(""));

      List<Optional<float[]>> vectors = embedder.embedAll(texts);

      assertThat(vectors).hasSize(50);
      for (int i = 0; i < 50; i++) {
        assertThat(vectors.get(i).isPresent()).as("text %d", i).isEqualTo(i != 17);
      }
      assertThatThrownBy(() -> embedder.embed(texts))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("text 18 of 50");
    }
  }

  @Test
  void aProviderThatFailsOnEverythingIsGivenUp() {
    try (ScriptedModelServer server = server()) {
      List<String> texts =
          IntStream.range(0, 1_000).mapToObj(i -> ScriptedModelServer.POISON + " " + i).toList();

      List<Optional<float[]>> vectors =
          embedder(server, Provider.OPENAI_COMPATIBLE, facts("")).embedAll(texts);

      assertThat(vectors).hasSize(1_000).allMatch(Optional::isEmpty);
      assertThat(server.embedded()).hasSizeLessThan(100);
    }
  }

  @Test
  void aWrongKeyIsToldAtOnce() {
    try (ScriptedModelServer server = server().wantingKey("another")) {
      ModelException failure =
          catchThrowableOfType(
              ModelException.class,
              () ->
                  embedder(server, Provider.OPENAI_COMPATIBLE, facts("dim=16"))
                      .embedAll(List.of("a", "b")));

      assertThat(failure.kind()).isEqualTo(Kind.KEY_REFUSED);
    }
  }

  @Test
  void vectorsOfAnotherLengthThanExpectedAreAnErrorThatSaysWhatToDo() {
    try (ScriptedModelServer server = server()) {
      ModelException failure =
          catchThrowableOfType(
              ModelException.class,
              () ->
                  embedder(server, Provider.OPENAI_COMPATIBLE, facts("dim=1536"))
                      .embedAll(List.of("a")));

      assertThat(failure.getMessage()).contains("1536").contains("16").contains("model.facts");
    }
  }

  @Test
  void anotherModelNeverMeetsTheVectorsOfTheFirst() {
    try (ScriptedModelServer server = server()) {
      for (String model : List.of("embed-model", "embed-model", "other-model")) {
        ProviderEmbedder embedder =
            models(server, Provider.OPENAI_COMPATIBLE, model, facts(""))
                .embedder(ledger())
                .orElseThrow();
        VectorCache cache =
            new VectorCache(
                folder.resolve("vectors"), embedder.name(), embedder.dimension(), 1 << 20);
        try (Embedder cached = new CachedEmbedder(embedder, cache)) {
          cached.embed(List.of("a text of ours"));
        }
      }

      long asked = server.embedded().stream().filter(List.of("a text of ours")::equals).count();
      assertThat(asked).isEqualTo(2); // once for each model
    }
  }

  private static double similarity(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static ScriptedModelServer server() {
    return new ScriptedModelServer((prompt, random) -> ScriptedReply.text("unused"));
  }

  private static List<String> facts(String dimension) {
    return List.of(("embed-model 8000 0 1 0 " + dimension).strip());
  }

  private ProviderEmbedder embedder(
      ScriptedModelServer server, Provider format, List<String> facts) {
    return models(server, format, "embed-model", facts).embedder(ledger()).orElseThrow();
  }

  private BudgetedLedger ledger() {
    return new BudgetedLedger(Budget.unlimited(), entries::add);
  }

  private static Models models(
      ScriptedModelServer server, Provider format, String model, List<String> facts) {
    Endpoint endpoint = server.endpoint(format, "key-of-the-test");
    ModelSettings settings =
        new ModelSettings(
            endpoint,
            "chat-model",
            "chat-model",
            Optional.empty(),
            Optional.of(new ModelSettings.Embedding(endpoint, model)),
            new RateLimits(0, 0, 4),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            facts);
    return new Models(
        settings, server.guard(), ReplyCache.none(), COUNTER, new ManualTime(3).timing());
  }
}
