package ai.wikibuilder.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of this machine, without a window and without a word to its maker. One thread. */
final class Chromium implements AutoCloseable {
  /** Pairs of texts of one drawing whose boxes share more than a hair. */
  static final String OVERLAPS =
      """
      [...document.querySelectorAll('.drawing svg')].flatMap(svg => {
        const texts = [...svg.querySelectorAll('text')];
        const boxes = texts.map(t => t.getBoundingClientRect());
        const found = [];
        for (let i = 0; i < boxes.length; i++)
          for (let j = 0; j < i; j++) {
            const a = boxes[i], b = boxes[j];
            const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (w > 1 && h > 2) found.push(texts[i].textContent + ' | ' + texts[j].textContent);
          }
        return found;
      })
      """;

  private static final Path FILE = Path.of("/usr/bin/chromium");

  private static final String MERMAID =
      "/META-INF/resources/webjars/mermaid/11.14.0/dist/mermaid.min.js";

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright) {
    this.playwright = playwright;
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(FILE)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  static boolean isThere() {
    return Files.isExecutable(FILE);
  }

  static Chromium start() {
    return new Chromium(
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
  }

  Browser browser() {
    return browser;
  }

  /** A phone: touched, not clicked. */
  BrowserContext phone(int width) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(width, 844)
            .setIsMobile(true)
            .setHasTouch(true));
  }

  /** An empty page in which the real Mermaid waits. */
  static Page mermaid(BrowserContext context) throws IOException {
    try (InputStream in = Chromium.class.getResourceAsStream(MERMAID)) {
      if (in == null) {
        throw new IOException("expected " + MERMAID + " among the test dependencies");
      }
      Page page = context.newPage();
      page.navigate("about:blank");
      String script = new String(in.readAllBytes(), UTF_8);
      page.addScriptTag(new Page.AddScriptTagOptions().setContent(script));
      return page;
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
