package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.GitHost.Served;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.tenants.Role;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs do with repositories and builds, over {@code /api} alone. */
@ExtendWith(RunningServer.class)
class BuildWalkTest {
  private static final Set<String> FINAL = Set.of("done", "capped", "failed", "cancelled");

  private ApiClient api;
  private Cast cast;
  private Organisation organisation;
  private String token;

  @BeforeEach
  void somebody(Server server) {
    api = new ApiClient(server.address());
    cast = new Cast(server);
    organisation = cast.organisation();
    token = organisation.owner().token();
  }

  @Test
  void aWikiIsAskedForAndPolledUntilItIsThere(GitHost git) {
    Reply asked = generate(git.repository(), "");

    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.text("state")).isEqualTo("queued");
    String self = asked.json().path("links").path("self").asString();
    assertThat(asked.headers().firstValue("Location")).contains(self);
    Reply ended = ended(self);
    assertThat(ended.text("state")).as(ended.body()).isEqualTo("done");
    assertThat(ended.json().path("progress").path("attempts").asInt()).isEqualTo(1);
    String repository = ended.json().path("links").path("repository").asString();
    Reply shown = api.get(repository, token);
    assertThat(shown.text("generation")).isEqualTo(ended.text("generation"));
    assertThat(api.get(repository + "/builds", token).json()).hasSize(1);
  }

  @Test
  void theSameRequestGetsTheSameBuildAlsoOverAnotherSpelling(GitHost git) {
    Served served = git.repository();

    Reply first = generate(served, "");
    Reply again = generate(new Served(served.folder(), served.address() + "/"), "");
    Reply bare =
        generate(new Served(served.folder(), served.address().replaceFirst("\\.git$", "")), "");

    assertThat(again.text("buildId")).isEqualTo(first.text("buildId"));
    assertThat(bare.text("repositoryId")).isEqualTo(first.text("repositoryId"));
    assertThat(ended(self(first)).text("state")).isEqualTo("done");
  }

  /** It was built over http without a word, though https had been asked for. */
  @Test
  void theSameRepositoryOverTheOtherProtocolIsRefusedWithTheAddressThatIsThere(GitHost git) {
    Served served = git.repository();
    Served other = new Served(served.folder(), served.address().replaceFirst("^http:", "https:"));
    assertThat(add(served).status()).isEqualTo(201);

    for (Reply refused : List.of(add(other), generate(other, ""))) {
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("kind")).isEqualTo("other_protocol");
      assertThat(refused.text("detail")).contains(served.address(), other.address());
    }
    Reply again = add(new Served(served.folder(), served.address().replaceFirst("\\.git$", "/")));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("repoUrl")).isEqualTo(served.address());
  }

  /** Two members, twelve requests at the same moment. */
  @Test
  void twoWhoAskForTheSameAtOnceGetOneBuild(GitHost git) throws Exception {
    Served served = git.repository();
    String other = cast.member(organisation, Role.MEMBER).token();
    CyclicBarrier together = new CyclicBarrier(12);
    List<Future<Reply>> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < together.getParties(); i++) {
        String asking = i % 2 == 0 ? token : other;
        replies.add(
            threads.submit(() -> {
              together.await();
              return api.post("/api/generate", asking, body(served, ""));
            }));
      }
    }

    Set<String> builds = new HashSet<>();
    for (Future<Reply> reply : replies) {
      assertThat(reply.get().status()).as(reply.get().body()).isEqualTo(202);
      builds.add(reply.get().text("buildId") + " of " + reply.get().text("repositoryId"));
    }
    assertThat(builds).hasSize(1);
    String repository = replies.getFirst().get().text("repositoryId");
    assertThat(api.get("/api/repositories/" + repository + "/builds", token).json()).hasSize(1);
  }

  @Test
  void eventsAreStreamedAndAStreamThatWasCutIsResumed(GitHost git) {
    Reply asked = generate(git.repository(), "");
    String events = asked.json().path("links").path("events").asString();

    List<String> all = stream(events, Optional.empty());
    List<String> rest = stream(events, Optional.of("2"));
    Reply nothing = events(events, Optional.of(all.getLast()));

    assertThat(all).hasSizeGreaterThan(8).startsWith("1", "2", "3");
    assertThat(rest).isEqualTo(all.subList(2, all.size()));
    assertThat(nothing.status()).isEqualTo(204);
    assertThat(events(events, Optional.of("x")).status()).isEqualTo(400);
  }

  @Test
  void aBuildThatIsCancelledStaysSo(GitHost git) {
    Reply asked = generate(git.repository(), "");

    Reply cancelled = api.call("DELETE", self(asked), Optional.of(token), Optional.empty());
    Reply ended = ended(self(asked));
    Reply again = api.call("DELETE", self(asked), Optional.of(token), Optional.empty());

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(ended.text("state")).isIn("cancelled", "done"); // it may have been over by then
    assertThat(again.text("state")).isEqualTo(ended.text("state"));
  }

  @Test
  void aBranchThatIsGoneIsSaidInTheBuild(GitHost git) {
    Reply ended = ended(self(generate(git.repository(), ",\"ref\":\"no-such-branch\"")));

    assertThat(ended.text("state")).isEqualTo("failed");
    assertThat(ended.json().path("failure").path("kind").asString()).isEqualTo("not_found");
    assertThat(ended.body()).doesNotContain("Exception").doesNotContain("/tmp/");
  }

  @Test
  void addressesThatMayNotBeFetchedAreRefusedAtTheDoor() {
    for (String address :
        List.of(
            "http://127.0.0.1:1/a/b",
            "https://127.0.0.1/a/b",
            "https://localhost/a/b",
            "file:///etc/passwd",
            "ssh://git@example.org/a/b",
            "https://user:secret@example.org/a/b",
            "https://example.org:8443/a/b",
            "https://example.org",
            "https://example.org/a/b?token=secret",
            "https://169.254.169.254/latest/meta-data",
            "https://example.org/../../etc")) {
      Reply reply =
          api.post(
              "/api/generate",
              token,
              "{\"tenant\":\"%s\",\"repoUrl\":\"%s\"}".formatted(organisation.tenant(), address));

      assertThat(reply.status()).as(address).isEqualTo(400);
      assertThat(reply.text("kind")).as(address).isEqualTo("address");
      assertThat(reply.body()).as(address).doesNotContain("secret");
    }
    assertThat(
            api.get("/api/repositories?tenant=" + organisation.tenant(), token)
                .json()
                .path("items"))
        .isEmpty();
  }

  @Test
  void repositoriesAreListedInPagesPublishedAndDeleted(GitHost git) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(add(git.repository()).text("id"));
    }

    String all = "/api/repositories?tenant=" + organisation.tenant() + "&limit=2";
    Reply first = api.get(all, token);
    Reply second = api.get(all + "&after=" + first.text("next"), token);
    Reply published =
        api.call(
            "PATCH",
            "/api/repositories/" + ids.getFirst(),
            Optional.of(token),
            Optional.of("{\"visibility\":\"published\"}"));
    Reply gone =
        api.call(
            "DELETE", "/api/repositories/" + ids.getFirst(), Optional.of(token), Optional.empty());

    assertThat(listed(first)).containsExactly(ids.get(2), ids.get(1));
    assertThat(listed(second)).containsExactly(ids.get(0));
    assertThat(second.json().path("next").isNull()).isTrue();
    assertThat(published.text("visibility")).isEqualTo("published");
    assertThat(gone.status()).isEqualTo(204);
    assertThat(api.get("/api/repositories/" + ids.getFirst(), token).status()).isEqualTo(404);
  }

  @Test
  void aConnectionIsTriedWithoutABuild(GitHost git) {
    String there = add(git.repository()).text("id");
    Served missing = git.repository();
    String lost =
        add(new Served(missing.folder(), missing.address().replace("tide-", "gone-"))).text("id");

    Reply reached = connect(there);
    Reply refused = connect(lost);

    assertThat(reached.text("state")).isEqualTo("reached");
    assertThat(reached.text("commit")).matches("[0-9a-f]{40}");
    assertThat(refused.text("state")).isEqualTo("not_found");
  }

  @Test
  void thePlansNumbersHoldAtTheDoor(GitHost git) {
    for (int i = 0; i < 10; i++) {
      assertThat(add(git.repository()).status()).isEqualTo(201);
    }
    Reply eleventh = add(git.repository());
    Reply generated = generate(git.repository(), "");

    assertThat(eleventh.status()).isEqualTo(409);
    assertThat(eleventh.text("kind")).isEqualTo("quota_repositories");
    assertThat(generated.text("kind")).isEqualTo("quota_repositories");
  }

  @Test
  void buildsOfADayAreCountedAlsoWhenTheirRepositoryIsGone(GitHost git) {
    Served served = git.repository();
    String id = add(served).text("id");
    for (int i = 0; i < 10; i++) {
      Reply asked = generate(served, ",\"ref\":\"branch-" + i + "\"");
      assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    }
    api.call("DELETE", "/api/repositories/" + id, Optional.of(token), Optional.empty());

    Reply eleventh = generate(served, "");

    assertThat(eleventh.status()).isEqualTo(429);
    assertThat(eleventh.text("kind")).isEqualTo("quota_builds");
    assertThat(eleventh.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void aRequestWithAKeyIsAnsweredOnce(GitHost git) {
    Served served = git.repository();
    String key = UUID.randomUUID().toString();

    Reply first = generate(served, "", key);
    ended(self(first));
    Reply again = generate(served, "", key);
    Reply other = generate(served, ",\"ref\":\"main\"", key);

    assertThat(again.text("buildId")).isEqualTo(first.text("buildId"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text("kind")).isEqualTo("other_request");
  }

  private static List<String> listed(Reply page) {
    List<String> ids = new ArrayList<>();
    page.json().path("items").forEach(item -> ids.add(item.path("id").asString()));
    return ids;
  }

  private Reply add(Served served) {
    return api.post(
        "/api/repositories",
        token,
        "{\"tenant\":\"%s\",\"repoUrl\":\"%s\"}"
            .formatted(organisation.tenant(), served.address()));
  }

  private Reply connect(String id) {
    return api.call(
        "POST", "/api/repositories/" + id + "/connection", Optional.of(token), Optional.empty());
  }

  private Reply generate(Served served, String more) {
    return api.post("/api/generate", token, body(served, more));
  }

  private Reply generate(Served served, String more, String key) {
    return api.send(
        HttpRequest.newBuilder(api.server().resolve("/api/generate"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body(served, more)))
            .build());
  }

  private String body(Served served, String more) {
    return "{\"tenant\":\"%s\",\"repoUrl\":\"%s\"%s}"
        .formatted(organisation.tenant(), served.address(), more);
  }

  private static String self(Reply build) {
    return build.json().path("links").path("self").asString();
  }

  private Reply ended(String build) {
    return Waiting.until(() -> api.get(build, token), reply -> FINAL.contains(reply.text("state")));
  }

  private Reply events(String path, Optional<String> last) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.server().resolve(path))
            .header("Authorization", "Bearer " + token);
    last.ifPresent(id -> request.header("Last-Event-ID", id));
    return api.send(request.build());
  }

  /** Ids of the events until the stream ends. */
  private List<String> stream(String path, Optional<String> last) {
    Reply reply = events(path, last);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return reply
        .body()
        .lines()
        .filter(line -> line.startsWith("id: "))
        .map(line -> line.substring(4))
        .toList();
  }
}
