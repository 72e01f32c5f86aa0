package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.git.GitHost;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.ForgeDouble.Answer;
import ai.wikibuilder.server.web.ProviderStage.Away;
import ai.wikibuilder.server.web.ProviderStage.Stage;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Picking one's repositories after a login, and tokens that are typed. */
@ExtendWith(ProviderStage.class)
class ProviderRepositoriesTest {
  private Stage stage;
  private ForgeDouble forge;
  private ApiClient api;
  private Cast.Person person;
  private TenantId tenant;

  @BeforeEach
  void onStage(Stage running) {
    stage = running;
    forge = running.forge();
    api = new ApiClient(running.server().address());
    person = running.cast().person();
    tenant = person.account().personalTenant();
  }

  @Test
  void accessToPrivateRepositoriesIsAskedForOnlyWhenTheyArePicked() {
    PageClient browser = PageClient.of(stage.server().address(), person.email());
    forge.at("/gh/api/v3/user", () -> Answer.json("{\"id\":7,\"login\":\"mia\"}"));
    forge.at("/gh/api/v3/user/emails", () -> Answer.json("[]"));
    forge.at(
        "/gh/api/v3/user/repos",
        () ->
            new Answer(
                200,
                "application/json",
                "[{\"full_name\":\"mia/tide\",\"clone_url\":\"http://x/mia/tide.git\",\"private\":true,\"description\":null}]",
                Map.of("Link", "<http://x?page=2>; rel=\"next\"")));
    assertThat(stage.away(stage.browser(), "github").sent().get("scope")).doesNotContain("repo");
    Away away = picking(browser, "github");
    assertThat(away.sent().get("scope")).contains("repo");

    Reply back = away.back(forge.code(away.challenge(), () -> forge.tokens(Optional.empty())), "");

    assertThat(PageClient.location(back))
        .startsWith("/settings/git/repositories?tenant=" + tenant + "&host=127.0.0.1:");
    assertThat(browser.open(PageClient.location(back)).body())
        .contains("mia/tide")
        .contains("name=\"address\" value=\"http://x/mia/tide.git\"", "Make its wiki")
        .contains("private")
        .contains("Older");
    Reply listed =
        api.get("/api/git/repositories?host=" + forge.hostPort("127.0.0.1"), person.token());
    assertThat(listed.status()).as(listed.body()).isEqualTo(200);
    assertThat(listed.json().path("repositories").path(0).path("name").asString())
        .isEqualTo("mia/tide");
    assertThat(listed.json().path("hasMore").asBoolean()).isTrue();
  }

  private Away picking(PageClient browser, String provider) {
    browser.open("/settings/git");
    return Away.of(
        provider,
        browser,
        browser.submit(
            "/login/oauth2/" + provider,
            Map.of("purpose", "repositories", "tenant", tenant.toString())));
  }

  /** GitLab's tokens last two hours; a build of tomorrow needs one too. */
  @Test
  void aTokenThatEndsIsRenewedBeforeItIsUsedAndSentToItsHostAlone() {
    GitHost host = pickedAtGitLab();
    GitCredentials credentials = stage.part(GitCredentials.class);
    String first = credentials.tokenFor(tenant, person.id(), host).orElseThrow();
    assertThat(credentials.tokenFor(tenant, person.id(), host)).contains(first);
    ageToken();
    forge.at("/gl/token", () -> forge.tokens(Optional.empty()));
    try {
      String second = credentials.tokenFor(tenant, person.id(), host).orElseThrow();

      assertThat(second).isNotEqualTo(first);
      assertThat(credentials.tokenFor(tenant, person.id(), host)).contains(second);
    } finally {
      forge.usual("/gl/token");
    }
    GitHost other = new GitHost("git.example.org");
    assertThat(credentials.tokenFor(tenant, person.id(), other)).isEmpty();
  }

  @Test
  void aGrantThatWasTakenBackAtTheProviderGivesNoToken() {
    GitHost host = pickedAtGitLab();
    ageToken();

    assertThat(stage.part(GitCredentials.class).tokenFor(tenant, person.id(), host)).isEmpty();
  }

  private GitHost pickedAtGitLab() {
    PageClient browser = PageClient.of(stage.server().address(), person.email());
    Away away = picking(browser, "gitlab");
    assertThat(away.sent().get("scope")).isEqualTo("openid email read_api read_repository");
    String idToken = forge.signed(forge.claims(forge.gitlab(), "8", away.nonce()).build());
    Reply back =
        away.back(forge.code(away.challenge(), () -> forge.tokens(Optional.of(idToken))), "");
    assertThat(back.status()).as(back.body()).isEqualTo(303);
    return new GitHost(forge.hostPort("localhost"));
  }

  private void ageToken() {
    stage
        .part(ai.wikibuilder.server.tenants.TenantTransactions.class)
        .in(
            tenant,
            rows ->
                rows.sql("UPDATE git_credentials SET expires_at = now() WHERE tenant_id = :tenant")
                    .update());
  }

  @Test
  void aTokenIsRevokedHereAndAtTheProvider() {
    GitHost host = pickedAtGitLab();
    forge.at("/gl/revoke", () -> Answer.json("{}"));
    int before = forge.asked().size();

    Reply gone =
        api.call(
            "DELETE",
            "/api/settings/git?host=" + host,
            Optional.of(person.token()),
            Optional.empty());

    assertThat(gone.status()).isEqualTo(204);
    assertThat(forge.asked().subList(before, forge.asked().size())).contains("POST /gl/revoke");
    assertThat(stage.part(GitCredentials.class).tokenFor(tenant, person.id(), host)).isEmpty();
    assertThat(api.get("/api/settings/git", person.token()).body()).isEqualTo("[]");
  }

  @Test
  void aTypedTokenGoesInAndNeverComesOut() {
    Reply put =
        api.call(
            "PUT",
            "/api/settings/git",
            Optional.of(person.token()),
            Optional.of("{\"host\":\"Git.Example.org:443\",\"token\":\"glpat-planted-0042\"}"));

    assertThat(put.status()).as(put.body()).isEqualTo(200);
    assertThat(put.text("host")).isEqualTo("git.example.org");
    assertThat(put.text("lastFour")).isEqualTo("0042");
    assertThat(put.body()).doesNotContain("planted");
    assertThat(api.get("/api/settings/git", person.token()).body()).doesNotContain("planted");
    assertThat(api.get("/api/account/export", person.token()).body()).doesNotContain("planted");
    assertThat(
            stage
                .part(GitCredentials.class)
                .tokenFor(tenant, person.id(), new GitHost("git.example.org")))
        .contains("glpat-planted-0042");
    assertThat(rowsWith("planted")).isZero();
  }

  private long rowsWith(String secret) {
    return stage
        .part(SystemTransactions.class)
        .run(rows ->
            rows.sql(
                    "SELECT count(*) FROM git_credentials g WHERE g::text LIKE :some OR position(CAST(:secret AS bytea) IN sealed_token) > 0")
                .param("some", "%" + secret + "%")
                .param("secret", secret.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .query((row, _) -> row.getLong(1))
                .single());
  }

  @Test
  void whatIsNoTokenOrNoHostIsSaidWithoutShowingIt() {
    for (String body :
        new String[] {
          "{\"host\":\"git.example.org\",\"token\":\"short\"}",
          "{\"host\":\"git.example.org\",\"token\":\"with white space planted\"}",
          "{\"host\":\"https://git.example.org/x\",\"token\":\"glpat-planted-0042\"}",
          "{\"token\":\"glpat-planted-0042\"}",
          "{\"host\":\"git.example.org\"}"
        }) {
      Reply reply =
          api.call("PUT", "/api/settings/git", Optional.of(person.token()), Optional.of(body));

      assertThat(reply.status()).as(body).isEqualTo(400);
      assertThat(reply.body()).contains("expected").doesNotContain("planted");
    }
  }

  @Test
  void aHostThatTakesTheTokenNoMoreOrCannotBeListedIsNamed() {
    pickedAtGitLab();
    forge.at("/gl/api/v4/projects", () -> new Answer(401, "application/json", "{}", Map.of()));
    Reply refused =
        api.get("/api/git/repositories?host=" + forge.hostPort("localhost"), person.token());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("kind")).isEqualTo("denied");
    forge.usual("/gl/api/v4/projects");
    api.call(
        "PUT",
        "/api/settings/git",
        Optional.of(person.token()),
        Optional.of("{\"host\":\"git.example.org\",\"token\":\"glpat-planted-0042\"}"));

    Reply unknown = api.get("/api/git/repositories?host=git.example.org", person.token());

    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text("detail")).contains("github.com, gitlab.com");
  }

  @Test
  void gitLabsProjectsAreListedInItsOwnShape() {
    GitHost host = pickedAtGitLab();
    forge.at(
        "/gl/api/v4/projects",
        () ->
            new Answer(
                200,
                "application/json",
                "[{\"path_with_namespace\":\"team/sub/tide\",\"http_url_to_repo\":\"http://x/t.git\",\"visibility\":\"internal\",\"description\":\"Tides\"}]",
                Map.of("X-Next-Page", "")));

    Reply listed = api.get("/api/git/repositories?host=" + host, person.token());

    assertThat(listed.json().path("hasMore").asBoolean()).isFalse();
    var first = listed.json().path("repositories").path(0);
    assertThat(first.path("name").asString()).isEqualTo("team/sub/tide");
    assertThat(first.path("private").asBoolean()).isTrue();
    assertThat(first.path("description").asString()).isEqualTo("Tides");
  }
}
