package ai.wikibuilder.server.web;

import static ai.wikibuilder.server.web.PageClient.location;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.git.GitHost;
import ai.wikibuilder.server.hooks.HookHost;
import ai.wikibuilder.server.hooks.Webhooks;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.schedules.Every;
import ai.wikibuilder.server.jobs.schedules.Schedules;
import ai.wikibuilder.server.keys.ModelKeys;
import ai.wikibuilder.server.keys.OwnModel;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do with their settings in a browser, through the forms of the pages. */
@ExtendWith(RunningServer.class)
class SettingsPagesTest {
  private static final String NEW_PASSWORD = "lamp river seven coat";

  private URI server;
  private Cast cast;

  @BeforeEach
  void cast(Server running) {
    server = running.address();
    cast = new Cast(running);
  }

  private PageClient signedIn(Person person) {
    return PageClient.of(server, person.email());
  }

  @Test
  void anotherPasswordEndsOtherSessionsWhenThatIsAskedFor() {
    Person person = cast.person();
    PageClient here = signedIn(person);
    PageClient there = signedIn(person);

    Reply changed =
        here.submit(
            "/settings/password",
            Map.of("present", Cast.PASSWORD, "password", NEW_PASSWORD, "others", "yes"));

    assertThat(location(changed)).endsWith("?done=password-changed-others-ended");
    assertThat(here.open("/settings/profile").status()).isEqualTo(200);
    assertThat(there.open("/settings/profile").status()).isEqualTo(303);
    assertThat(new ApiClient(server).get("/api/tenants", person.token()).status()).isEqualTo(401);
  }

  @Test
  void anotherPasswordLeavesOtherSessionsWhenTheBoxIsNotTicked() {
    Person person = cast.person();
    PageClient here = signedIn(person);
    PageClient there = signedIn(person);

    here.submit("/settings/password", Map.of("present", Cast.PASSWORD, "password", NEW_PASSWORD));

    assertThat(there.open("/settings/profile").status()).isEqualTo(200);
  }

  @Test
  void aWrongPresentPasswordChangesNothingAndIsSaidInThePage() {
    Person person = cast.person();
    PageClient here = signedIn(person);

    Reply wrong =
        here.submit(
            "/settings/password", Map.of("present", "something else", "password", NEW_PASSWORD));
    Reply weak =
        here.submit("/settings/password", Map.of("present", Cast.PASSWORD, "password", "short"));

    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.body()).contains("The present password is another one").contains("<form");
    assertThat(weak.status()).isEqualTo(400);
    assertThat(weak.body()).contains("expected 10 to 256 characters");
    assertThat(wrong.body() + weak.body()).doesNotContain(NEW_PASSWORD);
    assertThat(signedIn(person).open("/settings/profile").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202Ebad", "a\u2066b"})
  void aNameThatTurnsWhatStandsBehindItIsRefused(String name) {
    Person person = cast.person();

    Reply founded = signedIn(person).submit("/settings/organisations", Map.of("name", name));

    assertThat(founded.status()).isEqualTo(400);
    assertThat(founded.body()).contains("without invisible characters");
    assertThat(
            new ApiClient(server)
                .post("/api/tenants", person.token(), "{\"name\":\"" + name + "\"}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aNameFromRightToLeftIsAName() {
    Reply founded =
        signedIn(cast.person())
            .submit("/settings/organisations", Map.of("name", "\u0645\u0646\u0627\u0631\u0629"));

    assertThat(founded.status()).isEqualTo(303);
  }

  @Test
  void theHostOfAGitTokenThatIsRefusedIsNotTypedAgain() {
    Reply refused =
        signedIn(cast.person())
            .submit("/settings/git", Map.of("host", "git.example.org", "token", "short"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("value=\"git.example.org\"").doesNotContain("short\"");
  }

  @Test
  void whatIsTheOperatorsIsNotSaidToBeAnOwners() {
    Reply refused = signedIn(cast.person()).open("/operator/plans");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body())
        .contains("Only an operator of this installation")
        .doesNotContain("ask one of its owners");
  }

  @Test
  void everythingCanBeTakenAlongAsAFile() {
    Person person = cast.person();

    String address = "https://git.example.org/mine/" + person.id();
    cast.part(Repositories.class).add(person.account().personalTenant(), person.id(), address);
    Reply file = signedIn(person).open("/settings/export");

    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    assertThat(file.json().path("email").asString()).isEqualTo(person.email());
    assertThat(
            file.json()
                .path("tenants")
                .path(0)
                .path("repositories")
                .path(0)
                .path("repoUrl")
                .asString())
        .isEqualTo(address);
  }

  @Test
  void anAccountIsDeletedWithItsPasswordAlone() {
    Person person = cast.person();
    PageClient here = signedIn(person);

    Reply wrong = here.submit("/settings/delete", Map.of("proof", "not the one"));
    Reply gone = here.submit("/settings/delete", Map.of("proof", Cast.PASSWORD));

    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.body()).contains("This is not your password.");
    assertThat(location(gone)).isEqualTo("/signin?done=account-deleted");
    assertThat(here.open("/settings/profile").status()).isEqualTo(303);
    assertThat(new ApiClient(server).get("/api/tenants", person.token()).status()).isEqualTo(401);
  }

  @Test
  void sessionsOfEveryKindAreShownAndEndedOneByOne() {
    Person person = cast.person();
    PageClient here = signedIn(person);
    Reply page = here.open("/settings/sessions");
    UUID api =
        cast.part(Sessions.class).of(person.id()).stream()
            .filter(session -> session.kind().equals("api"))
            .findFirst()
            .orElseThrow()
            .id();

    Reply ended = here.submit("/settings/sessions/" + api + "/end", Map.of());

    assertThat(page.body()).contains("this one").contains(">Browser<").contains(">API<");
    assertThat(location(ended)).endsWith("?done=session-ended");
    assertThat(here.open(location(ended)).body()).contains("The session has ended.");
    assertThat(new ApiClient(server).get("/api/tenants", person.token()).status()).isEqualTo(401);
  }

  @Test
  void signingOutEverywhereMeansHereToo() {
    Person person = cast.person();
    PageClient here = signedIn(person);
    PageClient there = signedIn(person);

    here.submit("/settings/sessions/end", Map.of());

    assertThat(here.open("/settings/profile").status()).isEqualTo(303);
    assertThat(there.open("/settings/profile").status()).isEqualTo(303);
    assertThat(cast.part(Sessions.class).of(person.id())).isEmpty();
  }

  @Test
  void aTokenIsShownOnceAndWorksUntilItIsRevoked() {
    Person person = cast.person();
    PageClient here = signedIn(person);
    String tenant = person.account().personalTenant().toString();
    here.open("/settings/tokens");

    Reply made =
        here.submit("/settings/tokens", Map.of("tenant", tenant, "name", "ci", "days", "30"));
    String token = found("aiw_[A-Za-z0-9_-]{43}", made.body());
    ApiClient api = new ApiClient(server);
    int working = api.get("/api/tenants", token).status();
    Reply later = here.open("/settings/tokens");
    String revoke = found("/settings/tokens/[0-9a-f-]{36}/revoke", later.body());
    Reply revoked = here.submit(revoke, Map.of("tenant", tenant));

    assertThat(made.status()).isEqualTo(201);
    assertThat(working).isEqualTo(200);
    assertThat(later.body()).contains(">ci<").doesNotContain(token);
    assertThat(location(revoked)).contains("done=token-revoked");
    assertThat(api.get("/api/tenants", token).status()).isEqualTo(401);
  }

  /** Whoever found a browser that was left open took a token along. */
  @Test
  void aTokenTakesThePasswordWhenTheLoginIsOld() {
    Person person = cast.person();
    PageClient here = signedIn(person);
    String tenant = person.account().personalTenant().toString();
    Map<String, String> typed = Map.of("tenant", tenant, "name", "ci", "days", "30");
    assertThat(here.open("/settings/tokens").body()).doesNotContain("name=\"proof\"");
    cast.loggedInAnHourAgo(person);

    Reply asked = here.open("/settings/tokens");
    Reply without = here.submit("/settings/tokens", typed);
    Reply wrong = here.submit("/settings/tokens", with(typed, "not the password"));
    Reply made = here.submit("/settings/tokens", with(typed, Cast.PASSWORD));

    assertThat(asked.body()).contains("name=\"proof\"");
    assertThat(without.status()).isEqualTo(403);
    assertThat(without.body()).contains("more than 10 minutes ago").doesNotContain("aiw_");
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body()).contains("aiw_");
  }

  private static Map<String, String> with(Map<String, String> typed, String password) {
    Map<String, String> all = new HashMap<>(typed);
    all.put("proof", password);
    return all;
  }

  @Test
  void aTokenThatCannotBeMadeLeavesWhatWasTyped() {
    Person person = cast.person();
    PageClient here = signedIn(person);
    String tenant = person.account().personalTenant().toString();

    Reply refused =
        here.submit(
            "/settings/tokens",
            Map.of("tenant", tenant, "name", "nightly", "days", "400", "write", "yes"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("days: expected 1 to 366")
        .contains("value=\"nightly\"")
        .contains("value=\"400\"")
        .containsPattern("name=\"write\" value=\"yes\" checked");
  }

  @Test
  void aModelKeyGoesInAndFourCharactersComeOut() {
    Person person = cast.person();
    PageClient here = signedIn(person);
    String tenant = person.account().personalTenant().toString();
    String key = "sk-planted-" + UUID.randomUUID() + "-wxyz";

    Reply saved =
        here.submit(
            "/settings/model",
            Map.of("tenant", tenant, "provider", "openai", "model", "m-1", "key", key));
    Reply shown = here.open(location(saved));
    Reply refused =
        here.submit("/settings/model", Map.of("tenant", tenant, "provider", "nobody", "key", key));
    Reply removed = here.submit("/settings/model/remove", Map.of("tenant", tenant));

    assertThat(shown.body()).contains("<code>wxyz</code>").doesNotContain("planted");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("expected one of").doesNotContain("planted");
    assertThat(here.open(location(removed)).body()).contains("the installation's, within");
    assertThat(cast.part(ModelKeys.class).find(person.account().personalTenant(), person.id()))
        .isEmpty();
  }

  /** They stayed without a word, and schedules went silent: nobody else may build with them. */
  @ParameterizedTest
  @ValueSource(strings = {"leaves", "is taken out", "becomes a reader"})
  void whatAMemberLeftInAnOrganisationGoesWhenTheMember(String happens) {
    Organisation organisation = cast.organisation();
    TenantId tenant = organisation.tenant();
    Person member = cast.member(organisation, Role.MEMBER);
    Person stays = cast.member(organisation, Role.MEMBER);
    RepositoryId repository = left(tenant, member);
    left(tenant, stays);
    left(member.account().personalTenant(), member);
    Tenants tenants = cast.part(Tenants.class);

    switch (happens) {
      case "leaves" ->
          signedIn(member).submit("/settings/organisations/%s/leave".formatted(tenant), Map.of());
      case "is taken out" -> tenants.remove(tenant, member.id());
      default -> tenants.change(tenant, member.id(), Role.READER);
    }

    ModelKeys keys = cast.part(ModelKeys.class);
    GitCredentials tokens = cast.part(GitCredentials.class);
    assertThat(keys.find(tenant, member.id())).isEmpty();
    assertThat(tokens.of(tenant, member.id())).isEmpty();
    assertThat(cast.part(Schedules.class).of(tenant, repository)).isEmpty();
    assertThat(cast.part(Webhooks.class).of(tenant, repository)).isEmpty();
    assertThat(keys.find(tenant, stays.id())).isPresent();
    assertThat(tokens.of(tenant, stays.id())).hasSize(1);
    assertThat(tokens.of(member.account().personalTenant(), member.id())).hasSize(1);
    assertThat(signedIn(organisation.owner()).open("/settings/audit?tenant=" + tenant).body())
        .contains("model key removed", "git token removed");
  }

  private RepositoryId left(TenantId tenant, Person person) {
    cast.part(ModelKeys.class)
        .put(tenant, person.id(), new OwnModel(Provider.OPENAI, "sk-planted-1234", "m-1", "m-2"));
    cast.part(GitCredentials.class)
        .put(tenant, person.id(), new GitHost("git.example.org"), "planted-token-1234");
    RepositoryId repository =
        cast.part(Repositories.class)
            .add(tenant, person.id(), "https://github.com/nobody/" + person.id())
            .repository()
            .id();
    cast.part(Schedules.class)
        .set(new Builds.Asking(tenant, person.id()), repository, Every.WEEKLY);
    cast.part(Webhooks.class)
        .make(tenant, person.id(), new Webhooks.Wish(repository, HookHost.GITEA, Optional.empty()));
    return repository;
  }

  @Test
  void anOrganisationIsFoundedInvitesIsLeftAndIsDeletedByItsName() {
    Person founder = cast.person();
    Person guest = cast.person();
    PageClient owner = signedIn(founder);
    Reply founded = owner.submit("/settings/organisations", Map.of("name", "Fernpost"));
    String page = location(founded).replaceFirst("\\?.*", "");

    Reply invited =
        owner.submit(page + "/invitations", Map.of("email", guest.email(), "role", "reader"));
    String link =
        found("http://[^\"<]*/invitation\\?invitation=inv_[A-Za-z0-9_-]{43}", invited.body());
    PageClient other = signedIn(guest);
    String path = link.substring(server.toString().length());
    Reply form = other.open(path);
    Reply joined = other.submit("/invitation", Map.of("invitation", path.replaceFirst(".*=", "")));
    Reply asMember = other.open(location(joined));
    owner.submit(page + "/members/" + guest.id() + "/role", Map.of("role", "member"));
    Optional<Role> role =
        cast.part(Tenants.class).of(guest.id()).stream()
            .filter(found -> found.tenant().name().equals("Fernpost"))
            .map(found -> found.role())
            .findFirst();
    Reply left = other.submit(page + "/leave", Map.of());
    Reply stays = owner.submit(page + "/leave", Map.of());
    Reply slip = owner.submit(page + "/delete", Map.of("name", "fernpost"));
    Reply deleted = owner.submit(page + "/delete", Map.of("name", "Fernpost"));

    assertThat(link).startsWith(server.toString());
    assertThat(form.body()).contains("Join</button>");
    assertThat(asMember.body()).contains("You are a member now").doesNotContain("Take out");
    assertThat(role).contains(Role.MEMBER);
    assertThat(location(left)).isEqualTo("/settings/organisations?done=left");
    assertThat(stays.status()).isEqualTo(409);
    assertThat(stays.body()).contains("This is the last owner", "or delete the organisation");
    assertThat(asMember.body()).doesNotContain("Delete the organisation");
    assertThat(slip.status()).isEqualTo(400);
    assertThat(slip.body()).contains("expected Fernpost, the name of what is to be deleted");
    assertThat(location(deleted)).isEqualTo("/settings/organisations?done=organisation-deleted");
    assertThat(owner.open("/settings/organisations").body()).doesNotContain("Fernpost");
  }

  @Test
  void whoHasNoAccountIsLedFromTheInvitationToRegistration() {
    Organisation organisation = cast.organisation();
    PageClient owner = signedIn(organisation.owner());
    String page = "/settings/organisations/" + organisation.tenant();
    Reply invited =
        owner.submit(page + "/invitations", Map.of("email", "new@example.org", "role", "reader"));
    String secret = found("inv_[A-Za-z0-9_-]{43}", invited.body());

    Reply ways = new PageClient(server).open("/invitation?invitation=" + secret);

    assertThat(ways.body())
        .contains("/register?invitation=" + secret)
        .contains("/signin?next=%2Finvitation%3Finvitation%3D" + secret);
  }

  @Test
  void usageIsShownWithThePlan() {
    Reply page = signedIn(cast.person()).open("/settings/usage");

    assertThat(page.body())
        .contains("<strong>free</strong>")
        .contains("2,000,000")
        .contains("$5.00");
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group();
  }
}
