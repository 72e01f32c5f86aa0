package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.keys.ModelKeys;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with accounts, in the order they do it. */
@ExtendWith(RunningServer.class)
class AccountWalkTest {
  private ApiClient api;
  private Cast cast;

  @BeforeEach
  void client(Server server) {
    api = new ApiClient(server.address());
    cast = new Cast(server);
  }

  @Test
  void whoIsInvitedRegistersLogsInAndIsAMember() {
    Organisation organisation = cast.organisation();
    String email = "invited-" + UUID.randomUUID() + "@example.org";
    Reply invited =
        api.post(
            "/api/tenants/" + organisation.tenant() + "/invitations",
            organisation.owner().token(),
            "{\"email\":\"" + email + "\",\"role\":\"member\"}");
    assertThat(invited.status()).isEqualTo(201);
    assertThat(invited.json().path("letter").asBoolean(true)).isFalse(); // no mail is set up

    Reply registered =
        api.postOpenly(
            "/api/auth/register",
            """
            {"email":"%s","password":"%s","invitation":"%s"}\
            """
                .formatted(email, Cast.PASSWORD, invited.text("invitation")));
    Reply login = login(email, Cast.PASSWORD);
    Reply tenants = api.get("/api/tenants", login.text("accessToken"));

    assertThat(registered.status()).isEqualTo(201);
    assertThat(login.status()).isEqualTo(200);
    assertThat(tenants.body())
        .contains("\"kind\":\"personal\"")
        .contains(organisation.tenant().toString())
        .contains("\"role\":\"member\"");
  }

  @Test
  void anInvitationIsGoodOnceAndForItsAddressAlone() {
    Organisation organisation = cast.organisation();
    String email = "invited-" + UUID.randomUUID() + "@example.org";
    String invitation =
        api.post(
                "/api/tenants/" + organisation.tenant() + "/invitations",
                organisation.owner().token(),
                "{\"email\":\"" + email + "\",\"role\":\"reader\"}")
            .text("invitation");

    Reply other = register("thief-" + email, invitation);
    Reply right = register(email, invitation);
    Reply again = register("later-" + email, invitation);

    Reply unknown = register(email, "inv_none");
    cast.part(SystemTransactions.class)
        .run(rows ->
            rows.sql(
                    "UPDATE invitations SET accepted_at = NULL, expires_at = created_at"
                        + " WHERE email = :email")
                .param("email", email)
                .update());
    Reply late = register("late-" + email, invitation);

    assertThat(right.status()).isEqualTo(201);
    refused(other, "other_address");
    refused(again, "invitation_used");
    refused(unknown, "link");
    refused(late, "invitation_expired");
    assertThat(other.text("detail")).doesNotContain(" " + email);
  }

  /** Somebody invited as a member by a slip, and then as a reader, could have chosen. */
  @Test
  void aLaterInvitationOfTheSameAddressTakesThePlaceOfTheOneBefore() {
    Organisation organisation = cast.organisation();
    String email = "invited-" + UUID.randomUUID() + "@example.org";
    String path = "/api/tenants/" + organisation.tenant() + "/invitations";
    String asked = "{\"email\":\"" + email + "\",\"role\":\"%s\"}";
    String token = organisation.owner().token();
    String first = api.post(path, token, asked.formatted("member")).text("invitation");
    String second = api.post(path, token, asked.formatted("reader")).text("invitation");

    String open = api.get(path, token).body();

    assertThat(open).containsOnlyOnce(email).contains("\"role\":\"reader\"");
    refused(register(email, first), "link");
    assertThat(register(email, second).status()).isEqualTo(201);
    assertThat(api.get(path, token).body()).doesNotContain(email);
  }

  private static void refused(Reply reply, String kind) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.text("kind")).isEqualTo(kind);
  }

  private Reply register(String email, String invitation) {
    return api.postOpenly(
        "/api/auth/register",
        "{\"email\":\"%s\",\"password\":\"%s\",\"invitation\":\"%s\"}"
            .formatted(email, Cast.PASSWORD, invitation));
  }

  @Test
  void openRegistrationSaysTheSameToAKnownAddress() {
    Person known = cast.person();

    Reply taken = registerOpenly(known.email());
    Reply free = registerOpenly("new-" + known.email());

    assertThat(taken.status()).isEqualTo(202);
    assertThat(taken.body()).isEqualTo(free.body());
  }

  private Reply registerOpenly(String email) {
    return api.postOpenly(
        "/api/auth/register",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Cast.PASSWORD));
  }

  @Test
  void anAddressThatIsNotVerifiedDoesNotEnter() {
    String email = "unverified-" + UUID.randomUUID() + "@example.org";
    registerOpenly(email);

    Reply right = login(email, Cast.PASSWORD);
    Reply wrong = login(email, "something else entirely");

    assertThat(right.status()).isEqualTo(403);
    assertThat(right.text("kind")).isEqualTo("unverified");
    assertThat(wrong.status()).isEqualTo(401);
  }

  @Test
  void wrongPasswordUnknownAddressAndShutAccountAreAnsweredAlike() {
    Person person = cast.person();
    Reply wrong = login(person.email(), "something else entirely");
    Reply unknown = login("nobody-" + person.email(), Cast.PASSWORD);
    cast.part(People.class).setDisabled(person.id(), true);
    Reply shut = login(person.email(), Cast.PASSWORD);

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(shut.body()).isEqualTo(wrong.body());
  }

  @Test
  void aShutAccountIsOutAtOnce() {
    Person person = cast.person();
    assertThat(api.get("/api/tenants", person.token()).status()).isEqualTo(200);

    cast.part(People.class).setDisabled(person.id(), true);

    assertThat(api.get("/api/tenants", person.token()).status()).isEqualTo(401);
  }

  @Test
  void logoutEndsTheLoginAndItsRefreshToken() {
    Person person = cast.person();
    Reply login = login(person.email(), Cast.PASSWORD);

    Reply out =
        api.call(
            "POST", "/api/auth/logout", Optional.of(login.text("accessToken")), Optional.empty());

    assertThat(out.status()).isEqualTo(204);
    assertThat(api.get("/api/tenants", login.text("accessToken")).status()).isEqualTo(401);
    assertThat(refresh(login.text("refreshToken")).status()).isEqualTo(401);
    assertThat(api.get("/api/tenants", person.token()).status()).isEqualTo(200);
  }

  @Test
  void sessionsAreListedAndEndedOneByOneOrTogether() {
    Person person = cast.person();
    Reply second = login(person.email(), Cast.PASSWORD);
    Reply list = api.get("/api/sessions", second.text("accessToken"));
    assertThat(list.json()).hasSize(2);
    String other = null;
    for (var session : list.json()) {
      other = session.path("current").asBoolean() ? other : session.path("id").asString();
    }

    Reply ended =
        api.call(
            "DELETE",
            "/api/sessions/" + other,
            Optional.of(second.text("accessToken")),
            Optional.empty());
    Reply first = api.get("/api/sessions", person.token());
    Reply all =
        api.call(
            "DELETE", "/api/sessions", Optional.of(second.text("accessToken")), Optional.empty());

    assertThat(ended.status()).isEqualTo(204);
    assertThat(first.status()).isEqualTo(401);
    assertThat(all.status()).isEqualTo(204);
    assertThat(api.get("/api/sessions", second.text("accessToken")).status()).isEqualTo(401);
    assertThat(refresh(second.text("refreshToken")).status()).isEqualTo(401);
  }

  @Test
  void aPersonalTokenReachesItsTenantWithItsScopesUntilItIsDeleted() {
    Organisation organisation = cast.organisation();
    String owner = organisation.owner().token();
    Reply made =
        api.post(
            "/api/tokens",
            owner,
            """
            {"tenant":"%s","name":"ci","scopes":["read"],"days":30}\
            """
                .formatted(organisation.tenant()));
    String token = made.text("token");

    assertThat(made.status()).isEqualTo(201);
    assertThat(token).startsWith("aiw_");
    String members = "/api/tenants/" + organisation.tenant() + "/members";
    assertThat(api.get(members, token).status()).isEqualTo(200);
    assertThat(api.get("/api/tenants", token).json()).hasSize(1);
    String own = organisation.owner().account().personalTenant().toString();
    assertThat(api.get("/api/usage?tenant=" + own, token).status()).isEqualTo(404);
    assertThat(api.get("/api/sessions", token).status()).isEqualTo(403);
    assertThat(api.get("/api/tokens?tenant=" + organisation.tenant(), token).status())
        .isEqualTo(403);

    String id = made.json().path("details").path("id").asString();
    String path = "/api/tokens/" + id + "?tenant=" + organisation.tenant();
    assertThat(api.call("DELETE", path, Optional.of(owner), Optional.empty()).status())
        .isEqualTo(204);
    assertThat(api.get(members, token).status()).isEqualTo(401);
  }

  @Test
  void aPersonalTokenTakesThePasswordWhenTheLoginIsOld() {
    Person person = cast.person();
    cast.loggedInAnHourAgo(person);
    String wish = "{\"name\":\"ci\",\"scopes\":[\"read\"],\"days\":1%s}";

    Reply without = api.post("/api/tokens", person.token(), wish.formatted(""));
    Reply wrong =
        api.post("/api/tokens", person.token(), wish.formatted(",\"password\":\"not this one\""));
    Reply made =
        api.post(
            "/api/tokens",
            person.token(),
            wish.formatted(",\"password\":\"" + Cast.PASSWORD + "\""));

    assertThat(without.status()).isEqualTo(401);
    assertThat(without.text("kind")).isEqualTo("credentials");
    assertThat(without.text("detail")).contains("more than 10 minutes ago");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(made.status()).isEqualTo(201);
  }

  @Test
  void whoIsTakenOutOfATenantLosesItsTokensToo() {
    Organisation organisation = cast.organisation();
    Person member = cast.member(organisation, Role.MEMBER);
    String token =
        api.post(
                "/api/tokens",
                member.token(),
                """
                {"tenant":"%s","name":"mine","scopes":["read","write"],"days":1}\
                """
                    .formatted(organisation.tenant()))
            .text("token");
    String members = "/api/tenants/" + organisation.tenant() + "/members";
    assertThat(api.get(members, token).status()).isEqualTo(200);
    String invitations = "/api/tenants/" + organisation.tenant() + "/invitations";
    String wayBack =
        api.post(
                invitations,
                organisation.owner().token(),
                "{\"email\":\"%s\",\"role\":\"owner\"}".formatted(member.email()))
            .text("invitation");

    Reply out =
        api.call(
            "DELETE",
            members + "/" + member.id(),
            Optional.of(organisation.owner().token()),
            Optional.empty());

    assertThat(out.status()).isEqualTo(204);
    assertThat(api.get(members, token).status()).isEqualTo(401);
    assertThat(api.get(members, member.token()).status()).isEqualTo(404);
    assertThat(wayBack).isNotEmpty();
    assertThat(api.get(invitations, organisation.owner().token()).body())
        .doesNotContain(member.email());
  }

  @Test
  void theLastOwnerStays() {
    Organisation organisation = cast.organisation();
    String owner = organisation.owner().token();
    String path = "/api/tenants/" + organisation.tenant() + "/members/" + organisation.owner().id();

    Reply leave = api.call("DELETE", path, Optional.of(owner), Optional.empty());
    Reply lower = api.call("PATCH", path, Optional.of(owner), Optional.of("{\"role\":\"reader\"}"));

    assertThat(leave.status()).isEqualTo(409);
    assertThat(lower.status()).isEqualTo(409);
    assertThat(lower.text("kind")).isEqualTo("last_owner");
  }

  @Test
  void usageIsTheOwnTenantsWithItsPlan() {
    Person person = cast.person();

    Reply usage = api.get("/api/usage", person.token());

    assertThat(usage.status()).isEqualTo(200);
    assertThat(usage.json().path("plan").path("name").asString()).isEqualTo("free");
    assertThat(usage.json().path("used").path("tokens").asLong()).isZero();
    assertThat(api.get("/api/plans", person.token()).body()).contains("free", "pro", "enterprise");
  }

  @Test
  void aModelKeyGoesInAndNeverComesOut() {
    Person person = cast.person();
    String secret = "sk-planted-" + UUID.randomUUID() + "-wxyz";

    Reply before = api.get("/api/settings/model", person.token());
    Reply put = putKey(person, secret);
    Reply after = api.get("/api/settings/model", person.token());
    Reply export = api.get("/api/account/export", person.token());

    assertThat(before.text("source")).isEqualTo("central");
    assertThat(put.status()).isEqualTo(200);
    assertThat(after.text("lastFour")).isEqualTo("wxyz");
    assertThat(put.body() + after.body() + export.body()).doesNotContain("planted");
    assertThat(cast.part(ModelKeys.class).open(person.account().personalTenant(), person.id()))
        .hasValueSatisfying(own -> assertThat(own.key()).isEqualTo(secret));
    Reply gone =
        api.call("DELETE", "/api/settings/model", Optional.of(person.token()), Optional.empty());
    assertThat(gone.status()).isEqualTo(204);
    assertThat(api.get("/api/settings/model", person.token()).text("source")).isEqualTo("central");
  }

  @Test
  void aKeyOfAProviderWithoutAnAddressOfItsOwnIsRefused() {
    Person person = cast.person();

    Reply reply =
        api.call(
            "PUT",
            "/api/settings/model",
            Optional.of(person.token()),
            Optional.of("{\"provider\":\"ollama-on-my-lan\",\"key\":\"sk-planted-1\"}"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("openai").doesNotContain("planted");
  }

  private Reply putKey(Person person, String secret) {
    return api.call(
        "PUT",
        "/api/settings/model",
        Optional.of(person.token()),
        Optional.of("{\"provider\":\"openai\",\"key\":\"%s\",\"model\":\"m\"}".formatted(secret)));
  }

  @Test
  void whoeverLeavesTakesEverythingAlongAndLeavesNoOrganisationWithoutAnOwner() {
    Organisation organisation = cast.organisation();
    Person owner = organisation.owner();
    putKey(owner, "sk-planted-1234");
    Person member = cast.member(organisation, Role.MEMBER);

    Reply wrong = leave(owner, "not the password");
    Reply last = leave(owner, Cast.PASSWORD);
    Reply gone = leave(member, Cast.PASSWORD);
    Reply after = leave(owner, Cast.PASSWORD);

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(last.status()).isEqualTo(409);
    assertThat(gone.status()).isEqualTo(204);
    assertThat(after.status()).isEqualTo(204);
    assertThat(api.get("/api/tenants", owner.token()).status()).isEqualTo(401);
    assertThat(login(owner.email(), Cast.PASSWORD).status()).isEqualTo(401);
    assertThat(cast.part(Tenants.class).find(organisation.tenant())).isEmpty();
    assertThat(cast.part(Tenants.class).find(owner.account().personalTenant())).isEmpty();
  }

  @Test
  void anOrganisationIsDeletedByAnOwnerWhoNamesItAndNothingOfItIsLeft(GitHost git) {
    Organisation organisation = cast.organisation();
    Person owner = organisation.owner();
    Person member = cast.member(organisation, Role.MEMBER);
    cast.wiki(organisation, git);
    String name = cast.part(Tenants.class).find(organisation.tenant()).orElseThrow().name();

    Reply notOwner = dissolve(member, organisation.tenant(), name);
    Reply wrong = dissolve(owner, organisation.tenant(), name + "x");
    Reply personal =
        dissolve(
            owner,
            owner.account().personalTenant(),
            api.get("/api/tenants", owner.token()).json().path(0).path("name").asString());
    int before = rowsOf(organisation.tenant());
    Reply gone = dissolve(owner, organisation.tenant(), name);

    assertThat(notOwner.status()).isEqualTo(403);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("expected " + name + ", the name of what is to be deleted");
    assertThat(personal.status()).isEqualTo(409);
    assertThat(before).isGreaterThan(10);
    assertThat(gone.status()).isEqualTo(204);
    assertThat(rowsOf(organisation.tenant())).isZero();
    assertThat(dissolve(owner, organisation.tenant(), name).status()).isEqualTo(404);
    assertThat(api.get("/api/tenants", owner.token()).body())
        .doesNotContain(organisation.tenant().toString());
    for (Person one : new Person[] {owner, member}) {
      assertThat(
              api.get(
                      "/api/tenants/%s/audit".formatted(one.account().personalTenant()),
                      one.token())
                  .body())
          .contains("\"action\":\"organisation_deleted\"", name);
    }
    assertThat(api.get("/api/admin/audit", cast.operator().token()).body())
        .contains(organisation.tenant().toString());
  }

  private Reply dissolve(Person person, TenantId tenant, String name) {
    return api.post(
        "/api/tenants/%s/delete".formatted(tenant),
        person.token(),
        "{\"name\":\"%s\"}".formatted(name));
  }

  /** In every table of the catalog. */
  private int rowsOf(TenantId tenant) {
    return cast.part(SystemTransactions.class)
        .run(rows -> {
          int count = 0;
          for (String table :
              rows.sql(
                      """
                      SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                      WHERE a.attname = 'tenant_id' AND c.relkind = 'r'
                        AND c.relnamespace = 'public'::regnamespace
                      """)
                  .query((row, _) -> row.getString(1))
                  .list()) {
            count +=
                rows.sql("SELECT count(*) FROM " + table + " WHERE tenant_id = :tenant")
                    .param("tenant", tenant.value())
                    .query((row, _) -> row.getInt(1))
                    .single();
          }
          return count;
        });
  }

  private Reply leave(Person person, String password) {
    return api.post("/api/account/delete", person.token(), "{\"password\":\"" + password + "\"}");
  }

  private Reply login(String email, String password) {
    return api.postOpenly(
        "/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  private Reply refresh(String token) {
    return api.postOpenly("/api/auth/refresh", "{\"refreshToken\":\"" + token + "\"}");
  }
}
