package ai.wikibuilder.server.answers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.scripted.Fault;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.server.Beside;
import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.ResearchScript;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.database.DatabaseAddress;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One server process is ended by {@code kill -9} while it is in the middle of a research and of an
 * answer, both waiting for the model. Another one, on the same database and folder, has what is
 * left: readers go on there.
 */
class KilledAnswersTest {
  private static final String RESEARCH = "how are tides told";
  private static final String QUESTION = "when is the next high water";

  /** Of the model in a research: the plan, then one each sub-question. */
  private static final int DEADLY_CALL = 3;

  @TempDir static Path folder;

  private static ModelHost model;
  private static GitHost git;
  private static Server server;
  private static ResearchWork survivor;
  private static ApiClient api;
  private static String token;
  private static String repository;
  private static String research;
  private static String conversation;
  private static List<String> seen;

  @BeforeAll
  static void killOneInTheMiddle() throws Exception {
    model = ModelHost.start();
    git = GitHost.in(Files.createDirectories(folder.resolve("served")));
    server = RunningServer.startWithoutWorker(folder, git, model);
    api = new ApiClient(server.address());
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    try (AnsweringProcess victim = process();
        AutoCloseable _ =
            model.behaving((prompt, random) -> {
              if (isOfResearch(prompt) && calls.incrementAndGet() == DEADLY_CALL) {
                asked.countDown();
                await(killed);
              }
              return reply(prompt, random);
            })) {
      Cast cast = new Cast(server);
      Cast.Wiki wiki = cast.wiki(cast.organisation(), git);
      token = wiki.organisation().owner().token();
      repository = wiki.repository().toString();
      research = begun();
      conversation = askedOf(victim);
      await(asked);
      seen = ids(Optional.empty(), 6);
      victim.kill();
      killed.countDown();
    }
    theTimeHasPassedThatAnybodyWaitsForIt();
    survivor =
        new ResearchWork(
            RunningServer.part(server, ResearchWork.Parts.class),
            RunningServer.part(server, JsonMapper.class));
  }

  @AfterAll
  static void close() {
    survivor.close();
    server.close();
    git.close();
    model.close();
  }

  private static AnsweringProcess process() throws IOException {
    return AnsweringProcess.start(
        new Beside(
            folder,
            Files.createDirectory(folder.resolve("victim")),
            DatabaseAddress.of(server),
            List.of(git.hostPort(), model.hostPort()),
            Optional.of(model.baseUrl())));
  }

  private static boolean isOfResearch(ReceivedPrompt prompt) {
    return prompt.everything().contains(RESEARCH);
  }

  private static ScriptedReply reply(ReceivedPrompt prompt, Random random) {
    return isOfResearch(prompt)
        ? new ResearchScript().reply(prompt, random)
        : ModelHost.honest().reply(prompt, random).with(new Fault.HangWithin());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String question(String text) {
    return "{\"repositoryId\":\"%s\",\"question\":\"%s\"}".formatted(repository, text);
  }

  private static String begun() {
    Reply begun = api.post("/api/deep_research", token, question(RESEARCH));
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    return begun.headers().firstValue("Location").orElseThrow();
  }

  /** Asks there and reads until a sentence has come; the conversation that has the question. */
  private static String askedOf(AnsweringProcess victim) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(victim.address().resolve("/api/ask"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofString(question(QUESTION)))
            .build();
    BufferedReader lines = lines(request);
    String told = "";
    String line = lines.readLine();
    while (!line.startsWith("event:sentence")) {
      told = line.startsWith("data:{\"conversation\"") ? line : told;
      line = lines.readLine();
    }
    return told.replaceFirst(".*:\"", "").replaceFirst("\"}$", "");
  }

  private static BufferedReader lines(HttpRequest request) throws Exception {
    HttpResponse<InputStream> stream =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
  }

  /** Numbers of events of the research, the first ones or all. */
  private static List<String> ids(Optional<String> after, int most) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.server().resolve(research + "/events"))
            .header("Authorization", "Bearer " + token);
    after.ifPresent(number -> request.header("Last-Event-ID", number));
    List<String> ids = new ArrayList<>();
    try (BufferedReader lines = lines(request.build())) {
      String line = lines.readLine();
      while (line != null && ids.size() < most) {
        if (line.startsWith("id: ")) {
          ids.add(line.substring(4));
        }
        line = lines.readLine();
      }
    }
    return ids;
  }

  private static void theTimeHasPassedThatAnybodyWaitsForIt() {
    SystemTransactions system = RunningServer.part(server, SystemTransactions.class);
    for (String sql :
        List.of(
            "UPDATE research_runs SET lease_until = clock_timestamp()",
            "UPDATE messages SET open_until = clock_timestamp() WHERE open_until IS NOT NULL")) {
      system.run(rows -> rows.sql(sql).update());
    }
  }

  @Test
  void aResearchGoesOnFromItsTrailAndNothingThatWasLearnedIsPaidForAgain() throws Exception {
    int before = model.server().received().size();
    try (AutoCloseable _ = model.behaving(KilledAnswersTest::reply)) {
      survivor.start();
      Reply ended =
          Waiting.until(
              () -> api.get(research, token),
              now -> !List.of("queued", "running").contains(now.text("state")));

      assertThat(ended.text("state")).as(ended.body()).isEqualTo("done");
      assertThat(paidAgain()).isLessThanOrEqualTo(1);
      assertThat(model.server().received().size()).isGreaterThan(before);
      List<String> rest = ids(Optional.of(seen.getLast()), Integer.MAX_VALUE);
      List<String> both = new ArrayList<>(seen);
      both.addAll(rest);
      assertThat(both).isEqualTo(ids(Optional.empty(), Integer.MAX_VALUE)).doesNotHaveDuplicates();
      assertThat(rest).isNotEmpty();
    }
  }

  /** Questions of the research that were asked again, word for word. */
  private static int paidAgain() {
    Map<String, Long> counts =
        model.server().received().stream()
            .filter(KilledAnswersTest::isOfResearch)
            .collect(Collectors.groupingBy(ReceivedPrompt::everything, Collectors.counting()));
    assertThat(counts).hasSizeGreaterThan(DEADLY_CALL);
    return counts.values().stream().mapToInt(count -> count.intValue() - 1).sum();
  }

  @Test
  void anAnswerIsSaidToBeBrokenOffAndIsGivenWhenAskedForAgain() {
    String path = "/api/conversations/" + conversation;
    JsonNode cut = api.get(path, token).json().path("turns");
    Reply again =
        api.post(
            "/api/ask",
            token,
            question(QUESTION).replace("}", ",\"conversationId\":\"%s\"}".formatted(conversation)));

    assertThat(cut).hasSize(1);
    assertThat(cut.path(0).path("state").asString()).isEqualTo("broken-off");
    assertThat(cut.path(0).path("question").asString()).isEqualTo(QUESTION);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    JsonNode whole = api.get(path, token).json().path("turns").path(1);
    assertThat(whole.path("state").asString()).isIn("answered", "partial", "composed");
    assertThat(whole.path("answer").asString()).contains("next_high");
  }
}
