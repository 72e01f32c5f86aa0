package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.api.Cast.Wiki;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.Tenants;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Streams that are open when somebody is let out. They went on for up to ten minutes: whoever was
 * taken out of an organisation saw what was built and answered there.
 */
@ExtendWith(RunningServer.class)
class StandingTest {
  /** Within this all of them are over; they look every two seconds. */
  private static final Duration END_MAX = Duration.ofSeconds(5);

  private static final String EVENTS = "text/event-stream";

  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch over = new CountDownLatch(1);
  private Cast cast;
  private ApiClient api;
  private Wiki wiki;
  private Person member;
  private PageClient browser;
  private AutoCloseable silence;

  /** The model says nothing, so that everything that asks it goes on. */
  @BeforeEach
  void workThatDoesNotEnd(Server server, GitHost git, ModelHost model) {
    cast = new Cast(server);
    api = new ApiClient(server.address());
    wiki = cast.wiki(cast.organisation(), git);
    member = cast.member(wiki.organisation(), Role.MEMBER);
    browser = PageClient.of(server.address(), member.email());
    silence =
        model.behaving((prompt, random) -> {
          try {
            boolean _ = over.await(60, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return ScriptedReply.text("nothing that holds");
        });
  }

  @AfterEach
  void theModelSpeaksAgain() throws Exception {
    over.countDown();
    silence.close();
  }

  @Test
  void endWhenTheirReaderIsTakenOutOfTheTenant() throws Exception {
    Map<String, CompletableFuture<Void>> streams = opened(member.token());

    cast.part(Tenants.class).remove(wiki.organisation().tenant(), member.id());

    requireEnd(streams);
  }

  @Test
  void endWhenTheirReadersAccountIsShut() throws Exception {
    Map<String, CompletableFuture<Void>> streams = opened(member.token());

    cast.part(People.class).setDisabled(member.id(), true);

    requireEnd(streams);
  }

  @Test
  void endWhenTheirReaderIsSignedOutAndNobodyElses() throws Exception {
    Map<String, CompletableFuture<Void>> streams = opened(member.token());
    String build = build();
    HttpResponse<InputStream> others =
        sent(bearer(wiki.organisation().owner().token(), build + "/events").build());

    cast.part(Sessions.class).endAll(member.id());

    requireEnd(streams);
    assertThat(read(others)).isNotDone();
    others.body().close();
  }

  @Test
  void endWhenTheTokenTheyWereOpenedWithIsRevoked() throws Exception {
    Reply made =
        api.post(
            "/api/tokens",
            member.token(),
            "{\"tenant\":\"%s\",\"name\":\"ci\",\"scopes\":[\"read\",\"write\"],\"days\":1}"
                .formatted(wiki.organisation().tenant()));
    Map<String, CompletableFuture<Void>> streams = opened(made.text("token"));
    streams.keySet().removeIf(name -> name.contains("page"));

    api.call(
        "DELETE",
        "/api/tokens/%s?tenant=%s"
            .formatted(
                made.json().path("details").path("id").asString(), wiki.organisation().tenant()),
        Optional.of(member.token()),
        Optional.empty());

    requireEnd(streams);
  }

  /** A build is deleted with its repository; its stream said nothing more for ten minutes. */
  @Test
  void endWithAWordWhenWhatIsWatchedIsDeleted() throws Exception {
    String token = wiki.organisation().owner().token();
    String build = build();
    String research = research(token);
    Map<String, CompletableFuture<String>> told = new LinkedHashMap<>();
    for (String work : List.of(build, research)) {
      HttpResponse<InputStream> stream = sent(bearer(token, work + "/events").build());
      told.put(work, CompletableFuture.supplyAsync(() -> text(stream)));
    }

    Reply deleted =
        api.call(
            "DELETE",
            "/api/repositories/" + wiki.repository(),
            Optional.of(token),
            Optional.empty());

    assertThat(deleted.status()).isEqualTo(204);
    for (Map.Entry<String, CompletableFuture<String>> stream : told.entrySet()) {
      String text = stream.getValue().get(END_MAX.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(text).as(stream.getKey()).endsWith("event: gone\ndata: {}\n\n");
    }
  }

  /** One person could hold all connections there are. */
  @Test
  void areFiftyOfOnePersonAtMost() throws Exception {
    String build = build();
    List<HttpResponse<InputStream>> open = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      open.add(sent(bearer(member.token(), build + "/events").build()));
    }

    HttpResponse<InputStream> oneMore = sent(bearer(member.token(), build + "/events").build());
    HttpResponse<InputStream> page = sent(watching(build));
    HttpResponse<InputStream> others =
        sent(bearer(wiki.organisation().owner().token(), build + "/events").build());

    assertThat(open).allMatch(stream -> stream.statusCode() == 200);
    assertThat(oneMore.statusCode()).isEqualTo(429);
    assertThat(text(oneMore)).contains("quota_streams");
    assertThat(oneMore.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(others.statusCode()).isEqualTo(200);
    others.body().close();
    for (HttpResponse<InputStream> stream : open) {
      stream.body().close();
    }
  }

  private static String text(HttpResponse<InputStream> stream) {
    try {
      return new String(stream.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String build() {
    Reply asked =
        api.post(
            "/api/generate",
            wiki.organisation().owner().token(),
            "{\"tenant\":\"%s\",\"repoUrl\":\"%s\",\"writer\":\"model\"}"
                .formatted(wiki.organisation().tenant(), wiki.of().address()));
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    return asked.json().path("links").path("self").asString();
  }

  private String question() {
    return "{\"repositoryId\":\"%s\",\"question\":\"how are tides told\"}"
        .formatted(wiki.repository());
  }

  /** The address of one that goes on. */
  private String research(String token) {
    String research =
        api.post("/api/deep_research", token, question())
            .headers()
            .firstValue("Location")
            .orElseThrow();
    Waiting.until(() -> api.get(research, token), now -> now.text("state").equals("running"));
    return research;
  }

  /** One of each kind, all of which go on. */
  private Map<String, CompletableFuture<Void>> opened(String token) throws Exception {
    String build = build();
    String research = research(token);
    Map<String, HttpRequest> requests = new LinkedHashMap<>();
    requests.put("build", bearer(token, build + "/events").build());
    requests.put("research", bearer(token, research + "/events").build());
    requests.put(
        "answer",
        bearer(token, "/api/ask")
            .header("Accept", EVENTS)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(question()))
            .build());
    requests.put("build's page", watching(build));
    requests.put("research's page", watching(research));
    requests.put(
        "answer's page",
        browser
            .form(
                "/repositories/" + wiki.repository() + "/ask",
                Map.of("question", "how are tides told", "_csrf", browser.key()))
            .setHeader("Accept", EVENTS)
            .build());
    Map<String, CompletableFuture<Void>> streams = new LinkedHashMap<>();
    for (Map.Entry<String, HttpRequest> request : requests.entrySet()) {
      HttpResponse<InputStream> stream = sent(request.getValue());
      assertThat(stream.statusCode()).as(request.getKey()).isEqualTo(200);
      streams.put(request.getKey(), read(stream));
    }
    assertThat(streams.values()).as("go on").noneMatch(CompletableFuture::isDone);
    return streams;
  }

  /** As the page of a piece of work is told of its events. */
  private HttpRequest watching(String work) {
    return browser
        .request(work.substring("/api".length()) + "/events")
        .setHeader("Accept", EVENTS)
        .build();
  }

  private HttpRequest.Builder bearer(String token, String path) {
    return HttpRequest.newBuilder(api.server().resolve(path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<InputStream> sent(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofInputStream());
  }

  /** Done when the stream has ended. */
  private static CompletableFuture<Void> read(HttpResponse<InputStream> stream) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            long _ = stream.body().transferTo(OutputStream.nullOutputStream());
          } catch (IOException e) {
            // cut is ended too
          }
          ended.complete(null);
        });
    return ended;
  }

  private static void requireEnd(Map<String, CompletableFuture<Void>> streams) throws Exception {
    long end = System.nanoTime() + END_MAX.toNanos();
    List<String> open = new ArrayList<>();
    for (Map.Entry<String, CompletableFuture<Void>> stream : streams.entrySet()) {
      try {
        stream.getValue().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        open.add(stream.getKey());
      }
    }
    assertThat(open).as("streams that go on").isEmpty();
  }
}
