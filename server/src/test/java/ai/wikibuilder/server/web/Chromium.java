package ai.wikibuilder.server.web;

import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real browser, and what it finds wrong with a page. */
public final class Chromium implements AutoCloseable {
  private static final Path FILE = Path.of("/usr/bin/chromium");
  private static final List<Integer> WIDTHS = List.of(390, 768, 1280);

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  public static boolean isThere() {
    return Files.isExecutable(FILE);
  }

  public static Chromium open() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(FILE)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync"))));
  }

  /** A page of somebody who signed in through the form. */
  public Page signedIn(Server server, Person person) {
    Page page = browser.newContext().newPage();
    page.navigate(server.address() + "/settings/sessions");
    page.fill("#email", person.email());
    page.fill("#password", Cast.PASSWORD);
    page.click("main button");
    page.waitForURL(server.address() + "/settings/sessions");
    return page;
  }

  /** A page of a browser in which nobody is signed in, and no script runs. */
  public Page withoutScript() {
    return browser
        .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
        .newPage();
  }

  /** What keeps people from reading the page: too wide, too pale, without a name. */
  public static List<String> problems(Page page) {
    List<String> problems = new ArrayList<>();
    for (int width : WIDTHS) {
      page.setViewportSize(width, 800);
      Object wider =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      if (((Number) wider).intValue() > 0) {
        problems.add("%s is wider than %d by %s".formatted(page.url(), width, wider));
      }
    }
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      axe(page)
          .analyze()
          .getViolations()
          .forEach(rule ->
              problems.add(
                  "%s in %s: %s at %s"
                      .formatted(
                          page.url(), scheme, rule.getId(), rule.getNodes().getFirst().getHtml())));
    }
    return problems;
  }

  /**
   * The rules of WCAG 2.2 AA, run in the page: what is found is the same as where each result is
   * put together in a page of its own, which is there for frames of other origins, and takes a
   * third less time.
   */
  static AxeBuilder axe(Page page) {
    return new AxeBuilder(page)
        .setLegacyMode(true)
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
