package ai.wikibuilder.server.web;

import static ai.wikibuilder.server.web.PageClient.location;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.tenants.Tenants;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Forms that another site, or another person, would like to send with somebody's cookie. */
@ExtendWith(RunningServer.class)
class FormsOfOthersTest {
  private static final String FOUNDING = "/settings/organisations";

  private URI server;
  private Cast cast;
  private Person victim;
  private PageClient browser;

  @BeforeEach
  void victim(Server running) {
    server = running.address();
    cast = new Cast(running);
    victim = cast.person();
    browser = PageClient.of(server, victim.email());
  }

  private Map<String, String> founding(String key) {
    return new HashMap<>(Map.of("name", "Planted", "_csrf", key));
  }

  private int organisations() {
    return cast.part(Tenants.class).of(victim.id()).size() - 1;
  }

  @Test
  void aFormWithoutItsWordIsRefused() {
    Map<String, String> without = founding("x");
    without.remove("_csrf");

    Reply none = browser.send(browser.form(FOUNDING, without));
    Reply wrong = browser.send(browser.form(FOUNDING, founding("x")));
    Reply empty = browser.send(browser.form(FOUNDING, founding("")));

    assertThat(List.of(none.status(), wrong.status(), empty.status())).containsOnly(403);
    assertThat(none.body()).contains("Nothing was done").doesNotContain("Exception");
    assertThat(organisations()).isZero();
  }

  /** Who is signed out in the middle of a long question went back to an empty form. */
  @Test
  void whatWasTypedIntoAFormOfASessionThatEndedIsGivenBackButNoPassword() {
    String form = "/repositories/" + UUID.randomUUID() + "/research";
    String key = browser.key();
    browser.submit("/signout", Map.of());

    Reply reply =
        browser.send(
            browser.form(
                form,
                Map.of("question", "Who <lights> it?", "password", "planted-one", "_csrf", key)));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(reply.body())
        .contains("Nothing was done", "Who &lt;lights&gt; it?", "href=\"" + form + "\"")
        .doesNotContain("planted-one");
  }

  @Test
  void theWordOfAnotherPersonsSessionIsRefused() {
    PageClient attacker = PageClient.of(server, cast.person().email());

    Reply reply = browser.send(browser.form(FOUNDING, founding(attacker.key())));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(organisations()).isZero();
  }

  @Test
  void theWordOfAnEarlierSessionOfTheSamePersonIsRefused() {
    String before = browser.key();
    browser.submit("/signout", Map.of());
    browser.open("/signin");
    browser.submit("/signin", Map.of("email", victim.email(), "password", Cast.PASSWORD));

    Reply reply = browser.send(browser.form(FOUNDING, founding(before)));

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void theWordThatAnybodyGetsBeforeSigningInIsRefusedAfterwards() {
    PageClient anonymous = new PageClient(server);
    anonymous.open("/signin");

    Reply reply = browser.send(browser.form(FOUNDING, founding(anonymous.key())));

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void aFormThatTheBrowserSaysIsFromElsewhereIsRefusedEvenWithTheRightWord() {
    for (String site : new String[] {"cross-site", "same-site", "", "same-origin, cross-site"}) {
      Reply reply =
          browser.send(
              browser.form(FOUNDING, founding(browser.key())).header("Sec-Fetch-Site", site));

      assertThat(reply.status()).as(site).isEqualTo(403);
    }
    for (String origin :
        new String[] {
          "https://evil.example",
          "null",
          server + ".evil.example",
          "http://127.0.0.1",
          "http://127.0.0.1:1",
          "https://127.0.0.1:" + server.getPort(),
          server + "/"
        }) {
      Reply reply =
          browser.send(browser.form(FOUNDING, founding(browser.key())).header("Origin", origin));

      assertThat(reply.status()).as(origin).isEqualTo(403);
    }
    assertThat(organisations()).isZero();
  }

  @Test
  void aFormOfOursIsTaken() {
    Reply fetched =
        browser.send(
            browser
                .form(FOUNDING, founding(browser.key()))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "null")); // what a browser sends from a page without referrers
    Reply old =
        browser.send(
            browser.form(FOUNDING, founding(browser.key())).header("Origin", server.toString()));

    assertThat(fetched.status()).isEqualTo(303);
    assertThat(old.status()).isEqualTo(303);
    assertThat(organisations()).isEqualTo(2);
  }

  @Test
  void nobodyIsSignedInByAnothersForm() {
    PageClient other = new PageClient(server);

    Reply reply =
        other.send(
            other.form("/signin", Map.of("email", victim.email(), "password", Cast.PASSWORD)));
    Reply registered =
        other.send(
            other.form(
                "/register", Map.of("email", "planted@example.org", "password", Cast.PASSWORD)));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(registered.status()).isEqualTo(403);
    assertThat(other.cookies()).doesNotContainKey("__Host-aiwiki");
  }

  @Test
  void readingChangesNothing() {
    for (String path :
        new String[] {
          "/signout",
          "/settings/sessions/end",
          "/settings/delete",
          "/settings/password",
          "/settings/model/remove"
        }) {
      browser.open(path);
    }

    assertThat(browser.open("/settings/profile").status()).isEqualTo(200);
  }

  @Test
  void otherMethodsNeedTheWordToo() {
    for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
      Reply reply =
          browser.send(
              browser
                  .request(FOUNDING)
                  .method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));

      assertThat(reply.status()).as(method).isEqualTo(403);
    }
  }

  @Test
  void aHostThatARequestNamesIsInNoAddressWeGiveOut() throws Exception {
    RawRequest raw = new RawRequest(server);
    String cookies =
        browser.cookies().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .reduce((left, right) -> left + "; " + right)
            .orElseThrow();

    String redirected =
        raw.answer("GET /settings/profile HTTP/1.1", "Host: evil.example", "Connection: close");
    String page =
        raw.answer(
            "GET /settings/organisations HTTP/1.1",
            "Host: evil.example",
            "X-Forwarded-Host: evil.example",
            "Cookie: " + cookies,
            "Connection: close");

    assertThat(redirected).contains("Location: /signin?next=").doesNotContain("evil.example");
    assertThat(page).contains("200").doesNotContain("evil.example");
  }

  @Test
  void anInvitationsLinkIsOfTheConfiguredAddressWhateverTheRequestNames() {
    Reply founded = browser.submit(FOUNDING, Map.of("name", "Fernpost"));
    String page = location(founded).replaceFirst("\\?.*", "");

    Reply invited =
        browser.send(
            browser
                .form(
                    page + "/invitations",
                    Map.of("email", "mia@example.org", "role", "reader", "_csrf", browser.key()))
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example"));

    assertThat(invited.status()).isEqualTo(201);
    assertThat(invited.body())
        .contains(server + "/invitation?invitation=inv_")
        .doesNotContain("evil.example");
  }
}
