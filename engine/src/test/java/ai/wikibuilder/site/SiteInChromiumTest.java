package ai.wikibuilder.site;

import static ai.wikibuilder.site.DemoWiki.LINKS;
import static ai.wikibuilder.site.DemoWiki.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.drawing.MermaidText;
import ai.wikibuilder.site.exports.SingleFile;
import ai.wikibuilder.site.links.SiteLinks;
import ai.wikibuilder.source.SourceText;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The written site as a real browser sees it, opened from the disk. */
@EnabledIf(value = "isChromiumThere", disabledReason = "chromium is not on this machine")
class SiteInChromiumTest {
  /** Documents of one repository. */
  private static final int DOCUMENT_COUNT = 25;

  /** Pages opened at once. */
  private static final int FRAME_COUNT = 25;

  @TempDir static Path temp;
  private static Chromium chromium;
  private static Browser browser;
  private static Path site;

  static boolean isChromiumThere() {
    return Chromium.isThere();
  }

  @BeforeAll
  static void open() {
    chromium = Chromium.start();
    browser = chromium.browser();
    site = temp.resolve("site");
    new SiteWriter(SiteSettings.standard()).write(DemoWiki.wiki(), TEXT, Optional.of(LINKS), site);
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private static BrowserContext context(int width, ColorScheme colours) {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours));
  }

  private static List<Path> pages(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  /**
   * Run in the page itself: no page here has frames of other origins, for which it would not do.
   */
  private static AxeBuilder axe(com.microsoft.playwright.Page page) {
    return new AxeBuilder(page).setLegacyMode(true);
  }

  @Test
  void noPageIsWiderThanAPhone() throws IOException {
    try (BrowserContext context = context(320, ColorScheme.LIGHT)) {
      var page = context.newPage();
      for (Path file : pages(site)) {
        page.navigate(file.toUri().toString());

        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 320"))
            .as("%s", file.getFileName())
            .isTrue();
      }
    }
  }

  private static Diagram diagram(Diagram.Kind kind, int count) {
    List<Diagram.Node> nodes = new ArrayList<>();
    List<Diagram.Edge> edges = new ArrayList<>();
    Evidence evidence = new Evidence("README.md", 1, 2);
    for (int i = 0; i < count; i++) {
      String label = i % 4 == 0 ? "AVeryLongNameOfATypeThatHardlyFits" + i : "Part" + i;
      nodes.add(
          new Diagram.Node("n" + i, label, "9 files", Optional.empty(), Optional.of(evidence)));
      edges.add(
          new Diagram.Edge("n" + i, "n" + (i * 7 + 1) % count, "call" + i, List.of(evidence)));
      edges.add(new Diagram.Edge("n" + i, "n" + (i * 3 + 2) % count, "", List.of(evidence)));
    }
    return new Diagram(kind, kind + " with “quotes” & <signs>", nodes, edges, List.of());
  }

  @Test
  void wordsOfADrawingDoNotLieOnEachOtherAndTheViewerZooms() {
    List<Page> pages = new ArrayList<>();
    pages.add(DemoWiki.wiki().pages().getFirst());
    for (Diagram.Kind kind : Diagram.Kind.values()) {
      for (int count : new int[] {3, 9, 20}) {
        String slug = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + count;
        pages.add(
            new Page(
                slug,
                slug,
                Optional.empty(),
                "A drawing.",
                List.of(
                    new Page.Section(
                        "",
                        List.of(new ai.wikibuilder.pages.Block.Figure(diagram(kind, count)))))));
      }
    }
    Wiki demo = DemoWiki.wiki();
    Path folder = temp.resolve("drawings");
    new SiteWriter(SiteSettings.standard())
        .write(
            new Wiki(demo.snapshot(), demo.summary(), pages, demo.numbers()),
            TEXT,
            Optional.of(LINKS),
            folder);
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      var page = context.newPage();
      for (Page one : pages.subList(1, pages.size())) {
        page.navigate(folder.resolve("pages/" + one.slug() + ".html").toUri().toString());

        assertThat((List<?>) page.evaluate(Chromium.OVERLAPS)).as(one.slug()).isEmpty();
        double before = ((Number) page.evaluate(WIDTH)).doubleValue();
        page.locator(".drawing").focus();
        page.keyboard().press("+");
        assertThat(((Number) page.evaluate(WIDTH)).doubleValue()).isGreaterThan(before);
        page.locator(".viewer button").last().click();
        assertThat(page.locator(".enlarged").count()).isEqualTo(1);
        page.keyboard().press("Escape");
        assertThat(page.locator(".enlarged").count()).isZero();
      }
    }
  }

  private static final String WIDTH =
      "Number(document.querySelector('.drawing svg').getAttribute('width'))";

  @Test
  void theRealMermaidParsesEveryKindWhateverTheNames() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Diagram.Kind kind : Diagram.Kind.values()) {
      texts.add(MermaidText.of(diagram(kind, 12)));
      for (String payload : HostilePayloads.all().subList(0, 40)) {
        texts.add(MermaidText.of(named(kind, payload)));
      }
    }
    try (BrowserContext context = context(800, ColorScheme.LIGHT)) {
      var page = Chromium.mermaid(context);
      for (String text : texts) {
        assertThat(
                page.evaluate(
                    "text => mermaid.parse(text).then(() => '', e => String(e.message || e))",
                    text))
            .as(text)
            .isEqualTo("");
      }
    }
  }

  private static Diagram named(Diagram.Kind kind, String name) {
    Evidence evidence = new Evidence("README.md", 1, 1);
    return new Diagram(
        kind,
        name,
        List.of(
            new Diagram.Node("a", name, name, Optional.empty(), Optional.of(evidence)),
            new Diagram.Node("b", "end", "", Optional.empty(), Optional.of(evidence))),
        List.of(new Diagram.Edge("a", "b", name, List.of(evidence))),
        List.of());
  }

  @Test
  void noTextOfARepositoryRunsOrFetchesAnything() throws IOException {
    List<String> payloads = HostilePayloads.all();
    assertThat(payloads).hasSizeGreaterThanOrEqualTo(250);
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < payloads.size(); i++) {
      pages.add(HostileWiki.page("p" + i, payloads.get(i)));
    }
    Wiki demo = DemoWiki.wiki();
    Path folder = temp.resolve("hostile");
    new SiteWriter(SiteSettings.standard())
        .write(
            new Wiki(demo.snapshot(), payloads.getFirst(), pages, demo.numbers()),
            HostileWiki.TEXT,
            Optional.of(HostileWiki.LINKS),
            folder);
    Files.writeString(folder.resolve("all.html"), SingleFile.of(folder));
    assertNothingRuns(pages(folder));
  }

  /** From the document to the page: what readers and quotations do to it on the way is in it. */
  @Test
  void noDocumentOfARepositoryRunsOrFetchesAnything() throws IOException {
    List<String> payloads = HostilePayloads.all();
    List<Path> files = new ArrayList<>();
    int told = 0;
    for (int from = 0; from < payloads.size(); from += DOCUMENT_COUNT) {
      List<String> some = payloads.subList(from, Math.min(payloads.size(), from + DOCUMENT_COUNT));
      Wiki wiki = HostileDocuments.wiki(some);
      Path folder = temp.resolve("documents" + from);
      new SiteWriter(SiteSettings.standard())
          .write(wiki, HostileDocuments.repository(some), Optional.of(HostileWiki.LINKS), folder);
      files.addAll(pages(folder));
      told += HostileDocuments.told(some, Files.readString(folder.resolve("wiki.json")));
    }

    assertThat(told).as("payloads that reach a page").isGreaterThan(payloads.size() / 2);
    assertNothingRuns(files);
  }

  /** Opens the pages in frames, many at once: a browser is quicker at that than at one by one. */
  private static void assertNothingRuns(List<Path> files) throws IOException {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      List<String> events = new ArrayList<>();
      var page = context.newPage();
      page.setDefaultTimeout(120_000);
      page.onDialog(dialog -> {
        events.add("dialog " + dialog.message());
        dialog.dismiss();
      });
      page.onRequest(request -> {
        if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
          events.add("request " + request.url());
        }
      });
      page.onConsoleMessage(message -> {
        if (message.text().contains("Content Security Policy")) {
          events.add("refused " + message.text());
        }
      });
      for (int from = 0; from < files.size(); from += FRAME_COUNT) {
        List<Path> some = files.subList(from, Math.min(files.size(), from + FRAME_COUNT));
        StringBuilder frames = new StringBuilder("<!doctype html><title>frames</title>");
        for (Path file : some) {
          frames.append("<iframe src=\"").append(file.toUri()).append("\"></iframe>");
        }
        Path all = Files.writeString(temp.resolve("frames.html"), frames);
        page.navigate(all.toUri().toString());

        assertThat(page.frames()).hasSize(some.size() + 1);
        for (Frame frame : page.frames()) {
          assertThat(frame.title()).isNotEmpty().isNotEqualTo("owned");
        }
        assertThat(events).as("%s and what follows", some.getFirst().getFileName()).isEmpty();
      }
    }
  }

  /** Buttons for zooming stood on paper. */
  @Test
  void whatMovesADiagramIsNotPrinted() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      var page = context.newPage();
      page.navigate(site.resolve("pages/architecture.html").toUri().toString());
      boolean shown = page.locator(".viewer").first().isVisible();
      page.emulateMedia(
          new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(shown).isTrue();
      assertThat(page.locator(".viewer").first().isVisible()).isFalse();
    }
  }

  /** Who reads dark pages got pale letters on white paper. */
  @Test
  void darkPagesArePrintedInDarkLetters() {
    try (BrowserContext context = context(1280, ColorScheme.DARK)) {
      var page = context.newPage();
      page.navigate(site.resolve("pages/architecture.html").toUri().toString());
      page.evaluate("document.documentElement.setAttribute('data-theme', 'dark')");
      Object shown = page.evaluate(TEXT_COLOUR);
      page.emulateMedia(
          new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(shown).isEqualTo("rgb(221, 225, 230)");
      assertThat(page.evaluate(TEXT_COLOUR)).isEqualTo("rgb(29, 33, 38)");
    }
  }

  private static final String TEXT_COLOUR = "getComputedStyle(document.body).color";

  /** On a phone the one file had no list of pages, and others opened it out of sight. */
  @Test
  void onAPhoneTheListOfPagesOpensWhereOneReads() throws IOException {
    Path alone = Files.createDirectories(temp.resolve("phone")).resolve("wiki.html");
    Files.writeString(alone, SingleFile.of(site));
    try (BrowserContext context = context(390, ColorScheme.LIGHT)) {
      var page = context.newPage();
      page.navigate(alone.toUri().toString());
      page.evaluate("scrollTo(0, 2000)");
      page.locator(".menu summary").click();

      assertThat(page.locator("#tree").boundingBox().y).isBetween(0.0, 200.0);

      page.locator("#tree a").last().click();

      assertThat(page.locator("#tree").isVisible()).isFalse();
    }
  }

  @Test
  void theSingleFileNeedsNothingElseAndItsEvidenceOpens() throws IOException {
    Path alone = Files.createDirectories(temp.resolve("alone")).resolve("wiki.html");
    Files.writeString(alone, SingleFile.of(site));
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      List<String> requests = new ArrayList<>();
      List<String> errors = new ArrayList<>();
      var page = context.newPage();
      page.onRequest(request -> requests.add(request.url()));
      page.onPageError(errors::add);
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          errors.add(message.text());
        }
      });
      page.navigate(alone.toUri().toString());
      page.locator(".marks a").first().click();

      assertThat(page.locator(".panel .cited").count()).isPositive();
      assertThat(requests).containsExactly(alone.toUri().toString());
      assertThat(errors).isEmpty();
      assertThat(page.locator("section.one").count()).isEqualTo(DemoWiki.wiki().pages().size());
      assertThat((List<?>) page.evaluate(DEAD)).isEmpty();
    }
  }

  @Test
  void theSingleFileIsSearchedAndLeadsToThePlaceOnItsPage() throws IOException {
    Path alone = Files.createDirectories(temp.resolve("searched")).resolve("wiki.html");
    Files.writeString(alone, SingleFile.of(site));
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      List<String> errors = new ArrayList<>();
      var page = context.newPage();
      page.onPageError(errors::add);
      page.navigate(alone.toUri().toString());
      page.keyboard().press("/");
      page.keyboard().type("parcelTr");
      page.locator("#results a").first().click();

      assertThat(page.url()).matches(".*#[a-z0-9-]+(--[a-z0-9-]+)?");
      String place = page.url().replaceFirst(".*#", "");
      assertThat(page.locator("[id='" + place + "']").count()).isEqualTo(1);
      assertThat(errors).isEmpty();
    }
  }

  @Test
  void theLinesOfADensePageOpenBesideItAndCloseAgain() {
    List<Sentence> sentences = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int line = 1; line <= 9_000; line++) {
      text.append("int line").append(line).append(" = compute(").append(line).append(");\n");
    }
    for (int i = 0; i < 200; i++) {
      sentences.add(
          Sentence.of("Fact " + i + ".", new Evidence("far/Long.java", 20 + 44 * i, 22 + 44 * i)));
    }
    SourceText source = SourceText.of(text.toString());
    Path folder = temp.resolve("dense");
    new SiteWriter(SiteSettings.standard())
        .write(
            DemoWiki.of(
                DemoWiki.page("overview"), DemoWiki.page("dense", new Block.Paragraph(sentences))),
            path -> Optional.of(source),
            Optional.of(LINKS),
            folder);
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      List<String> errors = new ArrayList<>();
      var page = context.newPage();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          errors.add(message.text());
        }
      });
      page.navigate(folder.resolve("pages/dense.html").toUri().toString());
      assertThat(page.locator(".l").count()).isZero();
      page.locator("a[href='#e-150']").click();
      var frame = page.frameLocator(".panel iframe");

      page.waitForCondition(() -> frame.locator("figure.source:visible").count() == 1);
      assertThat(frame.locator("figure.source:visible .l.cited").first().textContent())
          .contains("line6576 ");
      assertThat(frame.locator("figure.source:visible .l.cited").count()).isEqualTo(3);
      frame.locator("figure.source:visible pre").press("Escape");
      page.waitForCondition(() -> !page.locator(".panel").isVisible());
      assertThat(errors).isEmpty();
    }
  }

  /** Text alone is more than a page is to weigh: whatever can wait stands in other files. */
  @Test
  void aPageOfMuchTextLeadsStraightToItsLinesAndItsTreeComesLater() throws IOException {
    SourceText source = SourceText.of("int some = 1; // a line of usual length\n".repeat(4_000));
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      sentences.add(
          Sentence.of(
              "A fact of some twenty words and of many letters, number " + i + ".",
              new Evidence("far/Long.java", 20 + 4 * i, 22 + 4 * i)));
    }
    Path folder = temp.resolve("heavy");
    new SiteWriter(SiteSettings.standard())
        .write(
            DemoWiki.of(
                DemoWiki.page("overview"), DemoWiki.page("heavy", new Block.Paragraph(sentences))),
            path -> Optional.of(source),
            Optional.of(LINKS),
            folder);
    Path alone = Files.writeString(folder.resolve("one.html"), SingleFile.of(folder));
    assertThat(SiteLinks.dead(folder)).isEmpty();
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      var page = context.newPage();
      page.navigate(folder.resolve("pages/heavy.html").toUri().toString());
      page.waitForCondition(() -> page.locator(".tree a").count() == 2);
      page.locator("a[href$='#e-150']").click();
      var frame = page.frameLocator(".panel iframe");

      page.waitForCondition(() -> frame.locator(".l.cited").count() == 3);
      assertThat(frame.locator(".l.cited").first().getAttribute("data-line")).isEqualTo("616");

      page.navigate(alone.toUri().toString());
      page.locator("a[href='#heavy--e-150']").first().click();
      assertThat(page.locator(".panel .l.cited").count()).isEqualTo(3);
      assertThat((List<?>) page.evaluate(DEAD)).isEmpty();
    }
  }

  /** The lines lay over the sentence they prove. */
  @Test
  void theSentenceStaysInSightBesideTheLinesItCites() {
    for (int width : new int[] {1024, 1280, 1920}) {
      try (BrowserContext context = context(width, ColorScheme.LIGHT)) {
        var page = context.newPage();
        page.navigate(site.resolve("pages/architecture.html").toUri().toString());
        var mark = page.locator("article p .marks a").last();
        mark.scrollIntoViewIfNeeded();
        double top = mark.boundingBox().y;
        mark.click();

        assertThat(mark.boundingBox().x).isLessThan(page.locator(".panel").boundingBox().x - 10);
        assertThat(mark.boundingBox().y).isBetween(top - 2, top + 2);
        page.keyboard().press("Escape");
        assertThat(mark.boundingBox().y).isBetween(top - 2, top + 2);
      }
    }
  }

  /** Each was “Table”, which axe finds as soon as there are two. */
  @Test
  void tablesOfAPageAreToldApart() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      Block table =
          new Block.Table(
              List.of("Name", "Lines"), List.of(List.of(Sentence.of("a"), Sentence.of("1"))));
      Path folder = temp.resolve("tables");
      new SiteWriter(SiteSettings.standard())
          .write(
              DemoWiki.of(DemoWiki.page("tables", table, table)), TEXT, Optional.of(LINKS), folder);
      var page = context.newPage();
      page.navigate(folder.resolve("index.html").toUri().toString());

      assertThat(axe(page).analyze().getViolations()).isEmpty();
    }
  }

  @Test
  void theTreeIsWholeWithScriptAndLeadsUpAndDownWithout() {
    String file = site.resolve("pages/architecture.html").toUri().toString();
    try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
      var page = context.newPage();
      page.navigate(file);

      assertThat(page.locator(".tree a").count()).isEqualTo(DemoWiki.wiki().pages().size());
      assertThat(page.locator(".tree a[aria-current]").textContent()).isEqualTo("Architecture");
    }
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      var page = context.newPage();
      page.navigate(file);

      assertThat(page.locator(".tree a[aria-current]").textContent()).isEqualTo("Architecture");
      page.locator(".tree a").first().click();
      assertThat(page.url()).endsWith("index.html");
      assertThat(page.locator(".tree a").count()).isEqualTo(DemoWiki.wiki().pages().size());
    }
  }

  /** “gson/internal/refle ct” stood in the list, with script and without. */
  @Test
  void namesInTheTreeGoOnBehindASlash() {
    Page part =
        new Page(
            "quayside",
            "harbour/services/quayside",
            Optional.empty(),
            "About quays.",
            List.of(DemoWiki.section("", DemoWiki.paragraph(DemoWiki.say("Here are quays.")))));
    Path folder = temp.resolve("parts");
    new SiteWriter(SiteSettings.standard())
        .write(
            DemoWiki.of(
                DemoWiki.page("first", DemoWiki.paragraph(DemoWiki.say("Here is much."))), part),
            TEXT,
            Optional.of(LINKS),
            folder);
    for (boolean script : List.of(true, false)) {
      try (BrowserContext context =
          browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(script))) {
        var page = context.newPage();
        page.navigate(folder.resolve("pages/quayside.html").toUri().toString());

        var here = page.locator(".tree a[aria-current]");
        assertThat(here.textContent()).isEqualTo("harbour/services/quayside");
        assertThat(here.locator("wbr").count()).isEqualTo(2);
      }
    }
  }

  /** The list of the one file broke names inside their words: “event_bus_servi ce”. */
  @Test
  void namesInTheListOfTheOneFileGoOnWhereTheirPartsMeet() throws IOException {
    Path folder = temp.resolve("named");
    Page part =
        new Page("part", "harbour/event_bus_service", Optional.empty(), "About it.", List.of());
    new SiteWriter(SiteSettings.standard())
        .write(DemoWiki.of(DemoWiki.page("first"), part), TEXT, Optional.of(LINKS), folder);

    assertThat(SingleFile.of(folder))
        .contains("<a href=\"#part\">harbour/<wbr>event_bus_<wbr>service</a>");
  }

  private static final String DEAD =
      "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href'))"
          + ".filter(h => !document.getElementById(h.slice(1)))";
}
