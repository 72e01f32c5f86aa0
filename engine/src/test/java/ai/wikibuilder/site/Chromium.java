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
