package ai.wikibuilder.pages.claims;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.source.SnapshotId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimCheckerTest {
  private static final SnapshotId SNAPSHOT =
      new SnapshotId("post", Optional.empty(), Optional.empty(), "4be19c7", "", false);

  private final TestRepository repository =
      new TestRepository()
          .file(
              "compose.yaml",
              """
              services:
                counter:
                  image: post
                  depends_on:
                    - ledger
                ledger:
                  image: postgres
              # nothing
              """);
  private final CodeGraph graph = repository.graph();

  /** The check of a page with one arrow from the counter to the ledger. */
  private Quality quality(Evidence arrow) {
    Diagram diagram =
        new Diagram(
            Diagram.Kind.DEPLOYMENT,
            "What runs beside what",
            List.of(
                new Diagram.Node("a", "counter", "", Optional.empty(), Optional.of(lines(2, 3))),
                new Diagram.Node("b", "ledger", "", Optional.empty(), Optional.of(lines(6, 7)))),
            List.of(new Diagram.Edge("a", "b", "", List.of(arrow))),
            List.of());
    Page page =
        new Page(
            "overview",
            "Overview",
            Optional.empty(),
            "Post.",
            List.of(new Page.Section("", List.of(new Block.Figure(diagram)))));
    return new ClaimChecker(new Ground(repository, graph, new Planner().plan(graph)))
        .check(Wiki.ofOne(page, SNAPSHOT, graph));
  }

  private static Evidence lines(int first, int last) {
    return new Evidence("compose.yaml", first, last);
  }

  @Test
  void anArrowIsConfirmedByALineThatNamesWhereItLeads() {
    Quality quality = quality(lines(5, 5));

    assertThat(quality.findings()).isEmpty();
    assertThat(quality.unconfirmed()).isEmpty();
    assertThat(quality.verified()).isEqualTo(quality.claims()).isEqualTo(3);
  }

  /** What nobody could confirm was counted as missing without a word about which it was. */
  @Test
  void anArrowWhoseLinesNameNoEndIsUnconfirmedAndNoFinding() {
    Quality quality = quality(lines(8, 8));

    assertThat(quality.findings()).isEmpty();
    assertThat(quality.holds()).isTrue();
    assertThat(quality.verified()).isEqualTo(quality.claims() - 1);
    assertThat(quality.unconfirmed())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.kind()).isEqualTo(Finding.Kind.UNCONFIRMED);
          assertThat(one.page()).isEqualTo("overview");
          assertThat(one.expected()).contains("the arrow from counter to ledger");
          assertThat(one.found()).contains("compose.yaml:8").contains("# nothing");
        });
  }

  @Test
  void anArrowOutsideOfItsFileIsAFindingAndNotAlsoUnconfirmed() {
    Quality quality = quality(lines(80, 80));

    assertThat(quality.holds()).isFalse();
    assertThat(quality.unconfirmed()).isEmpty();
  }

  /** The check of a page that says these sentences. */
  private static Quality quality(TestRepository repository, Sentence... sentences) {
    CodeGraph graph = repository.graph();
    Page page =
        new Page(
            "overview",
            "Overview",
            Optional.empty(),
            "Post.",
            List.of(new Page.Section("", List.of(new Block.Paragraph(List.of(sentences))))));
    return new ClaimChecker(new Ground(repository, graph, new Planner().plan(graph)))
        .check(Wiki.ofOne(page, SNAPSHOT, graph));
  }

  private static Sentence named(String name, String path, int line) {
    return new Sentence(List.of(new Inline.Strong(name)), List.of(new Evidence(path, line, line)));
  }

  /** A wiki doubted its own word for PostgreSQL, since an image is called postgres. */
  @Test
  void aLineMayCallAThingByMostOfItsName() {
    Quality quality =
        quality(
            repository,
            Sentence.of("PostgreSQL stands behind.", lines(7, 7)),
            Sentence.of("Postilion stands behind.", lines(7, 7)));

    assertThat(quality.findings())
        .singleElement()
        .satisfies(one -> assertThat(one.expected()).contains("Postilion"));
  }

  /** {@code psr/log} is imported as Psr\\Log: no part is long enough to tell by itself. */
  @Test
  void aNameOfShortPartsIsFoundInAnotherSpelling() {
    TestRepository php =
        new TestRepository()
            .file("Bus.php", "<?php\nuse Psr\\Log\\LogLevel;\nuse Psr\\Cache\\Pool;\n");

    assertThat(
            quality(php, named("psr/log", "Bus.php", 2), named("psr/log", "Bus.php", 3)).findings())
        .singleElement()
        .satisfies(one -> assertThat(one.found()).contains("Cache"));
  }

  @Test
  void aFileThatStandsForItsFolderIsFoundByTheFoldersName() {
    TestRepository script =
        new TestRepository()
            .file("src/index.ts", "export * from './lib';\nexport * from './hub';\n");
    String lib = "src/lib/index.ts";

    assertThat(
            quality(script, named(lib, "src/index.ts", 1), named(lib, "src/index.ts", 2))
                .findings())
        .singleElement()
        .satisfies(one -> assertThat(one.found()).contains("hub"));
  }
}
