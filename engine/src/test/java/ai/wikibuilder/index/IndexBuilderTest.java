package ai.wikibuilder.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexBuilderTest {
  @TempDir Path folder;

  @Test
  void everyChunkIsFoundByItsOwnRareName() {
    Fixture fixture = randomFiles(new Random(1), 40).build(folder.resolve("a"));

    try (SearchIndex index = SearchIndex.open(folder.resolve("a"), fixture)) {
      for (String path : fixture.paths()) {
        for (var chunk : fixture.file(path).chunks()) {
          String rare = "rare" + id(path, chunk.span().startLine());
          assertThat(index.search(lexical(rare)).hits())
              .extracting(SearchHit::path, SearchHit::endLine)
              .startsWith(org.assertj.core.groups.Tuple.tuple(path, chunk.span().endLine()));
        }
      }
    }
  }

  @Test
  void filesAddedByTwoThreadsAreAllThere() throws InterruptedException {
    Fixture fixture = randomFiles(new Random(2), 60);
    var left = new ConcurrentLinkedQueue<>(fixture.paths());
    Runnable work;
    try (IndexBuilder builder = IndexBuilder.create(folder.resolve("a"))) {
      work =
          () -> {
            for (String path = left.poll(); path != null; path = left.poll()) {
              builder.add(fixture.file(path));
            }
          };
      Thread other = Thread.ofPlatform().start(work);
      work.run();
      other.join();
      builder.commit();
    }

    fixture.build(folder.resolve("b"));
    assertThat(answers(folder.resolve("a"), fixture))
        .isEqualTo(answers(folder.resolve("b"), fixture));
  }

  @Test
  void aRemovedPathIsGone() {
    Fixture fixture = randomFiles(new Random(3), 10).build(folder.resolve("a"));
    String gone = fixture.paths().getFirst();

    try (IndexBuilder builder =
        IndexBuilder.continueFrom(folder.resolve("a"), folder.resolve("b"))) {
      builder.remove(gone);
      builder.commit();
    }

    try (SearchIndex index = SearchIndex.open(folder.resolve("b"), fixture)) {
      assertThat(index.search(lexical(gone)).hits())
          .extracting(SearchHit::path)
          .doesNotContain(gone);
    }
  }

  @Test
  void aPathAddedTwiceIsThereOnce() {
    Fixture fixture = new Fixture().put("a.py", "def first_version():\n  pass\n");
    try (IndexBuilder builder = IndexBuilder.create(folder.resolve("a"))) {
      builder.add(fixture.file("a.py"));
      fixture.put("a.py", "def second_version():\n  pass\n");
      builder.add(fixture.file("a.py"));
      builder.commit();
    }

    try (SearchIndex index = SearchIndex.open(folder.resolve("a"), fixture)) {
      assertThat(index.chunkCount()).isEqualTo(1);
      assertThat(index.search(lexical("first_version")).hits())
          .extracting(SearchHit::symbol)
          .doesNotContain("first_version");
    }
  }

  @Test
  void anIndexContinuedThroughRandomEditsAnswersAsOneBuiltAtOnce() {
    continueAndCompare(4, 6);
  }

  @Test
  @Tag("long")
  void anIndexContinuedSixtyTimesAnswersAsOneBuiltAtOnce() {
    continueAndCompare(5, 60);
  }

  private void continueAndCompare(long seed, int steps) {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Fixture fixture = randomFiles(random, 30).build(folder.resolve("step0"));
    Map<String, String> before = bytes(folder.resolve("step0"));
    for (int step = 1; step <= steps; step++) {
      Path previous = folder.resolve("step" + (step - 1));
      try (IndexBuilder builder =
          IndexBuilder.continueFrom(previous, folder.resolve("step" + step))) {
        edit(random, fixture, builder);
        builder.commit();
      }
      fixture.build(folder.resolve("fresh" + step));
      assertThat(answers(folder.resolve("step" + step), fixture))
          .as("step %d of seed %d", step, seed)
          .isEqualTo(answers(folder.resolve("fresh" + step), fixture));
    }
    assertThat(bytes(folder.resolve("step0"))).isEqualTo(before);
    try (SearchIndex first = SearchIndex.open(folder.resolve("step0"), fixture)) {
      first.verify();
    }
  }

  private static void edit(Random random, Fixture fixture, IndexBuilder builder) {
    for (int i = 0; i < 5; i++) {
      String path = fixture.paths().get(random.nextInt(fixture.paths().size()));
      if (random.nextInt(4) == 0 && fixture.paths().size() > 1) {
        fixture.remove(path);
        builder.remove(path);
      } else {
        String target = random.nextInt(3) == 0 ? path.replace(".", "x.") : path;
        fixture.put(target, randomText(random, target));
        builder.add(fixture.file(target));
      }
    }
  }

  @Test
  void aDirectoryThatIsNotEmptyIsRefused() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "keep");

    assertThatThrownBy(() -> IndexBuilder.create(folder))
        .isInstanceOfSatisfying(
            IndexException.class, e -> assertThat(e.kind()).isEqualTo(IndexException.Kind.STORAGE));
  }

  @Test
  void withoutCommitThereIsNoIndex() {
    Fixture fixture = randomFiles(new Random(6), 3);
    try (IndexBuilder builder = IndexBuilder.create(folder.resolve("a"))) {
      fixture.paths().forEach(path -> builder.add(fixture.file(path)));
    }

    assertThatThrownBy(() -> SearchIndex.open(folder.resolve("a"), fixture))
        .isInstanceOfSatisfying(
            IndexException.class,
            e -> assertThat(e.kind()).isEqualTo(IndexException.Kind.NOT_FOUND));
  }

  @Test
  void anEmptyIndexAnswersWithNothing() {
    Fixture fixture = new Fixture().build(folder.resolve("a"));

    try (SearchIndex index = SearchIndex.open(folder.resolve("a"), fixture)) {
      assertThat(index.search(SearchRequest.of("anything at all")).hits()).isEmpty();
    }
  }

  private static List<SearchHit> answers(Path directory, Fixture fixture) {
    List<SearchHit> all = new ArrayList<>();
    try (SearchIndex index = SearchIndex.open(directory, fixture)) {
      for (String query : List.of("alpha beta", "store user", "delta", "file3.py", "save_user")) {
        all.addAll(index.search(lexical(query)).hits());
      }
    }
    return all;
  }

  private static SearchRequest lexical(String query) {
    return new SearchRequest(query, 10, false);
  }

  private static Map<String, String> bytes(Path directory) {
    Map<String, String> contents = new TreeMap<>();
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        contents.put(
            file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  private static Fixture randomFiles(Random random, int count) {
    Fixture fixture = new Fixture();
    for (int i = 0; i < count; i++) {
      String path = "src/part" + i % 4 + "/file" + i + ".py";
      fixture.put(path, randomText(random, path));
    }
    return fixture;
  }

  private static String randomText(Random random, String path) {
    List<String> words = List.of("alpha", "beta", "gamma", "delta", "store", "user", "save_user");
    StringBuilder text = new StringBuilder();
    int lines = 1 + random.nextInt(60);
    for (int line = 1; line <= lines; line++) {
      if (line % 12 == 1) {
        text.append("rare").append(id(path, line)).append(" = 1\n");
        continue;
      }
      text.append(random.nextInt(9) == 0 ? "def " : "  ");
      for (int i = 0; i <= random.nextInt(5); i++) {
        text.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Letters only, so that it stays one term. */
  private static String id(String path, int line) {
    StringBuilder id = new StringBuilder();
    for (char digit : Integer.toString(path.hashCode() & 0xfffffff).toCharArray()) {
      id.append((char) ('a' + digit - '0'));
    }
    return id.append('z').append((char) ('a' + line / 12)).toString();
  }
}
