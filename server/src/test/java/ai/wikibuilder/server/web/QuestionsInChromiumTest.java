package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.ResearchScript;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Wiki;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person asks, has looked into, and reports, in a real browser under the real policy. */
@ExtendWith(RunningServer.class)
@EnabledIf(value = "isChromiumThere", disabledReason = "chromium is not on this machine")
class QuestionsInChromiumTest {
  private static final String QUESTION = "when is the next high water";

  private static Chromium chromium;

  private final List<String> complaints = new ArrayList<>();
  private Server server;
  private Wiki wiki;
  private Page page;

  static boolean isChromiumThere() {
    return Chromium.isThere();
  }

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void aWiki(Server running, GitHost git) {
    server = running;
    Cast cast = new Cast(running);
    wiki = cast.wiki(cast.organisation(), git);
    page = chromium.signedIn(running, wiki.organisation().owner());
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onResponse(response -> {
      if (response.status() >= 400) {
        complaints.add(response.status() + " " + response.url());
      }
    });
  }

  private String at(String rest) {
    return "%s/repositories/%s%s".formatted(server.address(), wiki.repository(), rest);
  }

  @Test
  void anAnswerComesSentenceBySentenceAndItsMarksOpenTheSource() {
    page.navigate(at("/ask"));
    page.fill("#question", QUESTION);
    Response answer =
        page.waitForResponse(
            response -> response.request().method().equals("POST"),
            () -> page.click("form[data-ask] button"));
    page.waitForSelector("#answer .sources a");

    assertThat(answer.headerValue("Content-Type")).startsWith("text/event-stream");
    assertThat(page.url()).contains("?conversation=");
    assertThat(page.innerText("#answer")).contains(QUESTION).contains("next_high");
    assertThat(Chromium.problems(page)).isEmpty();
    page.click("#answer sup a");
    page.waitForURL("**/source?**");
    assertThat(page.locator("tr.cited").count()).isPositive();
    page.setViewportSize(390, 800); // numbers of two digits stood on two lines there
    assertThat(
            page.evaluate(
                "new Set([...document.querySelectorAll('.line-number')].map(c => c.offsetHeight)).size"))
        .isEqualTo(1);
    assertThat(page.locator(".line-number").count()).isGreaterThan(9);
    assertThat(complaints).isEmpty();
  }

  @Test
  void aConversationGoesOnIsListedTakenAlongAndDeleted() {
    page.navigate(at("/ask"));
    for (String question : List.of(QUESTION, "and who calls it?")) {
      page.fill("#question", question);
      page.click("form[data-ask] button");
      page.waitForFunction(
          "question => document.querySelector('#answer .question')?.textContent === question"
              + " && !document.querySelector('form[data-ask] button').disabled",
          question);
    }

    assertThat(page.locator(".turn:not(#answer) .question").allInnerTexts())
        .containsExactly(QUESTION);
    page.reload();
    assertThat(page.locator(".turn:not(#answer) .question").allInnerTexts())
        .containsExactly(QUESTION, "and who calls it?");
    assertThat(page.locator(".turn:not(#answer) p sup a[href*='/source?path=']").count())
        .as("sentences that were kept lead to their lines")
        .isPositive();
    assertThat(page.innerText("main")).contains(QUESTION);
    String text =
        page.waitForDownload(() -> page.click("text=Take it along as Markdown"))
            .suggestedFilename();
    assertThat(text).isEqualTo("conversation.md");
    page.click("text=Share it inside the organisation");
    page.waitForURL("**/ask?**done=conversation-shared");
    String shared = page.locator("a[href^='/shared/']").getAttribute("href");
    page.navigate(server.address() + shared);
    assertThat(page.locator(".turn .question").allInnerTexts())
        .containsExactly(QUESTION, "and who calls it?");
    assertThat(page.locator("form[data-ask]").count()).as("nobody goes on with it").isZero();
    assertThat(Chromium.problems(page)).isEmpty();
    page.goBack();
    page.click("text=End the sharing");
    page.waitForURL("**done=conversation-withdrawn");
    page.click("text=Delete the conversation");
    page.waitForURL("**/ask?done=**");
    assertThat(page.innerText(".done")).contains("deleted");
    assertThat(page.locator(".turn .question").count()).isZero();
    assertThat(complaints).isEmpty();
  }

  @Test
  void aWikiKeepsUpByAScheduleAndByHooksWhoseSecretIsShownOnce() {
    page.navigate(at(""));
    page.click("text=Updates");
    page.selectOption("#every", "weekly");
    page.click("text=Set the schedule");
    page.waitForURL("**/updates?done=schedule-set");
    assertThat(page.inputValue("#every")).isEqualTo("weekly");

    page.selectOption("#host", "gitea");
    page.fill("#branch", "main");
    page.click("text=Make the hook");
    page.waitForSelector(".done .secret");
    String secret = page.locator(".done .secret").last().innerText();
    String address = page.locator(".done .secret").first().innerText();
    assertThat(secret).startsWith("whk_");
    assertThat(address).contains("/hooks/gitea?id=");
    assertThat(Chromium.problems(page)).isEmpty();

    page.navigate(at("/updates"));
    assertThat(page.content()).contains(address.replace("&", "&amp;")).doesNotContain(secret);
    assertThat(page.innerText("main")).contains("none yet").contains("main");
    page.click("button:has-text('Remove')");
    page.waitForURL("**/updates?done=webhook-removed");
    assertThat(page.innerText("main")).contains("There is no hook yet");
    assertThat(complaints).isEmpty();
  }

  @Test
  void withoutScriptAskingIsAForm() {
    PageClient browser = PageClient.of(server.address(), wiki.organisation().owner().email());
    browser.open("/repositories/" + wiki.repository() + "/ask");

    String answered =
        browser
            .submit(
                "/repositories/" + wiki.repository() + "/ask",
                java.util.Map.of("question", QUESTION))
            .body();

    assertThat(answered).contains("next_high").contains("/source?path=");
  }

  @Test
  void aResearchIsWatchedWhileItGoesOnAndItsReportBecomesAPage(ModelHost model) throws Exception {
    try (AutoCloseable _ = model.behaving(new ResearchScript())) {
      page.navigate(at("/research"));
      assertThat(Chromium.problems(page)).isEmpty();
      page.fill("#question", "how are tides told");
      page.fill("#budget", "0.50usd");
      page.click("main form.add button");
      page.waitForURL("**/research/*");
      page.waitForSelector("#now .tag:text-is('done')");
    }

    assertThat(page.innerText("#now")).contains("done", "low waters", "How is the next high");
    assertThat(page.locator(".report a.place").count()).isPositive();
    assertThat(page.locator(".report h3").count()).isPositive();
    assertThat(page.innerText(".trail")).doesNotContain("`").doesNotContainPattern("\\[\\d");
    assertThat(Chromium.problems(page)).isEmpty();
    page.click("text=Keep it as a page of the wiki");
    page.waitForURL("**?done=**");
    page.waitForSelector("text=Read it as a page of the wiki");
    assertThat(complaints).isEmpty();
  }

  @Test
  void oneThatGoesOnIsEnded(ModelHost model) throws Exception {
    try (AutoCloseable _ =
        model.behaving((prompt, random) -> {
          java.util.concurrent.locks.LockSupport.parkNanos(5_000_000_000L);
          return new ResearchScript().reply(prompt, random);
        })) {
      page.navigate(at("/research"));
      page.fill("#question", "how are tides told");
      page.click("main form.add button");
      page.waitForURL("**/research/*");
      page.click("text=End it");
      page.waitForURL("**?done=**");

      assertThat(page.innerText("#now .tag")).isEqualTo("cancelled");
    }
  }

  @Test
  void aModelIsToldToWriteAfterItsQuote() {
    page.navigate(at("/writer"));
    assertThat(Chromium.problems(page)).isEmpty();
    page.selectOption("#written-in", "tr");
    page.fill("#cap", "1.00usd");
    page.click("text=What would it take?");
    page.waitForSelector(".done dl");
    assertThat(page.inputValue("#written-in")).isEqualTo("tr");
    assertThat(Chromium.problems(page)).isEmpty();

    page.click("text=Have it written");
    page.waitForURL("**/builds/*");
    page.waitForSelector("#now .tag:text-is('done')");
    page.navigate(at("/writer"));

    assertThat(page.innerText("main")).contains("in this language: Türkçe", "One page anew");
    assertThat(Chromium.problems(page)).isEmpty();
    assertThat(complaints).isEmpty();
  }

  @Test
  void aQuestionTypedAboveAPageOfTheWikiIsAskedAtOnceAndALinkFromElsewhereIsNot() {
    page.navigate("%s/wikis/%s/".formatted(server.address(), wiki.repository()));
    assertThat(Chromium.problems(page)).isEmpty();
    page.fill(".strip input", QUESTION);
    page.click(".strip button");
    page.waitForSelector("#answer .sources a");
    assertThat(page.innerText("#answer")).contains("next_high");
    assertThat(page.url()).contains("?conversation=");

    page.navigate("about:blank");
    page.navigate(at("/ask?question=who%20pays"));
    page.waitForLoadState();

    assertThat(page.inputValue("#question")).isEqualTo("who pays");
    assertThat(page.locator("[data-now]").count()).isZero();
    assertThat(page.locator("#answer .question").count()).isZero();
    assertThat(complaints).isEmpty();
  }

  @Test
  void theCodeOfTheLibraryIsSearchedAndAHitOpensItsLines() {
    page.navigate(server.address() + "/?tenant=" + wiki.organisation().tenant());
    assertThat(Chromium.problems(page)).isEmpty();
    page.fill("#q", "next_high");
    page.press("#q", "Enter");
    page.waitForURL("**/search?**");
    assertThat(Chromium.problems(page)).isEmpty();

    page.click(".hits a[href*='/source?']");
    page.waitForURL("**/source?**");
    assertThat(page.locator("tr.cited").count()).isPositive();
    page.navigate(at(""));
    page.click("summary");
    assertThat(page.isVisible("#ref")).isTrue();
    assertThat(Chromium.problems(page)).isEmpty();
    String file =
        page.waitForDownload(() -> page.click("text=site with Markdown")).suggestedFilename();
    assertThat(file).endsWith(".zip");
    assertThat(complaints).isEmpty();
  }

  @Test
  void thePathThroughTheCodeIsDrawnInTheFrameOfTheWiki() {
    page.navigate(at("/map"));
    assertThat(Chromium.problems(page)).isEmpty();
    page.fill("#question", "what does main do");
    page.click("main form.add button");
    page.waitForSelector("figure.diagram svg");

    assertThat(page.innerText("main")).contains("main");
    assertThat(page.locator(".strip a").allInnerTexts()).contains("Ask", "Library");
    assertThat(Chromium.problems(page)).isEmpty();
    page.click("header.bar a.name");
    page.waitForURL("**/wikis/**");
    assertThat(complaints).isEmpty();
  }

  @Test
  void aWrongStatementIsReportedFromItsPage() {
    page.navigate("%s/wikis/%s/".formatted(server.address(), wiki.repository()));
    assertThat(Chromium.problems(page)).isEmpty();
    page.click("text=Report a wrong statement");
    page.waitForSelector("input[type=radio]");
    assertThat(Chromium.problems(page)).isEmpty();
    page.locator("label.tick:has(input[type=radio])").first().click();
    page.check("input[name=wrong]");
    page.click("text=Have it checked again");

    page.waitForSelector(".done");
    assertThat(page.innerText(".done")).contains("taken out");
    assertThat(page.locator("table.wide del").count()).isEqualTo(1);
    page.click("text=The build that shows the wiki so");
    page.waitForSelector("text=Read the wiki");
    page.waitForSelector(
        ".tag:text-is('done')",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE));
    assertThat(complaints).isEmpty();
  }
}
