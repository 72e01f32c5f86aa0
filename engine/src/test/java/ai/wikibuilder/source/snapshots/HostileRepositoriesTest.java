package ai.wikibuilder.source.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.wikibuilder.source.ReadOutcome;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.patterns.SafeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class HostileRepositoriesTest {
  @TempDir Path temp;

  @Test
  void thereAreAtLeastSixtyHostileRepositories() {
    assertThat(HostileRepositories.all()).hasSizeGreaterThanOrEqualTo(60);
  }

  @TestFactory
  Stream<DynamicTest> eachOneOpensCleanlyOrFailsByNameAndReadsNothingOutside() throws IOException {
    Path outside = temp.resolve("outside");
    HostileRepositories.prepareOutside(outside);
    List<HostileRepositories.Hostile> all = HostileRepositories.all();
    return IntStream.range(0, all.size())
        .mapToObj(i ->
            dynamicTest(
                all.get(i).name(), () -> check(all.get(i), temp.resolve("r" + i), outside)));
  }

  private static void check(HostileRepositories.Hostile hostile, Path folder, Path outside)
      throws IOException {
    hostile.builder().build(folder, outside);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> openAndReadAll(folder));
    assertThat(outside.resolve("ran")).doesNotExist();
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  private static void openAndReadAll(Path folder) {
    SourceLimits limits = SourceLimits.forCommandLine();
    try (Snapshot snapshot =
        new FolderSnapshots(new TextReading())
            .open(LocalRequests.of(folder), limits, (_, _, _) -> {})) {
      for (SourceFile file : snapshot.files()) {
        assertThat(List.of(file.path().split("/", -1))).allMatch(SafeNames::isSafe);
        assertThat(file.byteCount()).isLessThanOrEqualTo(limits.blobBytesMax());
        if (snapshot.read(file) instanceof ReadOutcome.Text text) {
          assertThat(text.text().toString()).doesNotContain(HostileRepositories.CANARY);
        }
      }
    } catch (SourceException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain(HostileRepositories.CANARY);
    }
  }

  @Test
  void aBombOfTreesIsRefusedBeforeItUnfolds() throws IOException {
    Path folder = temp.resolve("bomb");
    HostileRepositories.Hostile bomb =
        HostileRepositories.all().stream()
            .filter(hostile -> hostile.name().equals("bomb of trees"))
            .findFirst()
            .orElseThrow();
    bomb.builder().build(folder, temp);

    SourceException refused =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () ->
                assertThrows(
                    SourceException.class,
                    () ->
                        new FolderSnapshots(new TextReading())
                            .open(
                                LocalRequests.of(folder),
                                SourceLimits.forCommandLine(),
                                (_, _, _) -> {})));

    assertThat(refused.kind()).isEqualTo(SourceException.Kind.LIMIT);
    assertThat(Files.exists(folder)).isTrue();
  }

  @Test
  void oneDamagedBlobLosesOneFile() throws IOException {
    Path folder = temp.resolve("damaged");
    HostileRepositories.all().stream()
        .filter(hostile -> hostile.name().equals("object of noise"))
        .findFirst()
        .orElseThrow()
        .builder()
        .build(folder, temp);

    try (Snapshot snapshot =
        new FolderSnapshots(new TextReading())
            .open(LocalRequests.of(folder), SourceLimits.forCommandLine(), (_, _, _) -> {})) {
      assertThat(snapshot.files()).extracting(SourceFile::path).contains("b.txt");
      assertThat(snapshot.read(snapshot.files().getLast())).isInstanceOf(ReadOutcome.Text.class);
    }
  }
}
