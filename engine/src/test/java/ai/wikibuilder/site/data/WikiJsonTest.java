package ai.wikibuilder.site.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Fernpost;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.PageComposer;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.source.SnapshotId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WikiJsonTest {
  private static final Editions EDITIONS =
      new Editions(
          Map.of("overview", new Edition(Optional.of("4be19c74"), "4be19c7", "00ff")),
          List.of(new MovedPage("old", "Old", "overview", true, "3ad08b6")));

  private final TestRepository repository = Fernpost.repository();
  private final Wiki wiki = compose();
  private final String json =
      new WikiJson(wiki, CitedLines.of(wiki, repository), EDITIONS, page -> page.slug()).write();

  private Wiki compose() {
    CodeGraph graph = repository.graph();
    SnapshotId snapshot =
        new SnapshotId(
            "fernpost",
            Optional.of("https://git.example.org/f"),
            Optional.empty(),
            "4be19c74be19c7",
            "",
            false);
    return new PageComposer()
        .compose(
            new Composition(snapshot, graph, new Planner().plan(graph), repository, Map.of(), 0));
  }

  @Test
  void whatIsReadBackIsWhatWasWritten() {
    assertThat(WikiJsonReader.read(json).wiki()).isEqualTo(wiki);
  }

  @Test
  void fieldsMayStandInAnyOrder() {
    String last =
        json.strip().replaceFirst("\"version\":2,", "").replaceFirst("}$", ",\"version\":2}");

    assertThat(last).isNotEqualTo(json).endsWith("\"version\":2}");
    assertThat(WikiJsonReader.read(last).wiki()).isEqualTo(wiki);
  }

  @Test
  void pagesOfAnotherVersionAreNotRead() {
    String other =
        json.replaceFirst("\"version\":2,", "\"version\":1,").replace("\"slug\"", "\"s\"");

    assertThatThrownBy(() -> WikiJsonReader.read(other))
        .isInstanceOf(WikiDataException.class)
        .hasMessageContaining("build the wiki again");
  }

  @Test
  void whatTheCheckOfAPageFoundIsReadBack() {
    Page.Checking checking =
        new Page.Checking(
            7,
            1,
            2,
            List.of(
                new Page.Removed(
                    List.of(new Inline.Code("next"), new Inline.Plain(" is called.")), "no call")));
    Wiki checked =
        new Wiki(
            wiki.snapshot(),
            wiki.summary(),
            List.of(wiki.pages().getFirst().checked(checking)),
            wiki.numbers());

    String text =
        new WikiJson(checked, CitedLines.of(checked, repository), EDITIONS, page -> page.slug())
            .write();

    assertThat(WikiJsonReader.read(text).wiki()).isEqualTo(checked);
  }

  @Test
  void everyFieldAndKindIsWrittenDown() throws IOException {
    String document = Files.readString(Path.of("../docs/formats/wiki-json.md"));
    Set<String> words = new TreeSet<>();
    Matcher field = Pattern.compile("\"([a-zA-Z]+)\":").matcher(json.replaceAll("\\\\.", ""));
    while (field.find()) {
      words.add(field.group(1));
    }
    for (Diagram.Kind kind : Diagram.Kind.values()) {
      words.add(PageJson.word(kind));
    }
    for (Finding.Kind kind : Finding.Kind.values()) {
      words.add(kind.label());
    }

    assertThat(words).hasSizeGreaterThan(40);
    assertThat(words).allSatisfy(word -> assertThat(document).contains("`" + word + "`"));
  }

  @Test
  void otherFilesAreRefusedWithWhatWasExpected() {
    assertThatThrownBy(() -> WikiJsonReader.read("[]"))
        .isInstanceOf(WikiDataException.class)
        .hasMessageContaining("expected a JSON object");
    assertThatThrownBy(() -> WikiJsonReader.read("{\"format\":\"other\",\"version\":2}"))
        .isInstanceOf(WikiDataException.class)
        .hasMessageContaining("expected format aiwiki.wiki");
    assertThatThrownBy(() -> WikiJsonReader.read(json.substring(0, json.length() / 2)))
        .isInstanceOf(WikiDataException.class);
    assertThatThrownBy(
            () -> WikiJsonReader.read(json.replace("\"startLine\":1,", "\"startLine\":0,")))
        .isInstanceOf(WikiDataException.class);
  }
}
