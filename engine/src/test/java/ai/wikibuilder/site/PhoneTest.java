package ai.wikibuilder.site;

import static ai.wikibuilder.site.DemoWiki.LINKS;
import static ai.wikibuilder.site.DemoWiki.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Pages with wide tables and long names on the narrowest screens. */
@EnabledIf(value = "isChromiumThere", disabledReason = "chromium is not on this machine")
class PhoneTest {
  private static final List<Integer> WIDTHS = List.of(320, 390);

  @TempDir static Path temp;
  private static Chromium chromium;

  static boolean isChromiumThere() {
    return Chromium.isThere();
  }

  @BeforeAll
  static void open() {
    chromium = Chromium.start();
    Page around =
        new Page(
            "translator",
            "otlptranslator/prometheusremotewriteexporter",
            Optional.empty(),
            "About translating.",
            List.of(DemoWiki.section("", DemoWiki.paragraph(DemoWiki.say("It translates.")))));
    new SiteWriter(SiteSettings.standard())
        .write(
            DemoWiki.of(DemoWiki.page("routes", routes()), around),
            TEXT,
            Optional.of(LINKS),
            temp.resolve("site"));
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private static Block routes() {
    List<List<Sentence>> rows =
        List.of(
            List.of(
                code("POST /me/two-factor/recovery-codes"),
                code("RegenerateRecoveryCodesController.regenerateAllOfThem"),
                code("src/main/java/org/example/harbour/RecoveryCodes.java"),
                new Sentence(List.of(new Inline.Plain("–")), List.of())),
            List.of(code("GET /me"), code("Me"), code("scripts/build"), code("tests/all")));
    return new Block.Table(List.of("Route", "Answered by", "Stated in", "Called by"), rows);
  }

  private static Sentence code(String text) {
    return new Sentence(
        List.of(new Inline.Code(text)),
        List.of(new Evidence("README.md", 1, 2), new Evidence("README.md", 2, 3)));
  }

  private static com.microsoft.playwright.Page opened(BrowserContext context) {
    com.microsoft.playwright.Page page = context.newPage();
    page.navigate(temp.resolve("site/index.html").toUri().toString());
    return page;
  }

  private static List<String> list(com.microsoft.playwright.Page page, String script) {
    return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).toList();
  }

  /** Of four columns two were out of sight, and the rows as high as what nobody saw. */
  @Test
  void aRowOfAWideTableIsACardWhoseCellsNameTheirColumns() {
    for (int width : WIDTHS) {
      try (BrowserContext context = chromium.phone(width)) {
        var page = opened(context);

        assertThat(list(page, MOVED_SIDEWAYS)).as("%d px", width).isEmpty();
        assertThat(list(page, LABELS))
            .containsExactly("Answered by", "Stated in", "Answered by", "Stated in", "Called by");
      }
    }
    try (BrowserContext context = chromium.browser().newContext()) {
      assertThat(opened(context).locator("thead").isVisible()).isTrue();
      assertThat(list(opened(context), LABELS)).isEmpty();
    }
  }

  private static final String MOVED_SIDEWAYS =
      "[...document.querySelectorAll('.scroll')].map(s => s.scrollWidth - s.clientWidth)"
          + ".filter(over => over > 0)";

  private static final String LABELS =
      "[...document.querySelectorAll('td')].filter(cell => cell.offsetHeight)"
          + ".map(cell => getComputedStyle(cell, '::before').content)"
          + ".filter(words => words !== 'none').map(words => words.slice(1, -1))";

  /** “SearchServi|ce.php” stood in a column of a phone. */
  @Test
  void pathsAndNamesGoOnInTheNextLineBetweenTheirWords() {
    try (BrowserContext context = chromium.phone(320)) {
      assertThat(list(opened(context), LINES_OF_CODE))
          .contains("Regenerate", "RecoveryCodes", "src/main/java/", "scripts/build")
          .doesNotContain("e", "ild");
    }
  }

  /** What stands in each line of the cells with code. */
  private static final String LINES_OF_CODE =
      """
      [...document.querySelectorAll('td code')].flatMap(code => {
        const lines = [];
        let top = -1;
        for (const node of code.childNodes)
          for (let i = 0; i < (node.data || '').length; i++) {
            const range = document.createRange();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const at = Math.round(range.getBoundingClientRect().top);
            if (at !== top) lines.push('');
            top = at;
            lines[lines.length - 1] += node.data[i];
          }
        return lines;
      })
      """;

  @Test
  void theNamesOfThePagesBeforeAndAfterFitTheNarrowestScreen() {
    try (BrowserContext context = chromium.phone(320)) {
      assertThat(opened(context).evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    }
  }

  /** A number behind a sentence was 13 pixels wide and 18 high. */
  @Test
  void whatIsTappedIsLargeEnoughForAFinger() {
    try (BrowserContext context = chromium.phone(390)) {
      assertThat(list(opened(context), SMALL)).isEmpty();
    }
  }

  /**
   * Buttons and links that a tap 11 pixels beside their middle misses, up and down and sideways.
   */
  private static final String SMALL =
      """
      [...document.querySelectorAll('button, summary, input, .marks a, .back, .contents a, .tree a')]
        .filter(one => one.checkVisibility())
        .flatMap(one => {
          one.scrollIntoView({ block: 'center', behavior: 'instant' });
          const box = one.getBoundingClientRect();
          const x = box.left + box.width / 2, y = box.top + box.height / 2;
          return [[-11, 0], [11, 0], [0, -11], [0, 11]]
            .map(([right, down]) => document.elementFromPoint(x + right, y + down))
            .filter(hit => hit && hit !== one && !one.contains(hit))
            .map(hit => one.outerHTML + ' is missed for ' + hit.outerHTML);
        })
      """;
}
