package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.GitHost.Served;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.jobs.schedules.Schedules;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Wikis that follow their repositories: by hooks, by schedule; and what badges tell of them. */
@ExtendWith(RunningServer.class)
class HookWalkTest {
  private static final Set<String> UNDER_WAY = Set.of("queued", "running");

  private ApiClient api;
  private Cast cast;
  private Organisation organisation;
  private Served served;
  private String token;
  private String repository;

  @BeforeEach
  void aWiki(Server server, GitHost git) {
    api = new ApiClient(server.address());
    cast = new Cast(server);
    organisation = cast.organisation();
    token = organisation.owner().token();
    served = git.repository();
    Reply asked =
        api.post(
            "/api/generate",
            token,
            "{\"tenant\":\"%s\",\"repoUrl\":\"%s\"}"
                .formatted(organisation.tenant(), served.address()));
    waitFor(asked.text("buildId"));
    repository = asked.text("repositoryId");
  }

  private Reply waitFor(String build) {
    return Waiting.until(
        () -> api.get("/api/builds/" + build, token),
        now -> !UNDER_WAY.contains(now.text("state")));
  }

  private Reply hook(String host, String more) {
    Reply made =
        api.post(
            "/api/repositories/" + repository + "/webhooks",
            token,
            "{\"host\":\"%s\"%s}".formatted(host, more));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made;
  }

  private Reply deliver(String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api.server() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return api.send(request.build());
  }

  private static String hmac(String secret, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  /** What a host sends of a push to a branch, and the headers that prove it. */
  private static Map<String, String> signed(String host, String secret, String body)
      throws Exception {
    return switch (host) {
      case "github" ->
          Map.of("X-GitHub-Event", "push", "X-Hub-Signature-256", "sha256=" + hmac(secret, body));
      case "gitlab" -> Map.of("X-Gitlab-Event", "Push Hook", "X-Gitlab-Token", secret);
      case "bitbucket" ->
          Map.of("X-Event-Key", "repo:push", "X-Hub-Signature", "sha256=" + hmac(secret, body));
      default -> Map.of("X-Gitea-Event", "push", "X-Gitea-Signature", hmac(secret, body));
    };
  }

  private static String push(String host, String branch) {
    return switch (host) {
      case "gitlab" ->
          "{\"ref\":\"refs/heads/%s\",\"checkout_sha\":\"ab\",\"project\":{\"default_branch\":\"main\"}}"
              .formatted(branch);
      case "bitbucket" ->
          "{\"push\":{\"changes\":[{\"new\":{\"type\":\"branch\",\"name\":\"%s\"}}]},\"repository\":{\"mainbranch\":{\"name\":\"main\"}}}"
              .formatted(branch);
      default ->
          "{\"ref\":\"refs/heads/%s\",\"repository\":{\"default_branch\":\"main\"}}"
              .formatted(branch);
    };
  }

  @Test
  void aSignedPushOfEachHostHasTheWikiBuilt() throws Exception {
    for (String host : List.of("github", "gitlab", "bitbucket", "gitea")) {
      served.write("src/tide/" + host + ".py", "def at():\n    return 1\n").commit(host);
      Reply hook = hook(host, "");
      String body = push(host, "main");

      Reply heard = deliver(hook.text("path"), body, signed(host, hook.text("secret"), body));
      Reply replayed = deliver(hook.text("path"), body, signed(host, hook.text("secret"), body));

      assertThat(heard.status()).as(host + heard.body()).isEqualTo(202);
      assertThat(heard.text("state")).as(host).isEqualTo("building");
      assertThat(waitFor(heard.text("buildId")).text("state")).isEqualTo("done");
      assertThat(replayed.text("why")).isEqualTo("heard already");
      assertThat(
              api.get("/api/repositories/" + repository + "/source/src/tide/" + host + ".py", token)
                  .status())
          .isEqualTo(200);
    }
    Reply all = api.get("/api/repositories/" + repository + "/webhooks", token);
    assertThat(all.json()).hasSize(4).allMatch(one -> one.path("secret").isNull());
    assertThat(all.json()).allMatch(one -> !one.path("heardAt").isNull());
  }

  @Test
  void whatIsNotSignedIsAnsweredAsIfThereWereNoHook() throws Exception {
    Reply hook = hook("github", "");
    String body = push("github", "main");
    Map<String, String> good = signed("github", hook.text("secret"), body);
    String unknown = "/hooks/github?id=" + UUID.randomUUID();
    Reply nobody = deliver(unknown, body, good);

    for (Map<String, String> headers :
        List.of(
            signed("github", "whk_other", body),
            Map.of("X-GitHub-Event", "push"),
            Map.of("X-GitHub-Event", "push", "X-Hub-Signature-256", "sha256="),
            Map.of("X-GitHub-Event", "push", "X-Hub-Signature-256", "sha1=" + "0".repeat(40)))) {
      Reply refused = deliver(hook.text("path"), body, headers);
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.body()).isEqualTo(nobody.body());
    }
    assertThat(deliver(hook.text("path"), body + " ", good).status()).as("changed").isEqualTo(404);
    String elsewhere = hook.text("path").replace("github", "gitea");
    assertThat(deliver(elsewhere, body, good).status()).as("another host").isEqualTo(404);
    assertThat(deliver("/hooks/sourceforge?id=" + UUID.randomUUID(), body, good).status())
        .isEqualTo(404);
    String large = "{\"x\":\"" + "y".repeat(1 << 20) + "\"}";
    assertThat(
            deliver(hook.text("path"), large, signed("github", hook.text("secret"), large))
                .status())
        .isEqualTo(400);
    String one = "/api/repositories/" + repository + "/webhooks/" + hook.text("id");
    assertThat(api.call("DELETE", one, Optional.of(token), Optional.empty()).status())
        .isEqualTo(204);
    assertThat(deliver(hook.text("path"), body, good).body()).isEqualTo(nobody.body());
  }

  @Test
  void otherBranchesAndOtherEventsAreNotBuilt() throws Exception {
    Reply hook = hook("gitea", "");
    Reply ofBranch = hook("gitea", ",\"branch\":\"next\"");
    served.git("branch", "next");
    String other = push("gitea", "feature");
    String next = push("gitea", "next");

    Reply ignored = deliver(hook.text("path"), other, signed("gitea", hook.text("secret"), other));
    Reply event =
        deliver(
            hook.text("path"),
            next,
            Map.of(
                "X-Gitea-Event", "issues", "X-Gitea-Signature", hmac(hook.text("secret"), next)));
    Reply built =
        deliver(ofBranch.text("path"), next, signed("gitea", ofBranch.text("secret"), next));

    assertThat(ignored.text("state")).isEqualTo("nothing");
    assertThat(event.text("why")).isEqualTo("no push");
    Reply ended = waitFor(built.text("buildId"));
    assertThat(ended.json().path("request").path("ref").asString()).isEqualTo("next");
  }

  @Test
  void aScheduleAsksForBuildsWithoutAnybody() throws SQLException {
    String path = "/api/repositories/" + repository;

    Reply set = patch(path, "{\"schedule\":\"daily\"}");
    served.write("src/tide/later.py", "def later():\n    return 1\n").commit("later");
    Optional<?> next =
        cast.part(Schedules.class).ring(new RepositoryId(UUID.fromString(repository)));

    assertThat(set.text("schedule")).isEqualTo("daily");
    assertThat(next).isPresent();
    assertThat(alarms()).isEqualTo(1);
    String build = api.get(path + "/builds", token).json().path(0).path("buildId").asString();
    assertThat(waitFor(build).text("state")).isEqualTo("done");
    assertThat(api.get(path + "/source/src/tide/later.py", token).status()).isEqualTo(200);
    assertThat(patch(path, "{\"schedule\":\"none\"}").json().path("schedule").isNull()).isTrue();
    assertThat(cast.part(Schedules.class).ring(new RepositoryId(UUID.fromString(repository))))
        .isEmpty();
    assertThat(patch(path, "{\"schedule\":\"often\"}").status()).isEqualTo(400);
    assertThat(patch(path, "{}").status()).isEqualTo(400);
  }

  /** Theirs went on building; and those of a tenant that was shut and opened again never did. */
  @Test
  void whatAShutAccountOrTenantSetUpAsksForNothingUntilItIsOpen() throws Exception {
    String path = "/api/repositories/" + repository;
    Reply made = hook("gitea", "");
    String body = push("gitea", "main");
    Map<String, String> proof = signed("gitea", made.text("secret"), body);
    String address = "/hooks/gitea?id=" + made.text("id");
    RepositoryId id = new RepositoryId(UUID.fromString(repository));
    patch(path, "{\"schedule\":\"daily\"}");
    int before = builds(id);
    served.write("src/tide/later.py", "def later():\n    return 1\n").commit("later");

    cast.part(People.class).setDisabled(organisation.owner().id(), true);
    Reply whileShut = deliver(address, body, proof);
    Optional<?> next = cast.part(Schedules.class).ring(id);
    int meanwhile = builds(id);
    cast.part(People.class).setDisabled(organisation.owner().id(), false);
    cast.part(Schedules.class).ring(id);
    Reply open = deliver(address, body, proof);

    shutTenant();
    Optional<?> later = cast.part(Schedules.class).ring(id);

    assertThat(whileShut.status()).isEqualTo(404);
    assertThat(next).isPresent();
    assertThat(later).isPresent();
    assertThat(meanwhile).isEqualTo(before);
    assertThat(builds(id)).isEqualTo(before + 1);
    assertThat(open.status()).isLessThan(300);
  }

  private void shutTenant() {
    cast.part(SystemTransactions.class)
        .run(rows ->
            rows.sql("UPDATE tenants SET disabled_at = now() WHERE id = :tenant")
                .param("tenant", organisation.tenant().value())
                .update());
  }

  private int builds(RepositoryId id) {
    return cast.part(Builds.class).of(organisation.tenant(), id, 100).size();
  }

  private Reply patch(String path, String body) {
    return api.call("PATCH", path, Optional.of(token), Optional.of(body));
  }

  private long alarms() throws SQLException {
    try (Connection connection = cast.part(DataSource.class).getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT count(*) FROM scheduled_tasks WHERE task_name = 'refresh'
                  AND task_instance = ?
                  AND execution_time BETWEEN now() + interval '21 hours'
                    AND now() + interval '27 hours'
                """)) {
      statement.setString(1, repository);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Test
  void aBadgeTellsOfPublishedWikisAlone() {
    String badge = "/badge/" + repository + ".svg";
    Reply unknown = open("/badge/" + UUID.randomUUID() + ".svg");
    Reply before = open(badge);
    patch("/api/repositories/" + repository, "{\"visibility\":\"published\"}");
    Reply published = open(badge);
    patch("/api/repositories/" + repository, "{\"visibility\":\"private\"}");

    assertThat(before.status()).isEqualTo(404);
    assertThat(before.body()).isEqualTo(unknown.body());
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.headers().firstValue("Content-Type").orElse(""))
        .startsWith("image/svg+xml");
    assertThat(published.body()).startsWith("<svg").contains("claims verified");
    assertThat(open(badge).body()).as("withdrawn at once").isEqualTo(unknown.body());
  }

  private Reply open(String path) {
    return api.call("GET", path, Optional.empty(), Optional.empty());
  }
}
