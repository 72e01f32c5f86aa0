package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.steering.SteeringReader;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.SnapshotId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageComposerTest {
  private static final SnapshotId SNAPSHOT =
      new SnapshotId(
          "fernpost",
          Optional.of("https://git.example.org/fernpost/fernpost.git"),
          Optional.of("4be19c74be19c74be19c74be19c74be19c74be19"),
          "4be19c74be19c74be19c74be19c74be19c74be19",
          "",
          false);

  static Wiki compose(TestRepository repository) {
    CodeGraph graph = repository.graph();
    Wiki wiki =
        new PageComposer()
            .compose(
                new Composition(
                    SNAPSHOT,
                    graph,
                    new Planner().plan(graph, SteeringReader.read(repository)),
                    repository,
                    Map.of(SkipReason.BINARY, 2, SkipReason.LOCK_FILE, 1),
                    0));
    EvidenceCheck.check(wiki, repository);
    return wiki;
  }

  @Test
  void theInventedRepositoryReadsAsWrittenDown() throws IOException {
    String composed = WikiText.of(compose(Fernpost.repository()));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(Path.of("src/test/resources/ai/wikibuilder/pages/fernpost.txt"), composed);
    }

    try (InputStream golden =
        Objects.requireNonNull(PageComposerTest.class.getResourceAsStream("fernpost.txt"))) {
      assertThat(composed).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theSameRepositoryGivesTheSameWiki() {
    assertThat(compose(Fernpost.repository())).isEqualTo(compose(Fernpost.repository()));
  }

  @Test
  void aRepositoryOfOneDocumentHasAnOverviewInItsOwnWords() {
    Wiki wiki =
        compose(
            new TestRepository()
                .file("README.md", "# T\n\nThis is a note about nothing but itself. More.\n"));

    assertThat(wiki.pages()).hasSize(1);
    assertThat(wiki.summary()).contains("This is a note about nothing but itself.");
  }

  @Test
  void anEmptyRepositorySaysSo() {
    assertThat(compose(new TestRepository().file("data.bin", "x\n")).summary())
        .contains("no document says what this is for");
  }

  @Test
  void everySnapshotOfGeneratedCodeGivesAWikiWhoseEvidenceHolds() {
    long seed = 20_260_101L;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 10; round++) {
      compose(generated(random, 1 + random.nextInt(150)));
    }
  }

  private static TestRepository generated(Random random, int fileCount) {
    TestRepository repository = new TestRepository();
    for (int i = 0; i < fileCount; i++) {
      int folder = random.nextInt(40);
      int other = random.nextInt(fileCount);
      repository.file(
          "src/main/java/p/p%d/T%d.java".formatted(folder, i),
          """
          package p.p%d;
          import p.p%d.T%d;
          %s
          public class T%d {
            private T%d other;
            public void run%d() {
              other.run%d();
            }
          }
          """
              .formatted(
                  folder,
                  random.nextInt(40),
                  other,
                  random.nextBoolean() ? "/** Does the work of number " + i + ". */" : "",
                  i,
                  other,
                  i,
                  other));
    }
    return repository;
  }
}
