package ai.wikibuilder.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacementTest {
  @TempDir private Path temporary;

  private Placement place;

  @BeforeEach
  void folders() throws IOException {
    place =
        new Placement(
            Files.createDirectories(temporary.resolve("index/a")).resolve("one"),
            Files.createDirectories(temporary.resolve("wiki/a")).resolve("one"));
  }

  @Test
  void aGenerationIsTheSameInAnotherPlaceWithItsWikiApart() throws IOException {
    try (Generation built = built()) {
      place.receive(built);

      try (Generation kept = place.open()) {
        assertThat(kept.digest()).isEqualTo(built.digest());
        assertThat(kept.wikiFolder()).isEqualTo(place.wiki());
        assertThat(place.wiki().resolve("pages/a.html")).hasContent("page");
        assertThat(place.folder().resolve("wiki")).doesNotExist();
        assertThat(kept.read(kept.files().getFirst().text())).isEqualTo(new byte[] {'x'});
        kept.verifyDigests();
      }
    }
    assertThat(temporary.resolve("index/a")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aPageThatIsChangedOrGoneIsNamed() throws IOException {
    try (Generation built = built()) {
      place.receive(built);
    }
    Path page = place.wiki().resolve("pages/a.html");
    Files.delete(page);
    Files.writeString(page, "pagE");

    try (Generation kept = place.open()) {
      assertThatThrownBy(kept::verify)
          .isInstanceOf(GenerationException.class)
          .hasMessageContaining("a.html");
    }
    Files.delete(page);
    assertThatThrownBy(place::open).hasMessageContaining("a.html");
  }

  @Test
  void withoutItsManifestNothingIsOpened() throws IOException {
    try (Generation built = built()) {
      place.receive(built);
      Files.delete(place.folder().resolve("manifest"));

      assertThatThrownBy(place::open).isInstanceOf(GenerationException.class);

      place.receive(built);
    }
    place.open().close();
  }

  @Test
  void whatIsRemovedIsGone() throws IOException {
    try (Generation built = built()) {
      place.receive(built);
    }

    place.remove();

    assertThat(temporary.resolve("index/a")).isEmptyDirectory();
    assertThat(temporary.resolve("wiki/a")).isEmptyDirectory();
  }

  private Generation built() throws IOException {
    GenerationStore store = GenerationStore.forWriting(temporary.resolve("work"));
    try (OutputLock lock = store.lock();
        Staging staging = store.begin(Optional.empty())) {
      lock.assertHeld();
      StoredFile file =
          new StoredFile(
              "a.py",
              "0".repeat(40),
              1,
              "",
              0,
              "parsed",
              0,
              staging.add(new byte[] {'x'}),
              staging.add(new byte[] {'y'}));
      Files.createDirectories(staging.wikiFolder().resolve("pages"));
      Files.writeString(staging.wikiFolder().resolve("pages/a.html"), "page");
      String _ = store.publish(staging, "abcdef", List.of(file), Map.of());
    }
    return store.current().orElseThrow();
  }
}
