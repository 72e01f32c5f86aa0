package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.ResearchScript;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast.Wiki;
import ai.wikibuilder.server.jobs.Waiting;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Researches watched while they go on, capped and ended, over {@code /api} alone. */
@ExtendWith(RunningServer.class)
class ResearchWalkTest {
  private static final List<String> UNDER_WAY = List.of("queued", "running");

  private ApiClient api;
  private Wiki wiki;
  private String token;

  @BeforeEach
  void aWiki(Server server, GitHost git) {
    api = new ApiClient(server.address());
    Cast cast = new Cast(server);
    wiki = cast.wiki(cast.organisation(), git);
    token = wiki.organisation().owner().token();
  }

  private String begun(String more) {
    Reply begun =
        api.post(
            "/api/deep_research",
            token,
            "{\"repositoryId\":\"%s\",\"question\":\"how are tides told\"%s}"
                .formatted(wiki.repository(), more));
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    return begun.headers().firstValue("Location").orElseThrow();
  }

  private Reply ended(String self) {
    return Waiting.until(() -> api.get(self, token), now -> !UNDER_WAY.contains(now.text("state")));
  }

  private HttpRequest events(String self, Optional<String> last) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.server().resolve(self + "/events"))
            .header("Authorization", "Bearer " + token);
    last.ifPresent(number -> request.header("Last-Event-ID", number));
    return request.build();
  }

  private List<String> lines(String self, Optional<String> last) {
    Reply stream = api.send(events(self, last));
    assertThat(stream.status()).as(stream.body()).isEqualTo(200);
    return stream.body().lines().filter(line -> line.startsWith("id: ")).toList();
  }

  @Test
  void theTrailIsStreamedAndAStreamThatWasCutIsResumedWithoutAGap(ModelHost model)
      throws Exception {
    try (AutoCloseable _ = model.behaving(new ResearchScript())) {
      String self = begun("");

      List<String> before = new ArrayList<>();
      HttpResponse<InputStream> cut =
          HttpClient.newHttpClient()
              .send(events(self, Optional.empty()), HttpResponse.BodyHandlers.ofInputStream());
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(cut.body(), StandardCharsets.UTF_8))) {
        while (before.size() < 3) {
          String line = reader.readLine();
          if (line.startsWith("id: ")) {
            before.add(line);
          }
        }
      }
      List<String> after = lines(self, Optional.of("3"));
      List<String> whole = lines(self, Optional.empty());

      assertThat(before).containsExactly("id: 1", "id: 2", "id: 3");
      List<String> both = new ArrayList<>(before);
      both.addAll(after);
      assertThat(both).isEqualTo(whole).hasSizeGreaterThan(8);
      String last = whole.getLast().substring(4);
      assertThat(api.send(events(self, Optional.of(last))).status()).isEqualTo(204);
      assertThat(api.send(events(self, Optional.of("x"))).status()).isEqualTo(400);
      String told = api.send(events(self, Optional.empty())).body();
      assertThat(told)
          .contains("event: planned", "event: step", "event: looked", "event: learned")
          .contains("event: writing", "data: {\"state\":\"done\"}");
    }
  }

  @Test
  void theReportCitesLinesAndSaysWhatWasNotFound(ModelHost model) throws Exception {
    try (AutoCloseable _ = model.behaving(new ResearchScript())) {
      JsonNode research = ended(begun("")).json().path("research");

      JsonNode sentence =
          research
              .path("sentences")
              .valueStream()
              .filter(one -> one.path("text").asString().contains("calls"))
              .findFirst()
              .orElseThrow();
      assertThat(sentence.path("evidence").path(0).path("path").asString()).startsWith("src/tide/");
      assertThat(research.path("missing").path(0).asString()).isEqualTo("low waters");
      assertThat(api.get("/api/account/export", token).body())
          .as("what somebody had looked into is theirs to take along")
          .contains("\"researches\":[{", "Not found: low waters");
    }
  }

  @Test
  void aCapEndsItWithWhatWasLearned(ModelHost model) throws Exception {
    try (AutoCloseable _ = model.behaving(new ResearchScript())) {
      Reply ended = ended(begun(",\"budget\":\"1k-tokens\""));

      assertThat(ended.text("state")).as(ended.body()).isEqualTo("capped");
      assertThat(ended.text("budget")).isEqualTo("1k-tokens");
    }
    Reply refused =
        api.post(
            "/api/deep_research",
            token,
            "{\"repositoryId\":\"%s\",\"question\":\"x\",\"budget\":\"much\"}"
                .formatted(wiki.repository()));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail")).contains("2.00usd");
  }

  @Test
  void oneThatIsCancelledEndsTheModelsCallToo(ModelHost model) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (AutoCloseable _ =
        model.behaving((prompt, random) -> {
          asked.countDown();
          awaited(over);
          return ScriptedReply.text("{}");
        })) {
      String self = begun("");
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

      Reply cancelled = api.call("DELETE", self, Optional.of(token), Optional.empty());
      String told = api.send(events(self, Optional.empty())).body();

      assertThat(cancelled.text("state")).isEqualTo("cancelled");
      assertThat(told).endsWith("data: {\"state\":\"cancelled\"}\n\n");
      over.countDown();
      assertThat(api.get(self, token).text("state")).isEqualTo("cancelled");
    }
  }

  /** More than may wait are told when to come again; what was accepted is done, a few at a time. */
  @Test
  void aHundredAtOnceAreDoneOrRefusedAndNoneIsLost(ModelHost model) throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(1);
    List<Reply> replies;
    try (AutoCloseable _ =
        model.behaving((prompt, random) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          awaited(all);
          now.decrementAndGet();
          return ScriptedReply.text("nothing that holds");
        })) {
      replies = askedAtOnce(100);
      all.countDown();
      for (Reply reply : replies) {
        if (reply.status() == 202) {
          assertThat(ended(self(reply)).text("state"))
              .as("what waits for the others' money is not refused for want of it")
              .isIn("done", "not-found");
        }
      }
    }

    assertThat(replies).extracting(Reply::status).containsOnly(202, 429);
    assertThat(replies.stream().filter(reply -> reply.status() == 202)).hasSizeBetween(20, 30);
    assertThat(most.get()).isBetween(1, 4);
    for (Reply reply : replies) {
      if (reply.status() == 429) {
        assertThat(reply.text("kind")).isEqualTo("quota_researches");
        assertThat(reply.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d*");
      }
    }
    assertThat(begun("")).as("there is room again").startsWith("/api/research/");
  }

  private static String self(Reply begun) {
    return begun.headers().firstValue("Location").orElseThrow();
  }

  private List<Reply> askedAtOnce(int count) throws Exception {
    List<Future<Reply>> asked = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        String question = "how are tides told, asked %d times".formatted(i);
        asked.add(
            threads.submit(() ->
                api.post(
                    "/api/deep_research",
                    token,
                    "{\"repositoryId\":\"%s\",\"question\":\"%s\"}"
                        .formatted(wiki.repository(), question))));
      }
    }
    List<Reply> replies = new ArrayList<>();
    for (Future<Reply> one : asked) {
      replies.add(one.get());
    }
    return replies;
  }

  private static void awaited(CountDownLatch latch) {
    try {
      boolean _ = latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
