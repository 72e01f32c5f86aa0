package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.accounts.Account;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.Identities;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.Registration;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.Tenants;
import ai.wikibuilder.server.tenants.UserId;
import ai.wikibuilder.server.web.ForgeDouble.Answer;
import ai.wikibuilder.server.web.ProviderStage.Away;
import ai.wikibuilder.server.web.ProviderStage.Stage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logins at providers, from the button to the session: who is let in, as whom. */
@ExtendWith(ProviderStage.class)
class ProviderLoginTest {
  private Stage stage;
  private ForgeDouble forge;

  @BeforeEach
  void onStage(Stage running) {
    stage = running;
    forge = running.forge();
  }

  /** The whole way with a server that others wrote: discovery, keys, code, proof, id token. */
  @Test
  void aRealServerLetsSomebodyInAndTheNextTimeItIsTheSamePerson() throws Exception {
    String subject = "real-" + UUID.randomUUID();

    PageClient first = enteredAtWork(subject, true);
    PageClient second = enteredAtWork(subject, true);

    assertThat(first.open("/settings/profile").body()).contains(subject + "@example.org");
    assertThat(second.open("/settings/profile").body()).contains(subject + "@example.org");
    assertThat(identities(subject + "@example.org")).hasSize(1);
  }

  private PageClient enteredAtWork(String subject, boolean verified) throws Exception {
    stage
        .real()
        .enqueueCallback(
            new DefaultOAuth2TokenCallback(
                "work",
                subject,
                "JWT",
                List.of(ForgeDouble.CLIENT),
                Map.of("email", subject + "@example.org", "email_verified", verified),
                300));
    PageClient browser = stage.browser();
    Away away = stage.away(browser, "work");
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(away.to()).build(), HttpResponse.BodyHandlers.ofString());
    URI back = URI.create(page.headers().firstValue("Location").orElseThrow());
    Reply reply = away.back(back.getRawQuery());
    assertThat(reply.status()).as(reply.body()).isEqualTo(303);
    return browser;
  }

  @Test
  void somebodyNewHasAnAccountWithoutAPasswordAndATenant() {
    String subject = "new-" + UUID.randomUUID();

    Reply reply = comeBack(stage.away(stage.browser(), "lying"), subject, true);

    assertThat(reply.status()).isEqualTo(303);
    Account account = account(subject + "@example.org").orElseThrow();
    assertThat(account.verified()).isTrue();
    assertThat(account.operator()).isFalse();
    assertThat(stage.part(Tenants.class).of(account.id())).hasSize(1);
  }

  /** What somebody who can have an address verified anywhere would take over otherwise. */
  @Test
  void anAccountThatIsThereIsNeverTakenOverByItsAddress() {
    Cast.Person person = stage.cast().person();
    String subject = person.email().replace("@example.org", "");

    Reply reply = comeBack(stage.away(stage.browser(), "lying"), subject, true);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.body()).contains("You have an account already").contains(person.email());
    assertThat(stage.part(Identities.class).of(person.id())).isEmpty();
    assertThat(sessionOf(reply)).isEmpty();
  }

  /** Somebody makes an account with a foreign address, waits, and is in when its owner comes. */
  @Test
  void anUnverifiedAccountOfTheAddressIsGoneWhenItsOwnerComes() {
    String subject = "owner-" + UUID.randomUUID();
    EmailAddress email = new EmailAddress(subject + "@example.org");
    stage.part(Registration.class).registerOpenly(email, Cast.PASSWORD);
    UserId before = unverified(email);

    assertThat(comeBack(stage.away(stage.browser(), "lying"), subject, true).status())
        .isEqualTo(303);

    UserId after = account(email.text()).orElseThrow().id();
    assertThat(after).isNotEqualTo(before);
    assertThat(stage.part(People.class).find(before)).isEmpty();
    Reply login =
        new ApiClient(stage.server().address())
            .postOpenly(
                "/api/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Cast.PASSWORD));
    assertThat(login.status()).isEqualTo(401);
  }

  private UserId unverified(EmailAddress email) {
    return stage
        .part(SystemTransactions.class)
        .run(rows ->
            rows.sql("SELECT id FROM users WHERE email = :email AND verified_at IS NULL")
                .param("email", email.text())
                .query((row, _) -> new UserId(row.getObject(1, UUID.class)))
                .single());
  }

  @Test
  void anInvitationIsTakenAlongAndMakesAMember() {
    Cast.Organisation organisation = stage.cast().organisation();
    String subject = "invited-" + UUID.randomUUID();
    String secret = invitation(organisation, subject + "@example.org");
    PageClient browser = stage.browser();
    assertThat(browser.open("/register?invitation=" + secret).body())
        .contains("With Provider lying");
    Away away =
        Away.of(
            "lying", browser, browser.submit("/login/oauth2/lying", Map.of("invitation", secret)));

    assertThat(comeBack(away, subject, true).status()).isEqualTo(303);

    UserId user = account(subject + "@example.org").orElseThrow().id();
    assertThat(stage.part(Tenants.class).roleOf(user, organisation.tenant())).contains(Role.MEMBER);
  }

  @Test
  void anInvitationOfAnotherAddressMakesNobody() {
    Cast.Organisation organisation = stage.cast().organisation();
    String subject = "uninvited-" + UUID.randomUUID();
    String secret = invitation(organisation, "somebody@example.org");
    PageClient browser = stage.browser();
    browser.open("/signin");
    Away away =
        Away.of(
            "lying", browser, browser.submit("/login/oauth2/lying", Map.of("invitation", secret)));

    assertThat(comeBack(away, subject, true).status()).isEqualTo(403);
    assertThat(account(subject + "@example.org")).isEmpty();
  }

  private String invitation(Cast.Organisation organisation, String email) {
    return stage
        .part(Invitations.class)
        .invite(organisation.tenant(), email, Role.MEMBER, organisation.owner().id())
        .secret()
        .text();
  }

  @Test
  void aFormWithoutItsWordSendsNobodyAway() {
    PageClient browser = stage.browser();

    Reply reply = browser.submit("/login/oauth2/lying", Map.of("_csrf", "wrong"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.headers().firstValue("Refresh")).isEmpty();
  }

  @Test
  void whoIsSignedInLinksALoginAndIsLetInByItFromThenOn() {
    Cast.Person person = stage.cast().person();
    PageClient browser = PageClient.of(stage.server().address(), person.email());
    String subject = "linked-" + UUID.randomUUID();

    Reply linked = comeBack(linking(browser), subject, false);

    assertThat(PageClient.location(linked)).isEqualTo("/settings/logins?done=login-linked");
    PageClient other = stage.browser();
    assertThat(comeBack(stage.away(other, "lying"), subject, false).status()).isEqualTo(303);
    assertThat(other.open("/settings/profile").body()).contains(person.email());
    assertThat(other.open("/settings/logins").body()).contains("Provider lying").contains(subject);
  }

  /** Whoever found a browser that was left open gave themselves a way in. */
  @Test
  void oneMoreLoginTakesThePasswordWhenTheOneHereIsOld() {
    Cast.Person person = stage.cast().person();
    PageClient browser = PageClient.of(stage.server().address(), person.email());
    stage.cast().loggedInAnHourAgo(person);
    Reply asked = browser.open("/settings/logins");

    Reply without = browser.submit("/login/oauth2/lying", Map.of("purpose", "link"));
    Reply proven =
        browser.submit("/login/oauth2/lying", Map.of("purpose", "link", "proof", Cast.PASSWORD));

    assertThat(asked.body()).contains("name=\"proof\"");
    assertThat(without.status()).isEqualTo(403);
    assertThat(without.body())
        .contains("more than 10 minutes ago")
        .contains("href=\"/settings/logins\"");
    assertThat(without.headers().firstValue("Refresh")).isEmpty();
    Reply linked =
        comeBack(Away.of("lying", browser, proven), "proven-" + UUID.randomUUID(), false);
    assertThat(PageClient.location(linked)).isEqualTo("/settings/logins?done=login-linked");
  }

  private Away linking(PageClient browser) {
    browser.open("/settings/logins");
    return Away.of(
        "lying", browser, browser.submit("/login/oauth2/lying", Map.of("purpose", "link")));
  }

  @Test
  void aLoginThatIsSomebodyElsesIsNotLinked() {
    String subject = "taken-" + UUID.randomUUID();
    comeBack(stage.away(stage.browser(), "lying"), subject, true);
    Cast.Person person = stage.cast().person();
    PageClient browser = PageClient.of(stage.server().address(), person.email());

    Reply reply = comeBack(linking(browser), subject, true);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body()).contains("another account");
    assertThat(stage.part(Identities.class).of(person.id())).isEmpty();
  }

  /** Signed in as somebody else in between: the login would become the wrong person's. */
  @Test
  void whatWasBegunByOnePersonIsNotEndedByAnother() {
    PageClient browser = PageClient.of(stage.server().address(), stage.cast().person().email());
    Away away = linking(browser);
    Cast.Person other = stage.cast().person();
    browser
        .cookies()
        .put(
            "__Host-aiwiki",
            PageClient.of(stage.server().address(), other.email()).cookies().get("__Host-aiwiki"));

    Reply reply = comeBack(away, "swapped-" + UUID.randomUUID(), true);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(stage.part(Identities.class).of(other.id())).isEmpty();
  }

  @Test
  void nobodyLinksWithoutBeingSignedIn() {
    PageClient browser = stage.browser();
    browser.open("/signin");

    Reply reply = browser.submit("/login/oauth2/lying", Map.of("purpose", "link"));

    assertThat(PageClient.location(reply)).isEqualTo("/signin");
  }

  @Test
  void theLastWayInIsKept() {
    String subject = "last-" + UUID.randomUUID();
    PageClient browser = stage.browser();
    comeBack(stage.away(browser, "lying"), subject, true);
    Account account = account(subject + "@example.org").orElseThrow();
    String id = stage.part(Identities.class).of(account.id()).getFirst().id().toString();
    browser.open("/settings/logins");

    Reply refused = browser.submit("/settings/logins/unlink", Map.of("id", id));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("last way into your account");
    comeBack(linking(browser), "more-" + UUID.randomUUID(), false);
    browser.open("/settings/logins");
    assertThat(browser.submit("/settings/logins/unlink", Map.of("id", id)).status()).isEqualTo(303);
    assertThat(browser.submit("/settings/logins/unlink", Map.of("id", id)).status()).isEqualTo(404);
  }

  /** Somebody finds a browser that is signed in; there is no password to ask for. */
  @Test
  void whoHasNoPasswordDeletesTheAccountAfterAFreshLoginAlone() {
    String subject = "leaving-" + UUID.randomUUID();
    PageClient browser = stage.browser();
    comeBack(stage.away(browser, "lying"), subject, true);
    Account account = account(subject + "@example.org").orElseThrow();
    age(account);
    Reply profile = browser.open("/settings/profile");
    assertThat(profile.body()).contains("has no password").doesNotContain("name=\"present\"");
    Reply unchanged = browser.submit("/settings/password", Map.of("password", Cast.PASSWORD));
    assertThat(unchanged.body()).contains("no password", "forgotten one is asked for");
    Reply refused = browser.submit("/settings/delete", Map.of());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("fresh login");
    comeBack(stage.away(browser, "lying"), subject, true);
    browser.open("/settings/profile");

    Reply gone = browser.submit("/settings/delete", Map.of());

    assertThat(PageClient.location(gone)).isEqualTo("/signin?done=account-deleted");
    assertThat(stage.part(People.class).find(account.id())).isEmpty();
  }

  private void age(Account account) {
    stage
        .part(SystemTransactions.class)
        .run(rows ->
            rows.sql(
                    """
                    UPDATE browser_sessions SET created_at = now() - interval '11 minutes'
                    WHERE user_id = :user
                    """)
                .param("user", account.id().value())
                .update());
  }

  @Test
  void anAccountThatIsShutIsNotEntered() {
    String subject = "shut-" + UUID.randomUUID();
    comeBack(stage.away(stage.browser(), "lying"), subject, true);
    stage
        .part(People.class)
        .setDisabled(account(subject + "@example.org").orElseThrow().id(), true);

    Reply reply = comeBack(stage.away(stage.browser(), "lying"), subject, true);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(sessionOf(reply)).isEmpty();
  }

  /** GitHub's profile holds whatever its owner typed; the list of addresses says what is true. */
  @Test
  void gitHubsAddressCountsWhenItIsVerifiedAndThePersonIsTheNumber() {
    long number = UUID.randomUUID().getMostSignificantBits() >>> 12;
    String email = "hub-" + number + "@example.org";
    github(number, "moved-on", email, false);
    assertThat(comeBackFromGitHub().status()).isEqualTo(403);

    github(number, "mia", email, true);
    assertThat(comeBackFromGitHub().status()).isEqualTo(303);
    github(number, "renamed", "other-" + email, true);
    assertThat(comeBackFromGitHub().status()).isEqualTo(303);

    assertThat(identities(email)).hasSize(1);
    assertThat(account("other-" + email)).isEmpty();
  }

  private void github(long number, String login, String email, boolean verified) {
    forge.at(
        "/gh/api/v3/user",
        () ->
            Answer.json(
                "{\"id\":%d,\"login\":\"%s\",\"email\":\"%s\"}".formatted(number, login, email)));
    forge.at(
        "/gh/api/v3/user/emails",
        () ->
            Answer.json(
                "[{\"email\":\"x@x.org\",\"primary\":false,\"verified\":true},{\"email\":\"%s\",\"primary\":true,\"verified\":%s}]"
                    .formatted(email, verified)));
  }

  private Reply comeBackFromGitHub() {
    Away away = stage.away(stage.browser(), "github");
    assertThat(away.sent().get("scope")).isEqualTo("read:user user:email");
    return away.back(forge.code(away.challenge(), () -> forge.tokens(Optional.empty())), "");
  }

  private Reply comeBack(Away away, String subject, boolean verified) {
    String idToken =
        forge.signed(
            forge
                .claims(forge.site("/lying"), subject, away.nonce())
                .claim("email_verified", verified)
                .build());
    return away.back(forge.code(away.challenge(), () -> forge.tokens(Optional.of(idToken))), "");
  }

  private Optional<Account> account(String email) {
    return stage
        .part(SystemTransactions.class)
        .run(rows ->
            rows.sql("SELECT id FROM users WHERE email = :email")
                .param("email", email)
                .query((row, _) -> new UserId(row.getObject(1, UUID.class)))
                .optional())
        .flatMap(user -> RunningServer.part(stage.server(), People.class).find(user));
  }

  private List<Identities.Identity> identities(String email) {
    return stage.part(Identities.class).of(account(email).orElseThrow().id());
  }

  private static List<String> sessionOf(Reply reply) {
    return reply.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("__Host-aiwiki=ses_"))
        .toList();
  }
}
