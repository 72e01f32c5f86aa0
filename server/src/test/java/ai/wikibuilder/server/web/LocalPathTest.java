package ai.wikibuilder.server.web;

import static ai.wikibuilder.server.web.PageClient.location;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a sign-in leads: to a page of ours and nowhere else. */
@ExtendWith(RunningServer.class)
class LocalPathTest {
  private static final List<String> ELSEWHERE =
      List.of(
          "https://evil.example",
          "http://evil.example/",
          "HTTPS://EVIL.EXAMPLE",
          "//evil.example",
          "///evil.example",
          "////evil.example/x",
          "/\\evil.example",
          "\\/evil.example",
          "\\\\evil.example",
          "/\t/evil.example",
          "/\n/evil.example",
          "/\r\n/evil.example",
          "\t//evil.example",
          " //evil.example",
          " https://evil.example",
          "https:evil.example",
          "https:/evil.example",
          "https:\\\\evil.example",
          "javascript:alert(1)",
          "JaVaScRiPt:alert(1)",
          "\u0001javascript:alert(1)",
          "data:text/html,<script>alert(1)</script>",
          "vbscript:x",
          "/%2f/evil.example",
          "/%2Fevil.example",
          "/%5cevil.example",
          "/%5C%5Cevil.example",
          "/%09/evil.example",
          "/%0d%0aLocation:%20https://evil.example",
          "/settings\r\nLocation: https://evil.example",
          "/settings\u0000",
          "/./\\evil.example",
          "/.//evil.example",
          "/../..//evil.example",
          "/settings//evil.example",
          "evil.example",
          "@evil.example",
          "/\u2028/evil.example",
          "/\uFF0Fevil.example",
          "/\u200B/evil.example",
          "",
          "?next=/x",
          "#x",
          "/settings#@evil.example",
          "/signin",
          "/signin?next=/signin",
          "/signout",
          "/" + "a".repeat(2_000));

  @Test
  void whateverABrowserCouldReadAsAnotherPlaceIsTheFirstPage() {
    assertThat(ELSEWHERE).hasSizeGreaterThan(30);
    assertThat(ELSEWHERE)
        .allSatisfy(next -> assertThat(LocalPath.of(next)).as(next).isEqualTo(LocalPath.FIRST));
  }

  @Test
  void aPageOfOursIsKept() {
    for (String next :
        new String[] {
          "/settings/profile",
          "/settings/tokens?tenant=00000000-0000-0000-0000-000000000001",
          "/wiki/a/b?page=x%20y&q=1",
          "/invitation?invitation=inv_x-y_z",
          "/r/@scope/name~1.2?x=/y"
        }) {
      assertThat(LocalPath.of(next).text()).isEqualTo(next);
    }
  }

  @Test
  void theSignInFormLeadsNowhereElse(Server server) {
    String email = new Cast(server).person().email();
    PageClient browser = new PageClient(server.address());
    browser.open("/signin");
    Reply entered =
        browser.submit(
            "/signin", Map.of("email", email, "password", Cast.PASSWORD, "next", "//evil.example"));
    assertThat(location(entered)).isEqualTo("/");
    PageClient signedIn = PageClient.of(server.address(), email);
    for (String next : ELSEWHERE) {
      Reply reply =
          signedIn.open("/signin?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));

      assertThat(location(reply)).as(next).isEqualTo("/");
    }
  }
}
