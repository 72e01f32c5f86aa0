package ai.wikibuilder.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
  private static final int BYTES_MAX = 10_000;

  @TempDir Path folder;

  @Test
  void whatWasKeptIsFoundAgainAfterOpeningTheFileAnew() {
    try (VectorCache cache = open("m")) {
      cache.keep(Map.of("a", vector(1), "b", vector(2)));
      assertThat(cache.find("a")).hasValue(vector(1));
    }

    try (VectorCache cache = open("m")) {
      assertThat(cache.find("a")).hasValue(vector(1));
      assertThat(cache.find("b")).hasValue(vector(2));
      assertThat(cache.find("c")).isEmpty();
    }
  }

  @Test
  void theFileNeverGrowsPastItsLimitAndForgetsTheOldest() throws IOException {
    try (VectorCache cache = open("m")) {
      for (int i = 0; i < 1_000; i++) {
        cache.keep(Map.of("text " + i, vector(i)));
      }

      assertThat(cache.find("text 0")).isEmpty();
      assertThat(cache.find("text 999")).hasValue(vector(999));
    }
    assertThat(Files.size(file())).isLessThanOrEqualTo(BYTES_MAX);
  }

  @Test
  void vectorsOfAnotherModelAreNotFound() {
    try (VectorCache cache = open("m")) {
      cache.keep(Map.of("a", vector(1)));
    }

    try (VectorCache cache = open("another")) {
      assertThat(cache.find("a")).isEmpty();
    }
  }

  @Test
  void aDamagedFileNeverGivesAWrongVectorAndCanBeUsedAgain() throws IOException {
    long seed = 8;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      try (VectorCache cache = open("m")) {
        cache.keep(Map.of("a", vector(1), "b", vector(2)));
      }
      byte[] bytes = Files.readAllBytes(file());
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file(), random.nextInt(5) == 0 ? cut(random, bytes) : bytes);

      try (VectorCache cache = open("m")) {
        cache.find("a").ifPresent(found -> assertThat(found).isEqualTo(vector(1)));
        cache.find("b").ifPresent(found -> assertThat(found).isEqualTo(vector(2)));
        cache.keep(Map.of("a", vector(1)));
        assertThat(cache.find("a")).as("seed %d, round %d", seed, round).hasValue(vector(1));
      }
    }
  }

  @Test
  void twoOpenCachesOnOneFileNeverGiveAWrongVector() {
    try (VectorCache one = open("m");
        VectorCache two = open("m")) {
      for (int i = 0; i < 300; i++) {
        String text = "text " + i % 37;
        int expected = i % 37;
        (i % 2 == 0 ? one : two).keep(Map.of(text, vector(expected)));
        one.find(text).ifPresent(found -> assertThat(found).isEqualTo(vector(expected)));
        two.find(text).ifPresent(found -> assertThat(found).isEqualTo(vector(expected)));
      }
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsAnEmptyCache() throws IOException {
    Files.writeString(folder.resolve("plain"), "a file, not a folder");
    try (VectorCache cache = new VectorCache(folder.resolve("plain/vectors"), "m", 4, BYTES_MAX)) {
      cache.keep(Map.of("a", vector(1)));

      assertThat(cache.find("a")).isEmpty();
    }
  }

  @Test
  void onlyTextsThatAreNotKeptReachTheModel() {
    Counting model = new Counting();
    try (Embedder cached = new CachedEmbedder(model, open("counting"))) {
      float[][] first = cached.embed(List.of("a", "b", "a"));
      float[][] second = cached.embed(List.of("b", "c"));

      assertThat(first[0]).isEqualTo(first[2]);
      assertThat(second[0]).isEqualTo(first[1]);
      assertThat(model.asked).containsExactly("a", "b", "c");
    }
  }

  private VectorCache open(String model) {
    return new VectorCache(file(), model, 4, BYTES_MAX);
  }

  private Path file() {
    return folder.resolve("cache/vectors");
  }

  private static byte[] cut(Random random, byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }

  private static float[] vector(int seed) {
    return new float[] {seed, 0.5f, -seed, 1f / (seed + 1)};
  }

  private static final class Counting implements Embedder {
    private final List<String> asked = new ArrayList<>();

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public int dimension() {
      return 4;
    }

    @Override
    public float[][] embed(List<String> texts) {
      asked.addAll(texts);
      return texts.stream().map(text -> vector(text.hashCode())).toArray(float[][]::new);
    }

    @Override
    public void close() {}
  }
}
