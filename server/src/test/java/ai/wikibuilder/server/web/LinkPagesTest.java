package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningServer.class)
class LinkPagesTest {
  private PageClient client;
  private Cast cast;

  @BeforeEach
  void client(Server server) {
    client = new PageClient(server.address());
    client.open("/signin");
    cast = new Cast(server);
  }

  private Reply open(String path) {
    return client.open(path);
  }

  private Reply submit(String path, Map<String, String> fields) {
    return client.submit(path, fields);
  }

  @Test
  void anInvitationIsAcceptedInTheBrowser() {
    Organisation organisation = cast.organisation();
    String email = "page-" + UUID.randomUUID() + "@example.org";
    String secret =
        cast.part(Invitations.class)
            .invite(organisation.tenant(), email, Role.READER, organisation.owner().id())
            .secret()
            .text();
    Map<String, String> good =
        Map.of("invitation", secret, "email", email, "password", Cast.PASSWORD);

    Reply form = open("/register?invitation=" + secret);
    Reply weak =
        submit(
            "/register", Map.of("invitation", secret, "email", email, "password", "password123"));
    Reply made = submit("/register", good);
    Reply again = submit("/register", good);

    assertThat(form.body()).contains("name=\"invitation\"").contains(secret);
    assertThat(weak.status()).isEqualTo(400);
    assertThat(weak.body()).contains("tried first").contains(email).doesNotContain("password123");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.body()).contains("The account is made");
    assertThat(again.status()).isEqualTo(400);
    assertThat(open("/invitation?invitation=" + secret).body()).contains("was accepted before");
  }

  @Test
  void openingALinkUsesNothingUp() {
    Person person = cast.person();
    Map.of("/verify", "verification", "/email", "address", "/reset", "reset")
        .forEach((page, purpose) -> {
          String path = page + "?link=" + cast.link(person, purpose);
          open(path);
          Reply again = open(path);

          assertThat(again.status()).as(page).isEqualTo(200);
          assertThat(again.body()).as(page).contains("<form method=\"post\" action=\"" + page);
        });
  }

  /** Whoever typed a new password learned only then that the link was too old. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/verify?link=lnk_none",
        "/email?link=lnk_none",
        "/reset?link=lnk_none",
        "/invitation?invitation=inv_none",
        "/register?invitation=inv_none"
      })
  void aLinkThatLeadsNowhereSaysSoBeforeAnythingIsTyped(String path) {
    Reply reply = open(path);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body())
        .contains("This link leads nowhere", "ask for a new one")
        .doesNotContain("<form method=\"post\" action=\"" + path.replaceFirst("\\?.*", ""));
  }

  @Test
  void aLinkWorksForItsOwnPageAlone() {
    assertThat(open("/reset?link=" + cast.link(cast.person(), "verification")).status())
        .isEqualTo(400);
  }

  @Test
  void theLinkToTheFirstAccountSaysThatThereIsOneInsteadOfAForm() {
    cast.operator();

    Reply reply = open("/register?link=lnk_something");

    assertThat(reply.status()).isEqualTo(410);
    assertThat(reply.body()).contains("The first account is there").doesNotContain("type=\"email");
  }

  @Test
  void aLinkThatIsNoneIsRefusedInWords() {
    assertThat(submit("/verify", Map.of("link", "lnk_none", "password", Cast.PASSWORD)).body())
        .contains("ask for a new one");
    Reply reset = submit("/reset", Map.of("link", "lnk_none", "password", Cast.PASSWORD));
    assertThat(reset.status()).isEqualTo(400);
    assertThat(reset.body()).contains("role=\"alert\"").contains("href=\"/forgot\"");
  }

  @Test
  void whatIsTypedIsShownAsTextAlone() {
    String script = "\"><script>alert(1)</script>";

    Reply shown = submit("/register", Map.of("email", script, "password", "x", "link", script));
    Reply opened = open("/register?invitation=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

    assertThat(shown.body()).doesNotContain("<script>").contains("&lt;script>");
    assertThat(opened.body()).doesNotContain("<script>");
  }

  @Test
  void theHeadersKeepTheSecretInTheAddressAndForbidScripts() {
    Reply page = open("/reset?link=lnk_something");

    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .contains("form-action 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("script-src");
    assertThat(open("/assets/pages.css").status()).isEqualTo(200);
    assertThat(open("/assets/../server.properties").status()).isNotEqualTo(200);
  }
}
