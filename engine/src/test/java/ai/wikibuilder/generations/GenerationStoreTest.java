package ai.wikibuilder.generations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.generations.GenerationException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationStoreTest {
  private static final String TREE = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path folder;

  @Test
  void whatWasPublishedIsReadBack() {
    publish("first", Map.of("a.txt", "alpha", "b.txt", "beta"));

    try (Generation current = current()) {
      assertThat(current.id()).isEqualTo("000001-0123456789ab");
      assertThat(current.files()).extracting(StoredFile::path).containsExactly("a.txt", "b.txt");
      assertThat(text(current, "b.txt")).isEqualTo("beta");
      assertThat(current.properties()).containsEntry("name", "first");
      current.verify();
    }
    assertThat(folder.resolve("index.html")).hasContent("first");
  }

  @Test
  void theNextGenerationTakesOverWhatItStillUses() throws IOException {
    publish("first", Map.of("a.txt", "alpha".repeat(100), "b.txt", "beta"));

    publish("second", Map.of("a.txt", "alpha".repeat(100), "b.txt", "changed"));

    try (Generation current = current()) {
      assertThat(text(current, "a.txt")).isEqualTo("alpha".repeat(100));
      assertThat(text(current, "b.txt")).isEqualTo("changed");
      Path first = folder.resolve(".aiwiki/generations/000001-0123456789ab");
      assertThat(Files.isSameFile(Segments.file(first, 0), Segments.file(current.folder(), 0)))
          .isTrue();
      current.verify();
    }
  }

  @Test
  void deadContentIsLeftBehindWhenItIsMostOfASegment() {
    publish("first", Map.of("a.txt", "alpha", "b.txt", "beta".repeat(1000)));

    publish("second", Map.of("a.txt", "alpha"));

    try (Generation current = current()) {
      assertThat(text(current, "a.txt")).isEqualTo("alpha");
      assertThat(current.byteCount()).isLessThan(2000);
    }
  }

  @Test
  void afterManyChangesTheContentIsInFewSegments() throws IOException {
    for (int i = 0; i < 70; i++) {
      publish("n" + i, Map.of("a.txt", "same".repeat(3000), "b.txt", "change " + i));
    }

    try (Generation current = current();
        Stream<Path> segments = Files.list(current.folder().resolve(Segments.FOLDER))) {
      assertThat(segments.count()).isLessThanOrEqualTo(33);
      assertThat(text(current, "b.txt")).isEqualTo("change 69");
    }
  }

  @Test
  void onlyTheLastFiveGenerationsAreKept() throws IOException {
    for (int i = 1; i <= 7; i++) {
      publish("n" + i, Map.of("a.txt", "text " + i));
    }

    try (Stream<Path> kept = Files.list(folder.resolve(".aiwiki/generations"))) {
      assertThat(kept.map(path -> path.getFileName().toString().substring(0, 6)).sorted())
          .containsExactly("000003", "000004", "000005", "000006", "000007");
    }
  }

  @Test
  void aBuildThatDoesNotPublishLeavesTheEarlierWikiWhole() {
    publish("first", Map.of("a.txt", "alpha"));
    GenerationStore store = GenerationStore.forWriting(folder);

    try (OutputLock lock = store.lock();
        Staging staging = store.begin(store.current())) {
      staging.add("half written".getBytes(UTF_8));
      assertThat(lock).isNotNull();
    }

    assertThat(folder.resolve(".aiwiki/staging/next")).doesNotExist();
    assertThat(folder.resolve("index.html")).hasContent("first");
    try (Generation current = current()) {
      assertThat(text(current, "a.txt")).isEqualTo("alpha");
    }
  }

  @Test
  void everyDamagedByteIsFound() throws IOException {
    publish("first", Map.of("a.txt", "alpha", "b.txt", "beta"));
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder.resolve(".aiwiki/generations"))) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSizeGreaterThan(3);
    for (Path file : files) {
      byte[] good = Files.readAllBytes(file);
      for (int at = 0; at < good.length; at++) {
        byte[] bad = good.clone();
        bad[at] ^= 0x20;
        Files.write(file, bad);

        assertThatThrownBy(
                () -> {
                  try (Generation current = current()) {
                    current.verify();
                  }
                })
            .as("%s, byte %d", file, at)
            .isInstanceOf(GenerationException.class)
            .extracting("kind")
            .isIn(Kind.CORRUPT, Kind.OUTDATED);
      }
      Files.write(file, good);
    }
  }

  @Test
  void theGraphIsGivenBackAndNobodyNeedsItToOpenTheRest() throws IOException {
    publish("first", Map.of("a.txt", "alpha"));

    try (Generation current = current()) {
      assertThat(current.graph()).hasValue("graph of first".getBytes(UTF_8));
      Files.delete(current.folder().resolve(Staging.GRAPH));
    }

    try (Generation current = current()) {
      assertThat(current.graph()).isEmpty();
      assertThat(text(current, "a.txt")).isEqualTo("alpha");
      assertThatThrownBy(current::verify).isInstanceOf(GenerationException.class);
    }
  }

  @Test
  void damagedContentIsFoundWhenItIsRead() throws IOException {
    publish("first", Map.of("a.txt", "alpha"));
    Path segment;
    try (Generation current = current()) {
      segment = Segments.file(current.folder(), 0);
    }
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length - 1] ^= 1;
    Files.write(segment, bytes);

    try (Generation current = current()) {
      assertThatThrownBy(() -> text(current, "a.txt"))
          .isInstanceOf(GenerationException.class)
          .hasMessageContaining("differs from its checksum");
    }
  }

  @Test
  void aSecondBuildOnTheSameFolderIsToldWhoHoldsIt() {
    GenerationStore store = GenerationStore.forWriting(folder);

    try (OutputLock lock = store.lock()) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(store::lock)
          .isInstanceOf(GenerationException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .extracting("kind")
          .isEqualTo(Kind.LOCKED);
    }

    store.lock().close();
  }

  @Test
  void aFolderWithOtherContentIsRefusedAndLeftAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> GenerationStore.forWriting(folder))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("thesis.txt")
        .extracting("kind")
        .isEqualTo(Kind.NOT_OURS);

    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void filesThatAReaderPutBesideTheWikiStay() throws IOException {
    publish("first", Map.of("a.txt", "alpha"));
    Files.writeString(folder.resolve("CNAME"), "wiki.example.org");

    publish("second", Map.of("a.txt", "beta"));

    assertThat(folder.resolve("CNAME")).hasContent("wiki.example.org");
    assertThat(folder.resolve("index.html")).hasContent("second");
  }

  @Test
  void aSwitchThatWasInterruptedIsFinishedByTheNextBuild() throws IOException {
    publish("first", Map.of("a.txt", "alpha"));
    Path incoming = Files.createDirectories(folder.resolve(".aiwiki/publishing/new"));
    Files.writeString(incoming.resolve("index.html"), "second");
    Files.createFile(folder.resolve(".aiwiki/publishing/ready"));

    GenerationStore.forWriting(folder).lock().close();

    assertThat(folder.resolve("index.html")).hasContent("second");
    assertThat(folder.resolve(".aiwiki/publishing")).doesNotExist();
  }

  @Test
  void aSwitchThatWasNotReadyIsForgotten() throws IOException {
    publish("first", Map.of("a.txt", "alpha"));
    Path incoming = Files.createDirectories(folder.resolve(".aiwiki/publishing/new"));
    Files.writeString(incoming.resolve("index.html"), "half");

    GenerationStore.forWriting(folder).lock().close();

    assertThat(folder.resolve("index.html")).hasContent("first");
    assertThat(folder.resolve(".aiwiki/publishing")).doesNotExist();
  }

  @Test
  void everyDamagedByteBesideTheGenerationsIsFoundAndTheNextBuildGoesOn() throws IOException {
    publish("first", Map.of("a.txt", "alpha"));
    for (String name : List.of("format", "current", "published")) {
      Path file = folder.resolve(".aiwiki").resolve(name);
      byte[] good = Files.readAllBytes(file);
      for (int at = 0; at < good.length; at++) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) (at % 2 == 0 ? 0x02 : 0x80);
        Files.write(file, bad);

        if (!name.equals("published")) {
          assertThatThrownBy(() -> current().close())
              .as("%s, byte %d", name, at)
              .isInstanceOf(GenerationException.class)
              .hasMessageContaining("build again")
              .extracting("kind")
              .isEqualTo(Kind.CORRUPT);
        }
        GenerationStore store = GenerationStore.forWriting(folder);
        store
            .newest(generation -> true)
            .ifPresent(kept -> {
              store.show(kept);
              kept.close();
            });
        assertThat(folder.resolve("index.html")).hasContent("first");
        current().close();
      }
      Files.write(file, good);
    }
  }

  @Test
  void whatTheFirstVersionsWroteIsStillRead() throws IOException {
    publish("first", Map.of("a.txt", "alpha"));
    Path store = folder.resolve(".aiwiki");
    String id;
    try (Generation shown = current()) {
      id = shown.id();
    }
    Files.writeString(store.resolve("format"), "aiwiki-output 1\n");
    Files.writeString(store.resolve("current"), id + "\n");
    Files.writeString(store.resolve("published"), "index.html\n");

    try (Generation shown = current()) {
      assertThat(shown.id()).isEqualTo(id);
    }
    publish("second", Map.of("a.txt", "beta"));
    assertThat(folder.resolve("index.html")).hasContent("second");
  }

  @Test
  void aStoreThatLostItsFormatIsStillOurs() throws IOException {
    publish("first", Map.of("a.txt", "alpha"));
    Files.delete(folder.resolve(".aiwiki/format"));

    publish("second", Map.of("a.txt", "beta"));

    assertThat(folder.resolve("index.html")).hasContent("second");
  }

  @Test
  void anotherVersionsFolderIsRefused() throws IOException {
    publish("first", Map.of("a.txt", "alpha"));
    String line = "aiwiki-output 2\n";
    Files.writeString(folder.resolve(".aiwiki/format"), line + SealedText.digest(line) + "\n");

    assertThatThrownBy(() -> GenerationStore.forWriting(folder))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("another version")
        .extracting("kind")
        .isEqualTo(Kind.OUTDATED);
  }

  @Test
  void filesOfTheWikiThatAreGoneOrChangedAreNamed() throws IOException {
    publish("first", Map.of("a.txt", "alpha"));
    GenerationStore store = GenerationStore.existing(folder);
    try (Generation shown = current()) {
      assertThat(store.strayed(shown)).isEmpty();

      Path page = folder.resolve("index.html");
      Files.delete(page);
      assertThat(store.strayed(shown)).containsExactly("index.html");
      Files.writeString(page, "FIRST");
      assertThat(store.strayed(shown)).containsExactly("index.html");
      Files.writeString(page, "first"); // a copy is as good
      assertThat(store.strayed(shown)).isEmpty();
    }
  }

  @Test
  void aFolderWithoutAWikiSaysHowToMakeOne() {
    assertThatThrownBy(() -> GenerationStore.existing(folder))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("aiwiki build")
        .extracting("kind")
        .isEqualTo(Kind.NOT_FOUND);
  }

  private void publish(String name, Map<String, String> texts) {
    GenerationStore store = GenerationStore.forWriting(folder);
    try (OutputLock lock = store.lock()) {
      assertThat(lock).isNotNull();
      Optional<Generation> previous = store.current();
      try (Staging staging = store.begin(previous)) {
        List<StoredFile> files = new ArrayList<>();
        texts.forEach((path, text) ->
            files.add(
                previous.stream()
                    .flatMap(generation -> generation.files().stream())
                    .filter(old -> old.path().equals(path))
                    .filter(old -> text(previous.orElseThrow(), path).equals(text))
                    .findFirst()
                    .orElseGet(() ->
                        new StoredFile(
                            path,
                            TREE,
                            text.length(),
                            "",
                            0,
                            "parsed",
                            1,
                            staging.add(text.getBytes(UTF_8)),
                            ContentRef.NONE))));
        files.sort(java.util.Comparator.comparing(StoredFile::path));
        List<StoredFile> adopted = staging.adopt(files);
        staging.keepGraph(("graph of " + name).getBytes(UTF_8));
        Files.createDirectories(staging.wikiFolder());
        Files.writeString(staging.wikiFolder().resolve("index.html"), name);
        store.publish(staging, TREE, adopted, Map.of("name", name));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } finally {
        previous.ifPresent(Generation::close);
      }
    }
  }

  private Generation current() {
    return GenerationStore.existing(folder).current().orElseThrow();
  }

  private static String text(Generation generation, String path) {
    return generation.files().stream()
        .filter(file -> file.path().equals(path))
        .map(file -> new String(generation.read(file.text()), UTF_8))
        .findFirst()
        .orElseThrow();
  }
}
