package ai.wikibuilder.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BgeSmallEmbedderTest {
  private final BgeSmallEmbedder embedder = new BgeSmallEmbedder();

  @BeforeAll
  void warm() {
    embedder.warm();
  }

  @AfterAll
  void close() {
    embedder.close();
  }

  @Test
  void vectorsHaveTheDimensionPromisedAndLengthOne() {
    for (float[] vector : embedder.embed(List.of("a parcel", "", "x".repeat(10_000), "缓存"))) {
      assertThat(vector).hasSize(embedder.dimension()).hasSize(384);
      assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void theSameTextGivesTheSameVectorInAnyCompany() {
    String text = "saves a user to the database";
    float[] alone = embedder.embed(List.of(text))[0];
    List<String> company = new ArrayList<>(List.of("short", text, "a longer text ".repeat(30)));

    assertThat(embedder.embed(List.of(text))[0]).isEqualTo(alone);
    // the model is quantised per run, so company may move a vector a little
    assertThat(dot(embedder.embed(company)[1], alone)).isGreaterThan(0.98);
  }

  /** Release 1.29 of the runtime reports its use to its maker, past our guard. */
  @Test
  void theRuntimeKnowsNobodyToReportTo() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            OrtEnvironment.class.getResourceAsStream(
                "/ai/onnxruntime/native/linux-x64/libonnxruntime.so"))) {
      String library = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(library.contains("events.data.microsoft.com")).isFalse();
      assertThat(library.contains("ORT_DISABLE_TELEMETRY")).isFalse();
    }
  }

  @Test
  void neighboursInMeaningAreCloserThanStrangers() {
    float[][] v =
        embedder.embed(
            List.of(
                "how is a password checked",
                "def verify_login(user, secret): compare hash of the secret",
                "draws a red circle on the canvas"));

    assertThat(dot(v[0], v[1])).isGreaterThan(dot(v[0], v[2]) + 0.05);
  }

  @Test
  void noTextsGiveNoVectors() {
    assertThat(embedder.embed(List.of())).isEmpty();
  }

  @Test
  void aClosedModelSaysSo() {
    BgeSmallEmbedder closed = new BgeSmallEmbedder();
    closed.close();

    assertThatThrownBy(() -> closed.embed(List.of("x")))
        .isInstanceOfSatisfying(
            ModelException.class,
            e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.UNAVAILABLE));
  }

  /** Numbers from the vocabulary the model was published with. */
  @Test
  void wordsAreCutIntoThePiecesOfTheVocabulary() throws IOException {
    try (InputStream json =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json"))) {
      WordPieceTokenizer tokenizer = WordPieceTokenizer.read(json);

      assertThat(tokenizer.encode("Hello, World!", 128))
          .containsExactly(101, 7592, 1010, 2088, 999, 102);
      assertThat(tokenizer.encode("  Élan\tembedding ", 128))
          .isEqualTo(tokenizer.encode("elan embedding", 128))
          .hasSize(7);
      assertThat(tokenizer.encode("word ".repeat(500), 128)).hasSize(128).endsWith(102);
      assertThat(tokenizer.encode("", 128)).containsExactly(101, 102);
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
