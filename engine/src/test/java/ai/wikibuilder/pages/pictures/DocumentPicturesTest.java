package ai.wikibuilder.pages.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.PageComposer;
import ai.wikibuilder.pages.Picture;
import ai.wikibuilder.pages.PictureBook;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.source.SnapshotId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentPicturesTest {
  private static final SnapshotId SNAPSHOT =
      new SnapshotId(
          "harbour",
          Optional.of("https://github.com/example/harbour"),
          Optional.of("a".repeat(40)),
          "b".repeat(40),
          "",
          false);

  /** Every PNG below docs is there, 800 by 600; vectors are there and not shown. */
  private static final PictureBook BOOK =
      new PictureBook() {
        @Override
        public Optional<Picture> picture(String path) {
          int side = path.contains("tiny") ? 16 : 800;
          return path.startsWith("docs/") && path.endsWith(".png")
              ? Optional.of(new Picture(path, digits(path) + ".png", side, side * 3 / 4))
              : Optional.empty();
        }

        @Override
        public boolean has(String path) {
          return path.startsWith("docs/");
        }
      };

  private static String digits(String path) {
    return "%032x".formatted(path.hashCode() & 0xffffffffL);
  }

  private static Wiki wiki(String readme) {
    TestRepository repository =
        new TestRepository()
            .file("README.md", "# Harbour\n\nHarbour keeps boats dry all year.\n\n" + readme)
            .file("src/main.py", "def main(): pass\n");
    CodeGraph graph = repository.graph();
    Composition composition =
        new Composition(SNAPSHOT, graph, new Planner().plan(graph), repository, Map.of(), 0)
            .with(BOOK);
    Wiki wiki = new PageComposer().compose(composition);
    assertThat(
            new ClaimChecker(new Ground(repository, graph, composition.plan()))
                .check(wiki)
                .findings())
        .isEmpty();
    return wiki;
  }

  private static List<Block.Image> images(Wiki wiki) {
    return wiki.pages().stream()
        .flatMap(page -> page.sections().stream())
        .flatMap(section -> section.blocks().stream())
        .filter(Block.Image.class::isInstance)
        .map(Block.Image.class::cast)
        .toList();
  }

  private static List<String> shown(String readme) {
    return images(wiki(readme)).stream().map(image -> image.picture().path()).toList();
  }

  private static Set<String> links(Wiki wiki) {
    return wiki.pages().stream()
        .map(Page::sections)
        .flatMap(List::stream)
        .flatMap(section -> section.blocks().stream())
        .filter(Block.Paragraph.class::isInstance)
        .flatMap(block -> ((Block.Paragraph) block).sentences().stream())
        .map(Sentence::words)
        .flatMap(List::stream)
        .filter(Inline.ExternalLink.class::isInstance)
        .map(word -> ((Inline.ExternalLink) word).address())
        .collect(Collectors.toSet());
  }

  @Test
  void imagesOfMarkdownAndOfHtmlAreShownWithTheirLine() {
    Wiki wiki =
        wiki(
            """
            ## The quay

            ![The quay at night](docs/quay.png)

            <p align="center"><img src="./docs/crane.png?raw=true" width="300px" alt="A crane &amp; its crew"></p>
            """);

    assertThat(images(wiki))
        .satisfiesExactly(
            quay -> {
              assertThat(quay.picture().path()).isEqualTo("docs/quay.png");
              assertThat(quay.alt()).isEqualTo("The quay at night");
              assertThat(quay.wishedWidth()).isEqualTo(800);
              assertThat(quay.caption().evidence())
                  .extracting(one -> one.shown())
                  .containsExactly("README.md:7");
            },
            crane -> {
              assertThat(crane.alt()).isEqualTo("A crane & its crew");
              assertThat(crane.wishedWidth()).isEqualTo(300);
            });
  }

  @Test
  void addressesOfTheRepositoryItselfMeanItsFiles() {
    assertThat(
            shown(
                """
                ![Map of all](https://raw.githubusercontent.com/example/harbour/main/docs/map.png)
                ![Plan of all](https://github.com/example/harbour/blob/main/docs/plan.png?raw=true)
                ![Of another](https://github.com/example/elsewhere/blob/main/docs/plan.png)
                """))
        .containsExactly("docs/map.png", "docs/plan.png");
  }

  @Test
  void badgesIconsAndSponsorsAreLeftOut() {
    Wiki wiki =
        wiki(
            """
            [![Build](https://img.shields.io/x.png)](https://ci.example.org)
            [![Coverage](docs/coverage-badge.png)](https://ci.example.org)
            ![A small thing](docs/tiny.png)

            ## Sponsors

            ![Ship Company](docs/ship.png)
            """);

    assertThat(images(wiki)).isEmpty();
    assertThat(links(wiki)).isEmpty();
  }

  @Test
  void whatIsNotCopiedBecomesALinkAndWhatIsNotThereNothing() {
    Wiki wiki =
        wiki(
            """
            ![The layers](docs/layers.svg)
            ![A film](docs/film.gif)
            ![From afar](https://pictures.example.org/far.png)
            ![Nothing](pictures/nothing.svg)
            ![A trick](javascript:alert(1))
            """);

    assertThat(images(wiki)).isEmpty();
    assertThat(links(wiki))
        .containsExactlyInAnyOrder(
            "https://github.com/example/harbour/blob/" + "a".repeat(40) + "/docs/layers.svg",
            "https://github.com/example/harbour/blob/" + "a".repeat(40) + "/docs/film.gif",
            "https://pictures.example.org/far.png");
  }

  @Test
  void noPathLeadsOutOfTheRepository() {
    assertThat(
            shown(
                """
                ![one](../docs/a.png) ![two](docs/../../docs/b.png) ![three](..\\docs\\c.png)
                ![four](C:\\docs\\d.png) ![five](//docs/e.png) ![six](file:///docs/f.png)
                ![a boat](docs\\\\windows.png)
                """))
        .containsExactly("docs/windows.png");
  }

  @Test
  void theFirstPageShowsAFewAndEachOnce() {
    StringBuilder readme = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      readme.append("![Berth number %d](docs/%d.png)\n\n".formatted(i, i / 2));
    }

    assertThat(shown(readme.toString()))
        .containsExactly("docs/0.png", "docs/1.png", "docs/2.png", "docs/3.png");
  }
}
