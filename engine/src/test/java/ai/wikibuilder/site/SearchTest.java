package ai.wikibuilder.site;

import static ai.wikibuilder.site.DemoWiki.LINKS;
import static ai.wikibuilder.site.DemoWiki.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Page;
import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What the search of a site puts first, in the order a reader sees. */
@EnabledIf(value = "isChromiumThere", disabledReason = "chromium is not on this machine")
class SearchTest {
  @TempDir static Path temp;
  private static Chromium chromium;
  private static BrowserContext context;
  private static com.microsoft.playwright.Page site;

  static boolean isChromiumThere() {
    return Chromium.isThere();
  }

  @BeforeAll
  static void open() {
    chromium = Chromium.start();
    new SiteWriter(SiteSettings.standard())
        .write(
            DemoWiki.of(
                page("Harbour", "What the Quay is for.", "From PilotBoard.open to Buoy.light"),
                page("Docks", "Ships are mended.", "Work"),
                page("Quay", "Ships lie here.", "Ropes")),
            TEXT,
            Optional.of(LINKS),
            temp.resolve("site"));
    context = chromium.browser().newContext();
    site = context.newPage();
    site.navigate(temp.resolve("site/index.html").toUri().toString());
  }

  @AfterAll
  static void close() {
    context.close();
    chromium.close();
  }

  private static Page page(String title, String summary, String heading) {
    return new Page(
        title.toLowerCase(java.util.Locale.ROOT),
        title,
        Optional.empty(),
        summary,
        List.of(
            DemoWiki.section(
                heading,
                DemoWiki.paragraph(DemoWiki.say("Dock names PilotBoard.")),
                DemoWiki.paragraph(
                    DemoWiki.say("PilotBoard (class): “Keeps who is to steer, and where.”")),
                DemoWiki.paragraph(
                    DemoWiki.say("Lamp lightAt(Hour hour): “The lamp of that hour.”")))));
  }

  private static List<String> found(String question) {
    site.locator("#query").fill("");
    site.locator("#query").fill(question);
    site.waitForCondition(() -> site.locator("#results a, #results .none").count() > 0);
    return site.locator("#results a").allInnerTexts();
  }

  /** A walk that passes a class stood before the sentence that tells what it is. */
  @Test
  void whatTellsOfANameComesBeforeWhatMentionsIt() {
    assertThat(found("PilotBoard").getFirst()).contains("Keeps who is to steer");
    assertThat(found("lightAt").getFirst()).contains("The lamp of that hour");
  }

  /** A summary that had the word counted as much as a title. */
  @Test
  void aPageIsFoundByItsTitleBeforeOneWhoseSummaryHasTheWord() {
    assertThat(found("quay").getFirst()).startsWith("Quay page");
  }

  /** A mistyped name found nothing, while the search of the command line found it. */
  @Test
  void aMistypedWordIsTakenForTheNearestOneAndSaysSo() {
    assertThat(found("PilotBaord").getFirst()).contains("Keeps who is to steer");
    assertThat(site.locator("#results .taken").innerText()).isEqualTo("pilotbaord → pilotboard");
    assertThat(found("stere").getFirst()).contains("steer");
    assertThat(found("xyzzyplugh")).isEmpty();
    assertThat(found("quay").isEmpty()).isFalse();
    assertThat(site.locator("#results .taken").count()).isZero();
  }

  @Test
  void twoWordsFindTheNameTheyMake() {
    assertThat(found("pilot board").getFirst()).contains("Keeps who is to steer");
  }

  /** Of a heading only its page stood in front; the name asked for stood small below. */
  @Test
  void ofAHeadingItsOwnWordsComeFirstAndThenItsPage() {
    assertThat(found("ropes").getFirst()).matches("(?s)Ropes heading\\s+Quay");
  }
}
