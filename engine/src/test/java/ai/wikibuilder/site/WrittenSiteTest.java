package ai.wikibuilder.site;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.site.links.SiteLinks;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/**
 * What holds for every site that is written, whoever wrote its pages. It is looked at in the site
 * of {@link DemoWiki}, or in the one whose folder {@code -Dsite.folder=} names.
 */
@EnabledIf(value = "isChromiumThere", disabledReason = "chromium is not on this machine")
class WrittenSiteTest {
  /** What a browser reads of a page before anybody clicks. */
  private static final long FIRST_VIEW_BYTES_MAX = 150_000;

  /** Pixels. */
  private static final int WIDE = 1280;

  private static final String LINES = ".lines.html";

  /** Elements with words of their own, told apart by their names and classes up to the page's. */
  private static final String MARK_NEW =
      """
      known => {
        const seen = new Set(known), fresh = [];
        for (const element of document.body.querySelectorAll('*')) {
          if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
          let way = '';
          for (let at = element; at !== document.body; at = at.parentElement) {
            way += at.localName + '.' + (at.getAttribute('class') ?? '') + ' ';
            way += at.hasAttribute('aria-current') ? 'current ' : '';
          }
          if (seen.has(way)) continue;
          seen.add(way);
          fresh.push(way);
          element.setAttribute('data-new', '');
        }
        return fresh;
      }
      """;

  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final Pattern LOADED =
      Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"|<script src=\"([^\"]+)\"");

  private static final Pattern DRAWING = Pattern.compile("(?s)<svg .*?</svg>");

  private static final Pattern NODE = Pattern.compile("<g class=\"node[ \"]");

  @TempDir static Path temp;
  private static Chromium chromium;
  private static Path site;

  static boolean isChromiumThere() {
    return Chromium.isThere();
  }

  @BeforeAll
  static void open() {
    chromium = Chromium.start();
    String named = System.getProperty("site.folder", "");
    site = named.isEmpty() ? temp.resolve("site") : Path.of(named).toAbsolutePath();
    if (named.isEmpty()) {
      new SiteWriter(SiteSettings.standard())
          .write(DemoWiki.wiki(), DemoWiki.TEXT, Optional.of(DemoWiki.LINKS), site);
    }
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(site)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** Without what a search, a click or a drawing that is reached reads later. */
  private static List<Path> pages() throws IOException {
    List<Path> pages =
        files(".html").stream().filter(file -> !file.toString().endsWith(LINES)).toList();
    assertThat(pages).as("pages of %s", site).isNotEmpty();
    return pages;
  }

  /**
   * Dark pages differ from light ones in nothing but colours, whatever their width, so of them only
   * those are looked at, and once. Colours take axe ten times as long as all else, so of what
   * stands in the same elements with the same classes only the first is looked at. Of files of
   * lines, which hold thousands of the same and nothing else, the shortest one is.
   */
  @Test
  void axeFindsNothingAndNothingForeignIsAskedForInLightAndDarkWideAndNarrow() throws IOException {
    List<String> found = new ArrayList<>();
    for (int width : new int[] {390, WIDE}) {
      try (BrowserContext context = context(width)) {
        Page page = context.newPage();
        page.onRequest(request -> {
          if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
            found.add("request " + request.url());
          }
        });
        Set<String> seen = new LinkedHashSet<>();
        for (Path file : lookedAt()) {
          page.navigate(file.toUri().toString());
          String where = "%s at %d px".formatted(site.relativize(file), width);
          collect(axe(page).disableRules(COLOURS), where, found);
          if (isMarkedNew(page, seen)) {
            collect(axe(page).include("[data-new]").withRules(COLOURS), where, found);
            if (width == WIDE) {
              page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
              collect(axe(page).include("[data-new]").withRules(COLOURS), where + ", dark", found);
              page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            }
          }
        }
        assertThat(seen).as("ways in which words stand on pages").hasSizeGreaterThan(40);
      }
    }
    assertThat(found).isEmpty();
  }

  /**
   * Marks, for each way in which words stand on a page, the first that stands so.
   *
   * @param seen the ways of the pages before; those of this page are added
   * @return whether there are any
   */
  private static boolean isMarkedNew(Page page, Set<String> seen) {
    List<String> fresh = new ArrayList<>();
    if (page.evaluate(MARK_NEW, List.copyOf(seen)) instanceof List<?> ways) {
      ways.forEach(way -> fresh.add(String.valueOf(way)));
    }
    return seen.addAll(fresh);
  }

  private static List<Path> lookedAt() throws IOException {
    List<Path> files = new ArrayList<>(pages());
    files(LINES).stream()
        .min(Comparator.comparingLong(file -> file.toFile().length()))
        .ifPresent(files::add);
    return files;
  }

  private static BrowserContext context(int width) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(ColorScheme.LIGHT));
  }

  /**
   * Run in the page itself: no page here has frames of other origins, for which it would not do.
   */
  private static AxeBuilder axe(Page page) {
    return new AxeBuilder(page).setLegacyMode(true);
  }

  private static void collect(AxeBuilder axe, String where, List<String> found) {
    axe.analyze()
        .getViolations()
        .forEach(violation ->
            violation
                .getNodes()
                .forEach(
                    node -> found.add(where + ": " + violation.getId() + " in " + node.getHtml())));
  }

  @Test
  void everyLinkOfPagesAndOfMarkdownLeadsToAFileAndAPlace() {
    assertThat(SiteLinks.dead(site)).isEmpty();
  }

  @Test
  void everyPageIsStrictlyWrittenAndNamesItsPlacesOnce() throws IOException {
    for (Path file : files(".html")) {
      assertThat(StrictHtml.read(Files.readString(file)).ids())
          .as("%s", file)
          .contains(pages().contains(file) ? "content" : "evidence");
    }
  }

  @Test
  void theFirstViewOfEveryPageIsLight() throws IOException {
    List<String> heavy = new ArrayList<>();
    for (Path file : pages()) {
      Set<Path> read = new LinkedHashSet<>(Set.of(file));
      Matcher loaded = LOADED.matcher(Files.readString(file));
      while (loaded.find()) {
        String name = loaded.group(1) == null ? loaded.group(2) : loaded.group(1);
        read.add(file.resolveSibling(name).normalize());
      }
      long bytes = 0;
      for (Path one : read) {
        bytes += Files.size(one);
      }
      if (bytes > FIRST_VIEW_BYTES_MAX) {
        heavy.add(bytes + " " + site.relativize(file));
      }
    }
    assertThat(heavy).isEmpty();
  }

  @Test
  void everyDrawingIsWellFormedAndSmall() throws Exception {
    for (Path file : files(".html")) {
      Matcher drawing = DRAWING.matcher(Files.readString(file));
      while (drawing.find()) {
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(drawing.group())));
        assertThat(NODE.matcher(drawing.group()).results().count())
            .as("boxes of a drawing in %s", file)
            .isBetween(1L, (long) Diagram.NODE_COUNT_MAX);
      }
    }
  }

  @Test
  void wordsOfADrawingDoNotLieOnEachOther() throws IOException {
    List<String> found = new ArrayList<>();
    try (BrowserContext context = context(WIDE)) {
      Page page = context.newPage();
      for (Path file : pages()) {
        if (Files.readString(file).contains("<svg ")) {
          page.navigate(file.toUri().toString());
          for (Object pair : (List<?>) page.evaluate(Chromium.OVERLAPS)) {
            found.add(site.relativize(file) + ": " + pair);
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void theRealMermaidParsesEveryDrawingOfTheMarkdown() throws IOException {
    List<String> found = new ArrayList<>();
    int drawings = 0;
    try (BrowserContext context = context(800)) {
      Page page = Chromium.mermaid(context);
      for (Path file : files(".md")) {
        for (String text : drawings(Files.readString(file))) {
          drawings++;
          String refused =
              (String)
                  page.evaluate(
                      "text => mermaid.parse(text).then(() => '', e => String(e.message || e))",
                      text);
          if (!refused.isEmpty()) {
            found.add(site.relativize(file) + ": " + refused + "\n" + text);
          }
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(drawings).isPositive();
  }

  private static List<String> drawings(String markdown) {
    List<String> texts = new ArrayList<>();
    Parser.builder()
        .build()
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                if (block.getInfo().equals("mermaid")) {
                  texts.add(block.getLiteral());
                }
              }
            });
    return texts;
  }
}
