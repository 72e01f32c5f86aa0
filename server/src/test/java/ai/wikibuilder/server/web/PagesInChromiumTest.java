package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.browsers.BrowserSessions;
import ai.wikibuilder.server.accounts.tokens.ApiTokens;
import ai.wikibuilder.server.accounts.tokens.Device;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.Tenant;
import ai.wikibuilder.server.tenants.Tenants;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages as a real browser sees them: signed in through the form, with its real cookie. */
@ExtendWith(RunningServer.class)
@EnabledIf(value = "isChromiumThere", disabledReason = "chromium is not on this machine")
class PagesInChromiumTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<Integer> WIDTHS = List.of(360, 768, 1280);

  private static final List<String> PAYLOADS =
      List.of(
          "<script>window.hurt=1</script>",
          "\"><img src=x onerror=\"window.hurt=1\">",
          "'><svg onload='window.hurt=1'>",
          "javascript:window.hurt=1",
          "</title><script>window.hurt=1</script>",
          "\" autofocus onfocus=\"window.hurt=1",
          "${7*7}<iframe srcdoc='<script>parent.hurt=1</script>'>",
          "&lt;script&gt;window.hurt=1&lt;/script&gt;");

  private static Playwright playwright;
  private static Browser browser;

  static boolean isChromiumThere() {
    return Files.isExecutable(CHROMIUM);
  }

  @BeforeAll
  static void open() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
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
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
  }

  private static Page signedIn(Server server, Person person) {
    Page page = browser.newContext().newPage();
    page.navigate(server.address() + "/settings/sessions");
    page.fill("#email", person.email());
    page.fill("#password", Cast.PASSWORD);
    page.click("main button");
    assertThat(page.url()).isEqualTo(server.address() + "/settings/sessions");
    return page;
  }

  @Test
  void whatPeopleTypeIsTextOnEveryPage(Server server) {
    Cast cast = new Cast(server);
    Person person = cast.operator();
    List<String> paths = new ArrayList<>(pages());
    for (String payload : PAYLOADS) {
      Tenant tenant = cast.part(Tenants.class).foundOrganisation(person.id(), payload);
      paths.add("/settings/organisations/" + tenant.id());
      cast.part(BrowserSessions.class).begin(person.id(), new Device(payload, payload));
      cast.part(Invitations.class).invite(tenant.id(), payload, Role.READER, person.id());
      cast.part(ApiTokens.class)
          .make(
              person.account().personalTenant(),
              person.id(),
              new ApiTokens.Wish(payload, Set.of(Scope.READ), Duration.ofDays(1)));
    }
    Page page = signedIn(server, person);
    List<String> foreign = new ArrayList<>();
    page.onRequest(request -> {
      if (!request.url().startsWith(server.address().toString())) {
        foreign.add(request.url());
      }
    });

    for (String path : paths) {
      page.navigate(server.address() + path);

      assertThat(page.evaluate("window.hurt === undefined")).as(path).isEqualTo(true);
      assertThat(page.querySelectorAll("script, iframe, svg, [onerror], [onfocus], [onload]"))
          .as(path)
          .isEmpty();
    }
    assertThat(foreign).isEmpty();
    page.navigate(server.address() + "/settings/organisations");
    assertThat(page.innerText("main")).contains(PAYLOADS);
  }

  private static List<String> pages() {
    return List.of(
        "/settings/profile",
        "/settings/sessions",
        "/settings/tokens",
        "/settings/model",
        "/settings/organisations",
        "/settings/usage",
        "/settings/audit",
        "/operator/tenants",
        "/operator/people",
        "/operator/plans",
        "/operator/spend",
        "/operator/audit");
  }

  @Test
  void pagesFitAPhoneAndReadAloud(Server server) {
    Cast cast = new Cast(server);
    Person person = cast.operator();
    Page page = signedIn(server, person);
    List<String> all = new ArrayList<>(pages());
    all.addAll(List.of("/nothing-here", "/reset?link=x", "/forgot", "/register"));
    all.add("/reset?link=" + cast.link(person, "reset"));
    all.add("/verify?link=" + cast.link(person, "verification"));
    List<String> problems = new ArrayList<>();

    for (String path : all) {
      for (String language : List.of("en", "tr")) {
        page.setExtraHTTPHeaders(Map.of("Accept-Language", language));
        page.navigate(server.address() + path);
        String where = path + " in " + language;
        if (!language.equals(page.getAttribute("html", "lang"))) {
          problems.add(where + " says another language");
        }
        tooWide(page).forEach(width -> problems.add("%s is wider than %d".formatted(where, width)));
        // The markup is the same in both languages, so each has one of the two.
        ColorScheme scheme = language.equals("en") ? ColorScheme.LIGHT : ColorScheme.DARK;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Chromium.axe(page)
            .analyze()
            .getViolations()
            .forEach(rule -> problems.add(where + ", " + scheme + ": " + rule.getId()));
      }
    }

    assertThat(problems).isEmpty();
  }

  private static List<Integer> tooWide(Page page) {
    List<Integer> widths = new ArrayList<>();
    for (int width : WIDTHS) {
      page.setViewportSize(width, 800);
      Object wider =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      if (((Number) wider).intValue() > 0) {
        widths.add(width);
      }
    }
    return widths;
  }

  @Test
  void aPersonWithAKeyboardAloneSignsInAndOut(Server server) {
    Person person = new Cast(server).person();
    Page page = browser.newContext().newPage();
    page.navigate(server.address() + "/signin");

    page.keyboard().press("Tab"); // to the content
    page.keyboard().press("Tab"); // name of the product
    page.keyboard().press("Tab");
    page.keyboard().type(person.email());
    page.keyboard().press("Tab");
    page.keyboard().type(Cast.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(server.address() + "/**");
    String inside = page.innerText("h1");
    page.focus("header button");
    page.keyboard().press("Enter");
    page.waitForURL(server.address() + "/signin?done=signed-out");

    assertThat(inside).isNotEqualTo("Sign in");
    assertThat(page.innerText(".done")).isEqualTo("You are signed out.");
  }

  @Test
  void aSiteOnAnotherHostCannotSendAFormWithTheCookie(Server server) throws IOException {
    Person person = new Cast(server).person();
    Page page = signedIn(server, person);
    HttpServer evil = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    byte[] trap =
        "<form method=post action=%s/settings/sessions/end><button>Win</button></form>"
            .formatted(server.address())
            .getBytes(StandardCharsets.UTF_8);
    evil.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, trap.length);
          exchange.getResponseBody().write(trap);
          exchange.close();
        });
    evil.start();

    try {
      page.navigate("http://localhost:" + evil.getAddress().getPort() + "/");
      Response answer =
          page.waitForResponse(
              response -> response.url().endsWith("/settings/sessions/end"),
              () -> page.click("button"));
      page.waitForLoadState();
      String cookies = answer.request().headerValue("Cookie");
      page.navigate(server.address() + "/settings/profile");

      assertThat(answer.status()).isEqualTo(403);
      assertThat(cookies).as("the browser keeps it back").isNull();
      assertThat(page.innerText("h1")).as("still signed in").isEqualTo("Profile");
    } finally {
      evil.stop(0);
    }
  }
}
