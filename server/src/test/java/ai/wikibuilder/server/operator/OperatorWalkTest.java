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
import ai.wikibuilder.server.web.PageClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  /** The page said "Calls: 1" of a tenant that had asked for a build and no model. */
  @Test
  void aBuildIsNoCallOfAModel() {
    Organisation organisation = cast.organisation();
    UsageEntry asked = new UsageEntry("build", Optional.empty(), 0, 0, 0, Instant.now());
    cast.part(Usage.class).enter(organisation.tenant(), organisation.owner().id(), asked);

    assertThat(api.get("/api/admin/spend", operator.token()).body())
        .doesNotContain(organisation.tenant().toString());
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

  @Test
  void aPlanIsMadeOnceAndATenantIsPutOnIt() {
    Organisation organisation = cast.organisation();
    String name = "team-" + UUID.randomUUID().toString().substring(0, 8);
    String limits =
        """
        {"name":"%s","buildsPerDay":20,"repositories":5,"tokensPerMonth":1000000,
         "microDollarsPerMonth":2000000,"buildsAtOnce":1,"repositoryBytes":1048576}
        """;

    Reply made = api.post("/api/admin/plans", operator.token(), limits.formatted(name));
    Reply again = api.post("/api/admin/plans", operator.token(), limits.formatted(name));
    Reply misnamed = api.post("/api/admin/plans", operator.token(), limits.formatted("Team A"));
    Reply assigned =
        change("/api/admin/tenants/" + organisation.tenant(), "{\"plan\":\"" + name + "\"}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("kind")).isEqualTo("taken");
    assertThat(misnamed.status()).isEqualTo(400);
    assertThat(misnamed.text("detail")).contains("a letter first").contains("got Team A");
    assertThat(assigned.status()).isEqualTo(204);
    assertThat(api.get("/api/plans", operator.token()).body()).contains(name);
    assertThat(api.get("/api/admin/audit", operator.token()).body()).contains("plan_made");
  }

  @Test
  void aPlanIsMadeAndEditedInABrowser(Server server) {
    PageClient browser = PageClient.of(server.address(), operator.email());
    String name = "page-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> limits =
        new HashMap<>(
            Map.of(
                "name", name,
                "builds", "20",
                "atOnce", "1",
                "repositories", "5",
                "megabytes", "100",
                "tokens", "1000000",
                "dollars", "2.50"));

    browser.open("/operator/plans");
    Reply refused = browser.submit("/operator/plans", with(limits, "dollars", "two"));
    Reply made = browser.submit("/operator/plans", limits);
    Reply again = browser.submit("/operator/plans", limits);
    Reply edited = browser.submit("/operator/plans/" + name, with(limits, "builds", "21"));
    Reply shown = browser.open("/operator/plans");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("expected an amount").contains("value=\"" + name + "\"");
    assertThat(made.headers().firstValue("Location")).contains("/operator/plans?done=plan-made");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("There is a plan " + name + " already");
    assertThat(edited.status()).isEqualTo(303);
    assertThat(shown.body()).contains("id=\"" + name + "-builds\"").contains("value=\"21\"");
  }

  private static Map<String, String> with(Map<String, String> limits, String name, String value) {
    Map<String, String> changed = new HashMap<>(limits);
    changed.put(name, value);
    return changed;
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
