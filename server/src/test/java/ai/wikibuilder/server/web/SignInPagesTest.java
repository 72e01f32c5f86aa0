package ai.wikibuilder.server.web;

import static ai.wikibuilder.server.web.PageClient.location;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Entering with a browser, and what somebody may try who should not enter. */
@ExtendWith(RunningServer.class)
class SignInPagesTest {
  private static final String SESSION = "__Host-aiwiki";

  private URI server;
  private Cast cast;
  private PageClient browser;

  @BeforeEach
  void browser(Server running) {
    server = running.address();
    cast = new Cast(running);
    browser = new PageClient(server);
  }

  private static Map<String, String> credentials(Person person) {
    return Map.of("email", person.email(), "password", Cast.PASSWORD);
  }

  @Test
  void aPageAsksToSignInAndLeadsBackToItself() {
    Person person = cast.person();

    Reply asked = browser.open("/settings/sessions?x=1");
    Reply form = browser.open(location(asked));
    Reply entered =
        browser.submit(
            "/signin",
            Map.of(
                "email",
                person.email(),
                "password",
                Cast.PASSWORD,
                "next",
                "/settings/sessions?x=1"));

    assertThat(asked.status()).isEqualTo(303);
    assertThat(location(asked)).isEqualTo("/signin?next=%2Fsettings%2Fsessions%3Fx%3D1");
    assertThat(form.body()).contains("value=\"/settings/sessions?x=1\"");
    assertThat(entered.status()).isEqualTo(303);
    assertThat(location(entered)).isEqualTo("/settings/sessions?x=1");
  }

  @Test
  void theCookieIsForThisHostAloneAndForNoScript() {
    browser.open("/signin");

    Reply entered = browser.submit("/signin", credentials(cast.person()));

    assertThat(entered.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith(SESSION + "=ses_")
        .contains("; Path=/")
        .contains("; Secure")
        .contains("; HttpOnly")
        .contains("; SameSite=Lax")
        .contains("; Max-Age=2592000")
        .doesNotContain("Domain");
  }

  @Test
  void whoSpeaksTurkishIsSpokenToInTurkishAndWhoeverChoosesALanguageInThat() {
    Person person = cast.person();

    Reply asked =
        browser.send(
            browser.request("/signin?next=/settings").header("Accept-Language", "tr-TR,en;q=0.8"));
    Reply refused =
        browser.send(
            browser
                .form(
                    "/signin",
                    Map.of("email", person.email(), "password", "wrong", "_csrf", browser.key()))
                .header("Accept-Language", "tr"));
    Reply chosen =
        browser.submit("/language", Map.of("language", "tr", "next", "/signin?next=/settings"));
    Reply after = browser.open(location(chosen));
    Reply unknown =
        browser.submit("/language", Map.of("language", "../x", "next", "//evil.example"));

    assertThat(asked.body()).contains("<html lang=\"tr\">", "<h1>Giriş yap</h1>");
    assertThat(asked.body()).contains("name=\"next\" value=\"/signin?next=/settings\"");
    assertThat(refused.body()).contains("Adres ya da parola yanlış.");
    assertThat(location(chosen)).isEqualTo("/signin?next=/settings");
    assertThat(after.body()).contains("<html lang=\"tr\">");
    assertThat(location(unknown)).isEqualTo("/");
    assertThat(unknown.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void whatNoBrowserSaysOfItsReaderIsEnglish() {
    for (String odd : List.of("", "*", "tr;q=0", ";;;", "xx-YY", "tr;q=", "x".repeat(4_000))) {
      assertThat(browser.send(browser.request("/signin").header("Accept-Language", odd)).body())
          .as(odd)
          .contains("<html lang=\"en\">");
    }
  }

  @Test
  void aWrongPasswordIsSaidInTheFormWithTheAddressAndWithoutThePassword() {
    Person person = cast.person();
    browser.open("/signin");

    Reply wrong =
        browser.submit(
            "/signin", Map.of("email", person.email(), "password", "not-the-right-one-at-all"));
    Reply unknown =
        browser.submit(
            "/signin",
            Map.of("email", "nobody@example.org", "password", "not-the-right-one-at-all"));

    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.body())
        .contains("role=\"alert\">Wrong address or password.")
        .contains("value=\"" + person.email() + "\"")
        .doesNotContain("not-the-right-one");
    assertThat(unknown.status()).isEqualTo(403);
    assertThat(browser.cookies()).doesNotContainKey(SESSION);
  }

  @Test
  void aSessionThatSomebodyPutIntoTheBrowserIsNotTheOneThatEnters() {
    Person attacker = cast.person();
    PageClient other = PageClient.of(server, attacker.email());
    String planted = String.valueOf(other.cookies().get(SESSION));
    browser.cookies().put(SESSION, planted);
    browser.open("/forgot"); // an open page with a form, bound to the planted session

    browser.submit("/signin", credentials(cast.person()));

    assertThat(browser.cookies().get(SESSION)).isNotEqualTo(planted);
    assertThat(location(other.open("/settings/profile")))
        .as("and it has ended")
        .contains("/signin");
  }

  @Test
  void eachLoginIsASessionOfItsOwn() {
    Person person = cast.person();

    PageClient first = PageClient.of(server, person.email());
    PageClient second = PageClient.of(server, person.email());

    assertThat(first.cookies().get(SESSION)).isNotEqualTo(second.cookies().get(SESSION));
    assertThat(cast.part(Sessions.class).of(person.id()))
        .filteredOn(session -> session.kind().equals("browser"))
        .hasSize(2);
  }

  @Test
  void signingOutEndsTheSessionAndNotOnlyTheCookie() {
    PageClient signedIn = PageClient.of(server, cast.person().email());
    String cookie = String.valueOf(signedIn.cookies().get(SESSION));

    Reply out = signedIn.submit("/signout", Map.of());
    browser.cookies().put(SESSION, cookie);

    assertThat(location(out)).isEqualTo("/signin?done=signed-out");
    assertThat(out.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith(SESSION + "=;")
        .containsAnyOf("Max-Age=0", "Expires=Thu, 01 Jan 1970");
    assertThat(location(browser.open("/settings/profile"))).startsWith("/signin");
  }

  @Test
  void aCookieThatIsNoneOfOursOpensNothing() {
    for (String cookie :
        new String[] {"", "ses_", "ses_" + "A".repeat(43), "x".repeat(3_000), "a b", "%00"}) {
      browser.cookies().put(SESSION, cookie);

      Reply reply = browser.open("/settings/profile");

      assertThat(reply.status()).as(cookie).isEqualTo(303);
      assertThat(location(reply)).as(cookie).startsWith("/signin");
    }
  }

  @Test
  void twoCookiesOfOneNameAreNone() {
    PageClient signedIn = PageClient.of(server, cast.person().email());
    String cookie = SESSION + "=" + signedIn.cookies().get(SESSION);

    Reply twice =
        browser.send(
            browser.request("/settings/profile").header("Cookie", cookie + "; " + SESSION + "=x"));

    assertThat(location(twice)).startsWith("/signin");
  }

  @Test
  void theApiNeverLooksAtTheCookieAndPagesNeverAtAToken() {
    Person person = cast.person();
    PageClient signedIn = PageClient.of(server, person.email());

    for (String path : new String[] {"/api/tenants", "/%61pi/tenants", "/api/sessions"}) {
      assertThat(signedIn.open(path).status()).as(path).isEqualTo(401);
    }
    Reply token =
        browser.send(
            browser
                .request("/settings/profile")
                .header("Authorization", "Bearer " + person.token()));
    assertThat(location(token)).startsWith("/signin");
  }

  @Test
  void noOtherSiteMayReadWithTheCookie() {
    PageClient signedIn = PageClient.of(server, cast.person().email());

    Reply reply =
        signedIn.send(
            signedIn.request("/settings/profile").header("Origin", "https://evil.example"));

    assertThat(reply.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
  }

  @Test
  void headersForbidScriptsFramesAndKeepSecretsInAddresses() {
    PageClient signedIn = PageClient.of(server, cast.person().email());

    Reply page = signedIn.open("/settings/profile");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .contains("form-action 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("script-src")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.body()).doesNotContain("<script").doesNotContain("style=");
  }
}
