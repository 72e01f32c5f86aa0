package ai.wikibuilder.site;

import static ai.wikibuilder.site.DemoWiki.LINKS;
import static ai.wikibuilder.site.DemoWiki.TEXT;
import static ai.wikibuilder.site.DemoWiki.at;
import static ai.wikibuilder.site.DemoWiki.page;
import static ai.wikibuilder.site.DemoWiki.paragraph;
import static ai.wikibuilder.site.DemoWiki.say;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Picture;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.data.StoredWiki;
import ai.wikibuilder.site.data.WikiJsonReader;
import ai.wikibuilder.site.editions.EarlierWiki;
import ai.wikibuilder.site.editions.Succession;
import ai.wikibuilder.site.exports.SingleFile;
import ai.wikibuilder.site.links.SiteLinks;
import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import ai.wikibuilder.source.pictures.DrawnPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that follows another one. */
class FollowingWikiTest {
  private static final String LATER = "c0ffee1d3f0a9be1c2d3e4f5a6b7c8d9e0f1a2b3";

  private static final HostLinks LATER_LINKS =
      new HostLinks() {
        @Override
        public String lines(String path, int first, int last) {
          return LINKS.lines(path, first, last).replace("4be19c7", "c0ffee1");
        }

        @Override
        public String repository() {
          return LINKS.repository();
        }
      };

  private static final Page KEPT = page("kept", paragraph(say("It stays.", at("README.md", 3, 5))));
  private static final Page TOLD = page("told", paragraph(say("One.", at("README.md", 7, 8))));

  @TempDir Path temp;

  private Path first(Page... pages) {
    Path folder = temp.resolve("first");
    new SiteWriter(SiteSettings.standard())
        .write(DemoWiki.of(pages), TEXT, Optional.of(LINKS), folder);
    return folder;
  }

  private record Written(Path folder, int count) {}

  private Written next(Path before, TextReader text, Page... pages) throws IOException {
    StoredWiki stored = WikiJsonReader.read(Files.readString(before.resolve("wiki.json")));
    Wiki wiki = later(DemoWiki.of(pages));
    Succession succession =
        Succession.of(
            new EarlierWiki(before, stored.wiki(), stored.editions(), true, Map.of()), wiki);
    Path folder = temp.resolve("next" + before.getFileName());
    int count =
        new SiteWriter(SiteSettings.standard())
            .following(succession)
            .write(wiki, text, Optional.of(LATER_LINKS), folder);
    return new Written(folder, count);
  }

  private static Wiki later(Wiki wiki) {
    SnapshotId id = wiki.snapshot();
    return new Wiki(
        new SnapshotId(id.name(), id.address(), Optional.of(LATER), "0".repeat(40), "", false),
        wiki.summary(),
        wiki.pages(),
        wiki.numbers());
  }

  private static void assertSame(Path before, Path after, String name) throws IOException {
    assertThat(Files.mismatch(before.resolve(name), after.resolve(name))).as(name).isEqualTo(-1);
  }

  @Test
  void aPageWhoseWordsAndLinesAreTheSameStaysByteForByte() throws IOException {
    Path before = first(page("overview"), KEPT, TOLD);
    Page changed = page("told", paragraph(say("Two.", at("README.md", 7, 8))));

    Written after = next(before, TEXT, page("overview"), KEPT, changed);

    assertThat(after.count()).isEqualTo(1);
    for (String name : List.of("pages/kept.html", "pages/kept.md", "markdown/kept.md")) {
      assertSame(before, after.folder(), name);
    }
    assertThat(after.folder().resolve("pages/kept.html")).content().contains("blob/4be19c7/");
    assertThat(after.folder().resolve("pages/told.html")).content().contains("blob/c0ffee1/");
    assertThat(after.folder().resolve("assets/pages.js"))
        .content()
        .contains("\"at\":\"c0ffee1\"")
        .contains("[\"pages/kept.html\",\"Page kept\",0,\"4be19c7\"]")
        .contains("[\"pages/told.html\",\"Page told\",0]");
    assertThat(after.folder().resolve("llms-full.txt"))
        .content()
        .contains("blob/4be19c7/", "blob/c0ffee1/");
  }

  @Test
  void imagesAreTakenOverWithTheirPageAndGoWithTheLastThatShowsThem() throws IOException {
    byte[] raw = DrawnPictures.png(60, 50, 0x00FF00);
    Picture picture = new Picture("docs/quay.png", "0".repeat(31) + "a.png", 60, 50);
    Sentence caption = say("The quay.", at("README.md", 3, 5));
    Page shown = page("shown", new Block.Image(picture, "The \"quay\"", 60, caption));
    Path before = temp.resolve("pictured");
    SiteWriter writer = new SiteWriter(SiteSettings.standard()).showing(_ -> Optional.of(raw));
    writer.write(DemoWiki.of(page("overview"), shown, TOLD), TEXT, Optional.of(LINKS), before);

    Written after = next(before, TEXT, page("overview"), shown, TOLD);
    Written without = next(after.folder(), TEXT, page("overview"), TOLD);

    String file = "assets/images/" + picture.file();
    assertThat(before.resolve(file)).hasBinaryContent(raw);
    assertThat(before.resolve("pages/shown.html"))
        .content()
        .contains(
            "<img src=\"../" + file + "\" alt=\"The &quot;quay&quot;\" width=\"60\" height=\"50\"")
        .contains("loading=\"lazy\"");
    assertThat(before.resolve("pages/shown.md")).content().contains("](../" + file + ")");
    assertThat(before.resolve("markdown/shown.md")).content().contains("](images/");
    assertThat(SiteLinks.dead(before)).isEmpty();
    assertThat(SingleFile.of(before))
        .contains("src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(raw) + "\"")
        .contains("img-src data:;");
    assertSame(before, after.folder(), file);
    assertSame(before, after.folder(), "markdown/images/" + picture.file());
    assertSame(before, after.folder(), "pages/shown.html");
    assertThat(without.folder().resolve(file)).doesNotExist();
  }

  @Test
  void anImageWhoseContentCannotBeHadLeavesItsCaption() throws IOException {
    Picture picture = new Picture("docs/quay.png", "0".repeat(31) + "a.png", 60, 50);
    Picture escaping = new Picture("docs/quay.png", "../../../quay.png", 60, 50);
    Sentence caption = say("The quay.", at("README.md", 3, 5));
    Page shown =
        page(
            "shown",
            new Block.Image(picture, "quay", 60, caption),
            new Block.Image(escaping, "quay", 60, say("Another.", at("README.md", 3, 5))));

    Path site = first(page("overview"), shown);

    assertThat(site.resolve("pages/shown.html"))
        .content()
        .contains("The quay.", "Another.")
        .doesNotContain("<img");
    assertThat(SiteLinks.dead(site)).isEmpty();
  }

  @Test
  void aPageIsWrittenAgainWhenALineItCitesReadsOtherwise() throws IOException {
    Path before = first(page("overview"), KEPT, TOLD);
    TextReader text =
        path ->
            TEXT.text(path)
                .map(one -> SourceText.of(one.toString().replace("few thousand", "million")));

    Written after = next(before, text, page("overview"), KEPT, TOLD);

    assertThat(after.count()).isEqualTo(1);
    assertSame(before, after.folder(), "pages/kept.html");
    assertThat(after.folder().resolve("pages/told.html")).content().contains("million");
  }

  @Test
  void aThirdWikiStillLeadsToTheCommitAPageWasWrittenAt() throws IOException {
    Path before = first(page("overview"), KEPT, TOLD);
    Written second = next(before, TEXT, page("overview"), KEPT, TOLD);

    Written third = next(second.folder(), TEXT, page("overview"), KEPT, TOLD);

    assertThat(third.count()).isZero();
    assertSame(before, third.folder(), "pages/kept.html");
    assertThat(third.folder().resolve("wiki.json")).content().contains("\"label\":\"4be19c7\"");
  }

  @Test
  void anotherPageThatComesChangesOnlyItsNeighbours() throws IOException {
    Path before = first(page("overview"), KEPT, TOLD, page("end"));

    Written after = next(before, TEXT, page("overview"), KEPT, TOLD, page("end"), page("added"));

    assertThat(after.count()).isEqualTo(3); // the tree of the first, what follows the last, itself
    assertSame(before, after.folder(), "pages/kept.html");
    assertSame(before, after.folder(), "pages/told.html");
  }

  @Test
  void theAddressOfARenamedPageLeadsOnAndSaysSoInMarkdownToo() throws IOException {
    Path before = first(page("overview"), KEPT, page("gone", paragraph(say("Nothing."))));
    Page renamed = new Page("better", "A better name", Optional.empty(), "", KEPT.sections());

    Path after = next(before, TEXT, page("overview"), renamed).folder();

    assertThat(after.resolve("pages/kept.html"))
        .content()
        .contains("<meta http-equiv=\"refresh\" content=\"0; url=better.html\">")
        .contains("<a href=\"better.html\">A better name</a>");
    assertThat(after.resolve("markdown/kept.md")).content().contains("[A better name](better.md)");
    assertThat(after.resolve("pages/gone.html"))
        .content()
        .contains("no more since the commit after 4be19c7", "<a href=\"../index.html\">")
        .doesNotContain("refresh");
    assertThat(after.resolve("llms.txt"))
        .content()
        .contains("`markdown/kept.md` is now [A better name](markdown/better.md)");
    assertThat(SiteLinks.dead(after)).isEqualTo(List.<Finding>of());
    StrictHtml.read(Files.readString(after.resolve("pages/kept.html")));
    StrictHtml.read(Files.readString(after.resolve("pages/gone.html")));
  }
}
