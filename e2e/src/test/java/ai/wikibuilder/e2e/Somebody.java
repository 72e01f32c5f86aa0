package ai.wikibuilder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person at a real browser, who reads and clicks; what the browser complains of is kept. */
final class Somebody implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** A first build on a busy machine. */
  private static final double WAIT_MAX_MILLIS = 120_000;

  private final List<String> complaints = new ArrayList<>();
  private final String server;
  private final Playwright playwright;
  private final Browser browser;
  private final Page page;

  private Somebody(String server, Playwright playwright) {
    this.server = server;
    this.playwright = playwright;
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    this.page = browser.newContext().newPage();
    page.setDefaultTimeout(WAIT_MAX_MILLIS);
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onRequest(request -> {
      if (!request.url().startsWith(server) && !request.url().startsWith("data:")) {
        complaints.add("foreign: " + request.url());
      }
    });
  }

  static boolean isThereABrowser() {
    return Files.isExecutable(CHROMIUM);
  }

  static Somebody at(String server) {
    return new Somebody(
        server,
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
  }

  /** What a link shows to whoever opens it. */
  String opens(String link) {
    page.navigate(link);
    return page.innerText("main");
  }

  void signsIn(String email, String password) {
    page.navigate(server + "/");
    page.fill("#email", email);
    page.fill("#password", password);
    page.click("main button");
    page.waitForSelector("#address");
  }

  /** Has the wiki of an address made, watches the build to its end, opens it; where it is. */
  String makesTheWikiOf(String address) {
    page.fill("#address", address);
    page.click("form.add button");
    page.waitForURL("**/builds/*");
    page.waitForSelector(".tag:text-is('done')");
    page.click("text=Read the wiki");
    page.waitForURL("**/wikis/**");
    return page.url();
  }

  /** The text of the page that is open. */
  String reads() {
    return page.innerText("main");
  }

  /** Asks from the wiki that is open, then looks at the first place the answer names. */
  String asks(String question) {
    page.click(".strip >> text=Ask");
    page.fill("#question", question);
    page.click("form[data-ask] button");
    page.waitForSelector("#answer .sources a");
    String answer = page.innerText("#answer");
    page.click("#answer sup a");
    page.waitForURL("**/source?**");
    Locator cited = page.locator("tr.cited");
    assertThat(cited.count()).isPositive();
    return answer;
  }

  /** Makes a token for a program that reads. */
  String makesAToken(String name) {
    page.navigate(server + "/settings/tokens");
    page.fill("#name", name);
    page.uncheck("input[name=write]");
    page.click("text=Make the token");
    return page.innerText(".done .secret");
  }

  /** Signs out and looks whether the wiki is still shown; what is shown instead. */
  String signsOutAndOpens(String address) {
    page.click("text=Sign out");
    page.waitForURL("**/signin**");
    assertThat(complaints).isEmpty();
    page.navigate(address);
    return page.innerText("main");
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
