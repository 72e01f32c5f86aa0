package ai.wikibuilder.server.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.quota.Usage;
import ai.wikibuilder.server.quota.UsageEntry;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What whoever runs the installation does through the API. */
@ExtendWith(RunningServer.class)
class OperatorWalkTest {
  private ApiClient api;
  private Cast cast;
  private Person operator;

  @BeforeEach
  void operator(Server server) {
    api = new ApiClient(server.address());
    cast = new Cast(server);
    operator = cast.operator();
  }

  private Reply change(String path, String body) {
    return api.call("PATCH", path, Optional.of(operator.token()), Optional.of(body));
  }

  @Test
  void aTenantIsPutOnAnotherPlan() {
    Organisation organisation = cast.organisation();
    String path = "/api/admin/tenants/" + organisation.tenant();

    Reply changed = change(path, "{\"plan\":\"enterprise\"}");
    Reply unknown = change(path, "{\"plan\":\"none-of-that-name\"}");

    assertThat(changed.status()).isEqualTo(204);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(
            api.get("/api/usage?tenant=" + organisation.tenant(), organisation.owner().token())
                .json()
                .path("plan")
                .path("name")
                .asString())
        .isEqualTo("enterprise");
  }

  @Test
  void aShutTenantIsClosedToItsMembersAndOpensAgainAsItWas() {
    Organisation organisation = cast.organisation();
    String members = "/api/tenants/" + organisation.tenant() + "/members";
    String owner = organisation.owner().token();

    change("/api/admin/tenants/" + organisation.tenant(), "{\"disabled\":true}");
    int whileShut = api.get(members, owner).status();
    change("/api/admin/tenants/" + organisation.tenant(), "{\"disabled\":false}");

    assertThat(whileShut).isEqualTo(404);
    assertThat(api.get(members, owner).status()).isEqualTo(200);
  }

  @Test
  void theListOfTenantsSaysHowMuchAndIsReadInParts() {
    Organisation organisation = cast.organisation();
    cast.part(Usage.class)
        .enter(
            organisation.tenant(),
            organisation.owner().id(),
            new UsageEntry("ask", Optional.of("m"), 30, 12, 4_200, Instant.now()));

    Set<String> seen = new HashSet<>();
    Optional<JsonNode> found = Optional.empty();
    String before = "";
    do {
      JsonNode page = api.get("/api/admin/tenants" + before, operator.token()).json();
      for (JsonNode tenant : page.path("tenants")) {
        assertThat(seen.add(tenant.path("id").asString())).as("each once").isTrue();
        if (tenant.path("id").asString().equals(organisation.tenant().toString())) {
          found = Optional.of(tenant);
        }
      }
      before = page.path("next").isString() ? "?before=" + page.path("next").asString() : "";
    } while (!before.isEmpty());

    assertThat(found.orElseThrow().path("tokens").asLong()).isEqualTo(42);
    assertThat(found.orElseThrow().path("microDollars").asLong()).isEqualTo(4_200);
    assertThat(found.orElseThrow().path("members").asInt()).isEqualTo(1);
    assertThat(seen).doesNotContain("00000000-0000-0000-0000-000000000001");
    assertThat(api.get("/api/admin/spend", operator.token()).body())
        .contains("\"tenantId\":\"" + organisation.tenant());
  }

  @Test
  void anAccountIsShutOpenedAndLoggedOutButNotTheOperatorsOwn() {
    Person person = cast.person();
    String path = "/api/admin/users/" + person.id();

    Reply shut = change(path, "{\"disabled\":true}");
    int whileShut = api.get("/api/tenants", person.token()).status();
    Reply opened = change(path, "{\"disabled\":false}");
    Reply own = change("/api/admin/users/" + operator.id(), "{\"disabled\":true}");
    Reply nothing = change(path, "{}");

    assertThat(shut.status()).isEqualTo(204);
    assertThat(whileShut).isEqualTo(401);
    assertThat(opened.status()).isEqualTo(204);
    assertThat(own.status()).isEqualTo(403);
    assertThat(nothing.status()).isEqualTo(400);
  }

  @Test
  void aPlanIsEditedForEveryTenantThatIsOnIt() {
    String body =
        """
        {"buildsPerDay":%d,"repositories":100,"tokensPerMonth":50000000,
         "microDollarsPerMonth":100000000,"buildsAtOnce":%d,"repositoryBytes":2147483648}
        """;

    Reply edited = put("pro", body.formatted(101, 3));
    Reply none = put("pro", body.formatted(101, 0));
    Reply unknown = put("nothing", body.formatted(1, 1));
    Reply plans = api.get("/api/plans", operator.token());
    put("pro", body.formatted(100, 3));

    assertThat(edited.status()).isEqualTo(200);
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.text("detail")).contains("buildsAtOnce").contains("got 0");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(plans.body()).contains("\"buildsPerDay\":101");
  }

  private Reply put(String plan, String body) {
    return api.call(
        "PUT", "/api/admin/plans/" + plan, Optional.of(operator.token()), Optional.of(body));
  }

  @Test
  void aPersonalTokenOfAnOperatorIsNoOperators() {
    String token =
        api.post(
                "/api/tokens",
                operator.token(),
                "{\"name\":\"x\",\"scopes\":[\"read\",\"write\"],\"days\":1}")
            .text("token");

    assertThat(api.get("/api/admin/tenants", token).status()).isEqualTo(403);
  }
}
