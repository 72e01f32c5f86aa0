package ai.wikibuilder.site;

import static ai.wikibuilder.site.DemoWiki.LINKS;
import static ai.wikibuilder.site.DemoWiki.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What the site does in a real browser, opened from the disk as a reader opens it. */
@EnabledIf(value = "isChromiumThere", disabledReason = "chromium is not on this machine")
class SiteBrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** A start takes a second; a busy machine may take much longer. */
  private static final long SECONDS_MAX = 120;

  private static final Pattern RESULT =
      Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*id=\"result-\\d+\"");

  /** Types into the search field as a reader would, once the page is there. */
  private static final String TYPING =
      """

      window.addEventListener("load", function () {
        var field = document.getElementById("query");
        var waited = setInterval(function () {
          field.value = "QUESTION";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          if (!document.getElementById("results").hidden) {
            clearInterval(waited);
          }
        }, 20);
        field.focus();
        field.dispatchEvent(new Event("focus"));
      });
      """;

  @TempDir Path temp;

  static boolean isChromiumThere() {
    return Files.isExecutable(CHROMIUM);
  }

  @Test
  void aPartOfANameTypedIntoTheSearchFieldLeadsToThePageThatHasIt() throws Exception {
    String page = afterTyping("parcelTr");

    assertThat(results(page)).isNotEmpty().first().asString().startsWith("pages/");
    assertThat(page).contains("<mark>");
    assertThat(temp.resolve("site").resolve(results(page).getFirst().replaceFirst("#.*", "")))
        .isRegularFile();
  }

  @Test
  void whatNoPageHasIsSaidToBeNotFound() throws Exception {
    String page = afterTyping("xyzzy");

    assertThat(results(page)).isEmpty();
    assertThat(page).contains("class=\"none\"");
  }

  @Test
  void markupTypedIntoTheSearchFieldStaysText() throws Exception {
    String page = afterTyping("<img src=x onerror=document.title=1>");

    assertThat(page).doesNotContain("<img src=\"x\"");
  }

  private String afterTyping(String question) throws IOException, InterruptedException {
    Path folder = temp.resolve("site");
    new SiteWriter(SiteSettings.standard())
        .write(DemoWiki.wiki(), TEXT, Optional.of(LINKS), folder);
    Path script = folder.resolve("assets/wiki.js");
    Files.writeString(script, Files.readString(script) + TYPING.replace("QUESTION", question));
    return inBrowser(folder.resolve("index.html"));
  }

  private static List<String> results(String page) {
    return RESULT.matcher(page).results().map(found -> found.group(1)).toList();
  }

  /** The page as the browser holds it after three seconds of its own time. */
  private String inBrowser(Path page) throws IOException, InterruptedException {
    Path seen = temp.resolve("seen.html");
    List<String> command = new ArrayList<>();
    command.add(CHROMIUM.toString());
    command.addAll(
        List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"));
    command.addAll(
        List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + temp.resolve("profile"),
            "--virtual-time-budget=3000",
            "--dump-dom",
            page.toUri().toString()));
    Process browser =
        new ProcessBuilder(command)
            .redirectOutput(seen.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(browser.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(seen, UTF_8);
  }
}
