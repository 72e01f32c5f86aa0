package ai.wikibuilder.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.quota.Plan;
import ai.wikibuilder.server.quota.Plans;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.web.PageClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningServer.class)
class AuditTest {
  private Server server;
  private ApiClient api;
  private Cast cast;

  @BeforeEach
  void server(Server running) {
    server = running;
    api = new ApiClient(running.address());
    cast = new Cast(running);
  }

  private List<String> actions(Person reader, Object tenant) {
    Reply reply = api.get("/api/tenants/" + tenant + "/audit", reader.token());
    assertThat(reply.status()).isEqualTo(200);
    List<String> actions = new ArrayList<>();
    for (JsonNode entry : reply.json().path("entries")) {
      actions.add(entry.path("action").asString() + " " + entry.path("subject").asString());
    }
    return actions;
  }

  @Test
  void loginsAndTheirFailuresAreThePersonsToRead() {
    Person person = cast.person();
    String form = "{\"email\":\"%s\",\"password\":\"%s\"}";
    api.postOpenly("/api/auth/login", form.formatted(person.email(), "not the right one"));
    api.postOpenly("/api/auth/login", form.formatted(person.email(), Cast.PASSWORD));
    PageClient.of(server.address(), person.email());

    List<String> actions = actions(person, person.account().personalTenant());

    assertThat(actions)
        .anyMatch(action -> action.startsWith("logged_in browser, "))
        .anyMatch(action -> action.startsWith("logged_in api, "))
        .contains("login_refused wrong password")
        .contains("registered " + person.email());
  }

  @Test
  void whatIsDoneInATenantIsItsOwnersToReadWithWhoDidItAndFromWhere() {
    Organisation organisation = cast.organisation();
    Person member = cast.member(organisation, Role.MEMBER);
    String owner = organisation.owner().token();
    String path = "/api/tenants/" + organisation.tenant();
    api.call(
        "PATCH",
        path + "/members/" + member.id(),
        Optional.of(owner),
        Optional.of("{\"role\":\"reader\"}"));
    api.call("DELETE", path + "/members/" + member.id(), Optional.of(owner), Optional.empty());

    Reply reply = api.get(path + "/audit", owner);
    JsonNode newest = reply.json().path("entries").get(0);

    assertThat(actions(organisation.owner(), organisation.tenant()))
        .contains(
            "member_removed " + member.id(),
            "role_changed " + member.id() + " to reader",
            "invitation_accepted " + member.email() + " as member",
            "invited " + member.email() + " as member");
    assertThat(newest.path("action").asString()).isEqualTo("member_removed");
    assertThat(newest.path("who").asString()).isEqualTo(organisation.owner().email());
    assertThat(newest.path("address").asString()).isEqualTo("127.0.0.1");
  }

  /** Who tries doors is seen by the operator, and cannot fill the audit with it. */
  @Test
  void whatSomebodyWasNotGivenIsWrittenDownAFewTimes() {
    Organisation foreign = cast.organisation();
    Person person = cast.person();
    for (int i = 0; i < 40; i++) {
      api.get("/api/tenants/" + foreign.tenant() + "/members", person.token());
    }
    api.get("/api/admin/users", cast.member(foreign, Role.READER).token());
    PageClient reader = PageClient.of(server.address(), cast.member(foreign, Role.READER).email());
    reader.open("/operator/people");
    reader.open("/no/such/page");
    api.get("/api/no/such/route", person.token());

    List<String> tried = actions(person, person.account().personalTenant());
    String all = api.get("/api/admin/audit", cast.operator().token()).body();

    assertThat(tried.stream().filter("access_refused GET /api/tenants/{id}/members"::equals))
        .hasSize(20);
    assertThat(tried).noneMatch(action -> action.contains("no/such"));
    assertThat(all).contains("GET /api/admin/users", "GET /operator/people");
    assertThat(all).doesNotContain("no/such");
  }

  @Test
  void whatIsUndoneLeavesNoEntry() {
    Organisation organisation = cast.organisation();
    String path = "/api/tenants/" + organisation.tenant();

    Reply refused =
        api.call(
            "DELETE",
            path + "/members/" + organisation.owner().id(),
            Optional.of(organisation.owner().token()),
            Optional.empty());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(actions(organisation.owner(), organisation.tenant()))
        .noneMatch(action -> action.startsWith("member_removed"));
  }

  /** The audit said that a git token was removed where none had been. */
  @Test
  void whatWasNotThereIsNotSaidToHaveBeenRemoved() {
    Person person = cast.person();
    Object own = person.account().personalTenant();
    Plan unknown = new Plan("no-such-plan", 1, 1, 1, 1, 1, 1);

    remove(person, "/api/settings/git?host=git.example.org");
    remove(person, "/api/settings/model");
    remove(person, "/api/sessions/" + UUID.randomUUID());
    remove(person, "/api/tokens/" + UUID.randomUUID());
    remove(person, "/api/tenants/" + own + "/invitations/" + UUID.randomUUID());
    remove(person, "/api/tenants/" + own + "/members/" + UUID.randomUUID());
    cast.part(Sessions.class).end(person.id(), UUID.randomUUID());
    cast.part(Sessions.class).endAll(person.id());
    cast.part(Sessions.class).endOthers(person.id(), UUID.randomUUID());
    assertThat(cast.part(Plans.class).change(unknown)).isFalse();

    assertThat(read(cast.part(Audit.class).of(person.account().personalTenant(), Optional.empty())))
        .filteredOn(action -> action.matches(".*(removed|revoked|withdrawn|ended).*"))
        .containsExactly("sessions_ended all");
    assertThat(read(cast.part(Audit.class).ofInstallation(Optional.empty())))
        .doesNotContain("plan_edited no-such-plan");
  }

  @Test
  void whatIsRemovedTwiceIsWrittenDownOnce() {
    Person person = cast.person();
    api.call(
        "PUT",
        "/api/settings/git",
        Optional.of(person.token()),
        Optional.of("{\"host\":\"git.example.org\",\"token\":\"planted-1234\"}"));

    remove(person, "/api/settings/git?host=git.example.org");
    remove(person, "/api/settings/git?host=git.example.org");

    assertThat(actions(person, person.account().personalTenant()))
        .containsOnlyOnce("git_token_removed git.example.org");
  }

  private void remove(Person person, String path) {
    api.call("DELETE", path, Optional.of(person.token()), Optional.empty());
  }

  private static List<String> read(AuditPage page) {
    return page.lines().stream().map(line -> line.action() + " " + line.subject()).toList();
  }

  @Test
  void noSecretIsWrittenDown() {
    Person person = cast.person();
    String key = "sk-planted-" + UUID.randomUUID();
    api.call(
        "PUT",
        "/api/settings/model",
        Optional.of(person.token()),
        Optional.of("{\"provider\":\"openai\",\"model\":\"m\",\"key\":\"%s\"}".formatted(key)));
    String token =
        api.post(
                "/api/tokens", person.token(), "{\"name\":\"ci\",\"scopes\":[\"read\"],\"days\":1}")
            .text("token");
    api.postOpenly(
        "/api/auth/login",
        "{\"email\":\"planted-password@example.org\",\"password\":\"planted-password\"}");
    PageClient browser = PageClient.of(server.address(), person.email());
    browser.submit(
        "/settings/password",
        Map.of("present", Cast.PASSWORD, "password", "planted-words that never rhyme"));

    List<String> rows =
        cast.part(SystemTransactions.class)
            .run(found ->
                found
                    .sql("SELECT to_jsonb(a)::text FROM audit_entries a")
                    .query((row, _) -> row.getString(1))
                    .list());

    assertThat(rows)
        .anyMatch(row -> row.contains("model_key_set"))
        .anyMatch(row -> row.contains("password_changed"))
        .anyMatch(row -> row.contains("an address without an account"))
        .noneMatch(row -> row.contains("planted"))
        .noneMatch(row -> row.contains(token))
        .noneMatch(row -> row.contains(Cast.PASSWORD));
  }

  @Test
  void aLongListIsReadInPartsWithoutGapsOrRepeats() {
    Organisation organisation = cast.organisation();
    cast.part(TenantTransactions.class)
        .in(
            organisation.tenant(),
            rows -> {
              for (int count = 0; count < 2 * Audit.COUNT_MAX; count++) {
                rows.record(new AuditEntry(AuditAction.INVITED, "entry " + count));
              }
              return rows.tenant();
            });

    List<String> read = new ArrayList<>();
    Optional<UUID> before = Optional.empty();
    do {
      AuditPage page = cast.part(Audit.class).of(organisation.tenant(), before);
      page.lines().forEach(line -> read.add(line.subject()));
      before = page.next();
    } while (before.isPresent());

    assertThat(read).hasSize(2 * Audit.COUNT_MAX + 1).doesNotHaveDuplicates();
    assertThat(read.getFirst()).isEqualTo("entry 199");
  }

  @Test
  void anEntryOfAnotherTenantIsNoPlaceToReadOnFrom() {
    Organisation mine = cast.organisation();
    Organisation other = cast.organisation();
    UUID foreign =
        cast.part(Audit.class).of(other.tenant(), Optional.empty()).lines().getFirst().id();

    AuditPage page = cast.part(Audit.class).of(mine.tenant(), Optional.of(foreign));
    AuditPage unknown = cast.part(Audit.class).of(mine.tenant(), Optional.of(UUID.randomUUID()));

    assertThat(page).isEqualTo(unknown);
  }

  @Test
  void ownersSeeThatTheOperatorActedAndNotWhoThatIs() {
    Organisation organisation = cast.organisation();
    Person operator = cast.operator();

    api.call(
        "PATCH",
        "/api/admin/tenants/" + organisation.tenant(),
        Optional.of(operator.token()),
        Optional.of("{\"plan\":\"pro\"}"));
    Reply ofTenant =
        api.get("/api/tenants/" + organisation.tenant() + "/audit", organisation.owner().token());
    Reply ofAll = api.get("/api/admin/audit", operator.token());

    assertThat(ofTenant.body()).contains("plan_assigned").doesNotContain(operator.email());
    assertThat(ofTenant.json().path("entries").get(0).path("who").asString()).isEqualTo("operator");
    assertThat(ofAll.body()).contains("plan_assigned").contains(operator.email());
  }

  @Test
  void aDeletedAccountLeavesAnEntryWithoutAName() {
    Person person = cast.person();
    Person operator = cast.operator();

    api.post(
        "/api/account/delete", person.token(), "{\"password\":\"%s\"}".formatted(Cast.PASSWORD));
    Reply all = api.get("/api/admin/audit", operator.token());

    assertThat(all.body())
        .contains("\"account_deleted\",\"subject\":\"" + person.id())
        .doesNotContain(person.email());
  }
}
