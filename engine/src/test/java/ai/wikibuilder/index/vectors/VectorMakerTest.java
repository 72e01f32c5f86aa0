package ai.wikibuilder.index.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.VectorCache;
import ai.wikibuilder.models.embeddings.ProviderEmbedder;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorMakerTest {
  private static final int LINES = 4;

  @TempDir Path folder;
  private final Embedding embedding = new Embedding();
  private final Map<String, String> files = new TreeMap<>();
  private final TextReader texts = path -> Optional.ofNullable(files.get(path)).map(SourceText::of);

  VectorMakerTest() {
    for (int file = 0; file < 50; file++) {
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < 12; line++) {
        text.append("word").append(file * 100 + line / LINES).append(" of file ").append(file);
        text.append('\n');
      }
      files.put("src/part%d/File%02d.java".formatted(file % 7, file), text.toString());
    }
  }

  @AfterEach
  void close() {
    embedding.close();
  }

  private List<IndexedChunk> chunks() {
    List<IndexedChunk> chunks = new ArrayList<>();
    files.forEach((path, text) -> {
      int count = (int) text.lines().count();
      for (int line = 1; line <= count; line += LINES) {
        int last = Math.min(count, line + LINES - 1);
        chunks.add(new IndexedChunk(new ChunkPlace(path, line, last), "File"));
      }
    });
    return chunks;
  }

  private VectorOutcome make(ProviderEmbedder by, String name, Optional<ChunkVectors> before)
      throws IOException {
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    Path cached = folder.resolve("cache-" + name);
    try (VectorCache cache = new VectorCache(cached, by.name(), by.dimension(), 1 << 20)) {
      return new VectorMaker(by, cache, before).make(chunks(), texts, file);
    }
  }

  private ChunkVectors open(String name) {
    return ChunkVectors.open(folder.resolve(name)).orElseThrow();
  }

  private long asked() {
    return embedding.server().embedded().stream().mapToLong(List::size).sum();
  }

  @Test
  void everyChunkGetsItsVectorInTheOrderOfPlaces() throws IOException {
    VectorOutcome outcome = make(embedding.embedder(), "vectors", Optional.empty());

    assertThat(outcome)
        .isEqualTo(
            new VectorOutcome(
                VectorOutcome.State.DONE,
                "openai-compatible/embed-model/" + ScriptedModelServer.DIMENSION,
                150,
                150,
                0,
                0,
                ""));
    try (ChunkVectors vectors = open("vectors")) {
      assertThat(vectors.count()).isEqualTo(150);
      assertThat(vectors.model()).isEqualTo(outcome.model());
      float[] question = embedding.embedder().embed(List.of("File11.java File word1101"))[0];
      List<ChunkVectors.Near> near = vectors.nearest(question, 5);
      assertThat(near)
          .hasSize(5)
          .isSortedAccordingTo((a, b) -> Double.compare(b.cosine(), a.cosine()));
      for (ChunkVectors.Near one : near) {
        ChunkPlace place = one.place();
        assertThat(vectors.cosine(PackedVector.of(question), place.path(), place.startLine()))
            .hasValue(one.cosine());
      }
    }
  }

  @Test
  void theNearestAreThoseThatEveryVectorLookedAtGives() throws IOException {
    make(embedding.embedder(), "vectors", Optional.empty());
    try (ChunkVectors vectors = open("vectors")) {
      float[] question = embedding.embedder().embed(List.of("word4302 of file 43"))[0];
      double best = -2;
      for (IndexedChunk chunk : chunks()) {
        float[] exact = embedding.embedder().embed(List.of(chunk.text(texts)))[0];
        double cosine = 0;
        for (int i = 0; i < exact.length; i++) {
          cosine += exact[i] * question[i];
        }
        ChunkPlace place = chunk.place();
        assertThat(
                vectors
                    .cosine(PackedVector.of(question), place.path(), place.startLine())
                    .orElseThrow())
            .isBetween(cosine - 0.02, cosine + 0.02);
        best = Math.max(best, cosine);
      }
      assertThat(vectors.nearest(question, 1).getFirst().cosine())
          .isBetween(best - 0.02, best + 0.02);
    }
  }

  @Test
  void whatIsThereAlreadyIsNotPaidAgain() throws IOException {
    make(embedding.embedder(), "vectors", Optional.empty());
    long first = asked();

    VectorOutcome cached = make(embedding.embedder(), "vectors", Optional.empty());
    assertThat(cached.madeCount()).isZero();
    assertThat(cached.keptCount()).isEqualTo(150);

    files.put("src/part0/File00.java", "another text\n");
    String moved = files.remove("src/part1/File01.java");
    files.put("elsewhere/File01.java", moved);
    try (ChunkVectors before = open("vectors")) {
      VectorOutcome next = make(embedding.embedder(), "next", Optional.of(before));
      assertThat(next.madeCount()).as("the file that changed, not the one that moved").isOne();
    }
    assertThat(asked()).isEqualTo(first + 1);
  }

  @Test
  void vectorsOfAnotherModelAreNotTakenOver() throws IOException {
    make(embedding.embedder(), "vectors", Optional.empty());
    try (ChunkVectors before = open("vectors")) {
      VectorOutcome next =
          make(embedding.embedder("other-model", Budget.unlimited()), "next", Optional.of(before));

      assertThat(next.madeCount()).isEqualTo(150);
      assertThat(next.model()).contains("other-model");
    }
  }

  @Test
  void aChunkThatCannotBeEmbeddedIsCountedAndCostsNoOther() throws IOException {
    files.put("src/part3/Poison.java", ScriptedModelServer.POISON + "\n");

    VectorOutcome outcome = make(embedding.embedder(), "vectors", Optional.empty());

    assertThat(outcome.state()).isEqualTo(VectorOutcome.State.DONE);
    assertThat(outcome.failedCount()).isOne();
    assertThat(outcome.madeCount()).isEqualTo(150);
    try (ChunkVectors vectors = open("vectors")) {
      assertThat(vectors.count()).isEqualTo(150);
      PackedVector any = PackedVector.of(new float[ScriptedModelServer.DIMENSION]);
      assertThat(vectors.cosine(any, "src/part3/Poison.java", 1)).isEmpty();
    }
  }

  @Test
  void whenTheBudgetEndsWhatWasMadeIsKept() throws IOException {
    Budget budget = Budget.parse("3000-tokens").orElseThrow();

    VectorOutcome outcome =
        make(embedding.embedder("embed-model", budget), "vectors", Optional.empty());

    assertThat(outcome.state()).isEqualTo(VectorOutcome.State.CAPPED);
    assertThat(outcome.note()).contains("budget");
    assertThat(outcome.finishedModel()).isEmpty();
    try (ChunkVectors vectors = open("vectors")) {
      assertThat(vectors.count()).isEqualTo(outcome.madeCount()).isBetween(1, 149);
      VectorOutcome more = make(embedding.embedder(), "vectors-more", Optional.of(vectors));
      assertThat(more.keptCount()).isEqualTo(outcome.madeCount());
      assertThat(more.keptCount() + more.madeCount()).isEqualTo(150);
    }
  }

  @Test
  void aProviderThatIsDownLeavesWhatIsKept() throws IOException {
    ProviderEmbedder embedder = embedding.embedder();
    make(embedder, "vectors", Optional.empty());
    files.put("src/part0/File00.java", "another text\n");
    embedding.close();

    try (ChunkVectors before = open("vectors")) {
      VectorOutcome outcome = make(embedder, "next", Optional.of(before));

      assertThat(outcome.state()).isEqualTo(VectorOutcome.State.MODEL_FAILED);
      assertThat(outcome.keptCount()).isEqualTo(147);
    }
  }

  @Test
  void aFileThatIsDamagedAnywhereIsNoFile() throws IOException {
    make(embedding.embedder(), "vectors", Optional.empty());
    byte[] whole = Files.readAllBytes(folder.resolve("vectors"));
    assertThat(ChunkVectors.open(folder.resolve("missing"))).isEmpty();
    for (int at = 0; at < whole.length; at += at < 64 ? 1 : 97) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(folder.resolve("damaged"), damaged);
      boolean reserved = at >= 28 && at < VectorFile.HEADER_BYTES; // always zero, means nothing
      assertThat(ChunkVectors.open(folder.resolve("damaged")).isPresent())
          .as("byte %d", at)
          .isEqualTo(reserved);
    }
    for (int length : List.of(0, 10, 32, whole.length - 1)) {
      Files.write(folder.resolve("damaged"), java.util.Arrays.copyOf(whole, length));
      assertThat(ChunkVectors.open(folder.resolve("damaged"))).isEmpty();
    }
  }
}
