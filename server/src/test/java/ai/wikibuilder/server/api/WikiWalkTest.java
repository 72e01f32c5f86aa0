package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.scripted.Fault;
import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.tenants.Role;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A wiki read, searched and asked over {@code /api} alone. */
@ExtendWith(RunningServer.class)
class WikiWalkTest {
  private static final String QUESTION = "when is the next high water";

  private ApiClient api;
  private URI server;
  private Cast cast;
  private Organisation organisation;
  private String token;
  private String repository;

  @BeforeEach
  void aWiki(Server running, GitHost git) {
    server = running.address();
    api = new ApiClient(server);
    cast = new Cast(running);
    organisation = cast.organisation();
    token = organisation.owner().token();
    repository = cast.wiki(organisation, git).repository().toString();
  }

  private Reply get(String rest) {
    return api.get("/api/repositories/" + repository + rest, token);
  }

  @Test
  void pagesAreListedAndEachIsThereAsDataAndAsText() {
    JsonNode wiki = get("/wiki").json();

    assertThat(wiki.path("commit").asString()).hasSize(40);
    assertThat(wiki.path("pages").path(0).path("slug").asString()).isEqualTo("overview");
    assertThat(wiki.path("pages")).isNotEmpty();
    for (JsonNode page : wiki.path("pages")) {
      String slug = page.path("slug").asString();
      JsonNode data = get("/pages/" + slug).json();
      assertThat(data.path("slug").asString()).isEqualTo(slug);
      assertThat(data.path("title").asString()).isEqualTo(page.path("title").asString());
      Reply text = get("/pages/" + slug + ".md");
      assertThat(text.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
      assertThat(text.body()).startsWith("# ").contains(page.path("title").asString());
    }
    for (String none : List.of("nothing", "..%2foverview", "overview%00", "..", "README")) {
      assertThat(get("/pages/" + none).status()).as(none).isIn(400, 404);
    }
  }

  @Test
  void linesOfTheRepositoryAreShown() {
    JsonNode whole = get("/source/src/tide/table.py").json();
    JsonNode part = get("/source/src/tide/table.py?lines=4-5").json();

    assertThat(whole.path("lineCount").asInt()).isEqualTo(13);
    assertThat(part.path("text").asString()).startsWith("class TideTable:");
    assertThat(part.path("endLine").asInt()).isEqualTo(5);
    assertThat(get("/source/src/tide/none.py").status()).isEqualTo(404);
    for (String lines : List.of("0", "99", "5-4", "x", "-1", "1-2-3")) {
      assertThat(get("/source/src/tide/table.py?lines=" + lines).status()).as(lines).isEqualTo(400);
    }
    for (String path : List.of("..%2f..%2fetc%2fpasswd", "%2fetc%2fpasswd", "%00")) {
      assertThat(get("/source/" + path).status()).as(path).isIn(400, 404);
    }
  }

  @Test
  void theWholeIsTakenAlong() {
    Reply html = get("/export");
    Reply zip = get("/export?format=zip");
    Reply json = get("/export?format=json");

    assertThat(html.body()).startsWith("<!doctype html>").contains("Tide");
    assertThat(html.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;");
    assertThat(zip.body()).startsWith("PK");
    assertThat(json.json().path("format").asString()).isEqualTo("aiwiki.wiki");
    assertThat(get("/export?format=pdf").status()).isEqualTo(400);
  }

  @Test
  void codeIsFoundInOneRepositoryAndInAllOfATenant() {
    JsonNode one =
        api.get("/api/search?q=TideTable.next_high&repository=" + repository, token).json();
    JsonNode all =
        api.get("/api/search?q=next_high&limit=3&tenant=" + organisation.tenant(), token).json();

    JsonNode first = one.path("hits").path(0);
    assertThat(first.path("repositoryId").asString()).isEqualTo(repository);
    assertThat(first.path("hit").path("path").asString()).isEqualTo("src/tide/table.py");
    assertThat(all.path("hits").path(0).path("hit").path("rank").asInt()).isEqualTo(1);
    assertThat(all.path("hits")).hasSizeBetween(1, 3);
    assertThat(api.get("/api/search?q=lang:%22&repository=" + repository, token).status())
        .isIn(200, 400);
    assertThat(api.get("/api/search?repository=" + repository, token).status()).isEqualTo(400);
  }

  @Test
  void thePathThroughTheCodeIsDrawn() {
    JsonNode map = api.post("/api/codemap", token, question("what does main do", "")).json();

    assertThat(map.path("found").asBoolean()).isTrue();
    assertThat(map.path("verified").asInt()).isEqualTo(map.path("claims").asInt());
    assertThat(map.path("parts").path(0).path("steps").path(0).path("name").asString())
        .contains("main");
  }

  @Test
  void aQuestionIsAnsweredAndTheConversationGoesOn() {
    JsonNode first = api.post("/api/ask", token, question(QUESTION, "")).json();
    String conversation = first.path("conversation").asString();
    JsonNode second =
        api.post(
                "/api/ask",
                token,
                question("and who calls it?", ",\"conversationId\":\"" + conversation + "\""))
            .json();

    assertThat(first.path("state").asString()).isIn("answered", "partial", "composed");
    assertThat(second.path("conversation").asString()).isEqualTo(conversation);
    JsonNode kept = api.get("/api/conversations/" + conversation, token).json();
    assertThat(kept.path("turns")).hasSize(2);
    assertThat(kept.path("turns").path(0).path("question").asString()).isEqualTo(QUESTION);
    assertThat(api.get("/api/conversations/" + conversation + "/markdown", token).body())
        .startsWith("# " + QUESTION);
    String list = "/api/conversations?tenant=" + organisation.tenant();
    assertThat(api.get(list, token).json()).hasSize(1);
    JsonNode taken =
        api.get("/api/account/export", token)
            .json()
            .path("tenants")
            .valueStream()
            .filter(one -> one.path("id").asString().equals(organisation.tenant().toString()))
            .findFirst()
            .orElseThrow();
    assertThat(taken.path("conversations").path(0).path("turns"))
        .as("what somebody asked is theirs to take along")
        .hasSize(2);
    assertThat(
            taken.path("conversations").path(0).path("turns").path(0).path("question").asString())
        .isEqualTo(QUESTION);
    assertThat(
            api.call(
                    "DELETE",
                    "/api/conversations/" + conversation,
                    Optional.of(token),
                    Optional.empty())
                .status())
        .isEqualTo(204);
    assertThat(api.get(list, token).json()).isEmpty();
  }

  @Test
  void anAnswerIsStreamedSentenceBySentence() {
    Reply stream = streamed(question(QUESTION, ""));

    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    List<String> events =
        stream
            .body()
            .lines()
            .filter(line -> line.startsWith("event:"))
            .map(line -> line.substring(6).strip())
            .toList();
    assertThat(events).startsWith("conversation", "found").contains("sentence").endsWith("answer");
  }

  /** The model says half and thinks on; the reader does not wait for the rest. */
  @Test
  void anAnswerWhoseReaderGoesAwayIsKeptAsBrokenOffAndCanBeAskedForAgain(ModelHost model)
      throws Exception {
    String conversation;
    try (AutoCloseable _ =
        model.behaving((prompt, random) ->
            ModelHost.honest().reply(prompt, random).with(new Fault.HangWithin()))) {
      conversation = leftInTheMiddle();
    }
    String path = "/api/conversations/" + conversation;
    JsonNode left =
        Waiting.until(
            () -> api.get(path, token).json().path("turns").path(0),
            turn -> !turn.path("state").asString().equals("asked"));
    api.post("/api/ask", token, question(QUESTION, ",\"conversationId\":\"" + conversation + "\""));

    assertThat(left.path("state").asString()).isEqualTo("broken-off");
    assertThat(left.path("question").asString()).isEqualTo(QUESTION);
    assertThat(left.path("answer").asString()).contains("next_high");
    JsonNode turns = api.get(path, token).json().path("turns");
    assertThat(turns).hasSize(2);
    assertThat(turns.path(1).path("state").asString()).isIn("answered", "partial", "composed");
    assertThat(api.get(path + "/markdown", token).body()).contains("broken off");
  }

  /** Reads until a sentence has come; the conversation. */
  private String leftInTheMiddle() throws Exception {
    HttpRequest request = asking(question(QUESTION, ""));
    HttpResponse<InputStream> stream =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    String conversation = "";
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("data:{\"conversation\"")) {
          conversation = line.replaceFirst(".*:\"", "").replaceFirst("\"}$", "");
        }
        if (line.startsWith("event:sentence")) {
          return conversation;
        }
      }
    }
    throw new AssertionError("no sentence came");
  }

  @Test
  void aConversationIsReadByMembersWhileItIsSharedAndGoneOnWithByNobodyElse() {
    String asked = api.post("/api/ask", token, question(QUESTION, "")).text("conversation");
    String sharing = "/api/conversations/" + asked + "/sharing";
    Person member = cast.member(organisation, Role.READER);
    Person stranger = cast.person();

    String shared = shared(sharing);
    String path = "/api/conversations/shared/" + shared;
    Reply read = api.get(path, member.token());
    Reply goneOn =
        api.post(
            "/api/ask",
            member.token(),
            question("and then?", ",\"conversationId\":\"%s\"".formatted(asked)));
    Reply foreign = api.get(path, stranger.token());

    assertThat(read.json().path("turns").path(0).path("question").asString()).isEqualTo(QUESTION);
    assertThat(shared(sharing)).as("once more").isEqualTo(shared);
    assertThat(goneOn.status()).isEqualTo(404);
    assertThat(api.get("/api/conversations/" + asked, member.token()).status()).isEqualTo(404);
    assertThat(foreign.status()).isEqualTo(404);

    api.call("DELETE", sharing, Optional.of(token), Optional.empty());

    assertThat(api.get(path, member.token()).body()).as("withdrawn").isEqualTo(foreign.body());
    assertThat(shared(sharing)).as("another one from then on").isNotEqualTo(shared);
    assertThat(api.get(path, member.token()).status()).isEqualTo(404);
  }

  private String shared(String sharing) {
    return api.call("PUT", sharing, Optional.of(token), Optional.empty()).text("sharedAs");
  }

  private Reply streamed(String body) {
    return api.send(asking(body));
  }

  private HttpRequest asking(String body) {
    return HttpRequest.newBuilder(URI.create(api.server() + "/api/ask"))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Accept", "text/event-stream")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  @Test
  void aQuestionIsLookedIntoInTheBackground() {
    Reply begun = api.post("/api/deep_research", token, question("how are tides told", ""));
    String self = begun.headers().firstValue("Location").orElseThrow();

    Reply ended =
        Waiting.until(
            () -> api.get(self, token),
            now -> !List.of("queued", "running").contains(now.text("state")));

    assertThat(begun.status()).isEqualTo(202);
    assertThat(ended.text("state")).as(ended.body()).isIn("done", "failed", "not-found");
    JsonNode research = ended.json().path("research");
    assertThat(research.path("question").asString()).isEqualTo("how are tides told");
    assertThat(research.path("steps").isArray()).isTrue();
    Reply cancelled = api.call("DELETE", self, Optional.of(token), Optional.empty());
    assertThat(cancelled.text("state")).isEqualTo(ended.text("state"));
  }

  @Test
  void whatIsPublishedIsReadByOthersAndWithdrawnAtOnce() {
    Person stranger = cast.person();
    String wiki = "/api/repositories/" + repository + "/wiki";
    assertThat(api.get(wiki, stranger.token()).status()).isEqualTo(404);

    show("published");

    assertThat(api.get(wiki, stranger.token()).status()).isEqualTo(200);
    Reply answer = api.post("/api/ask", stranger.token(), question(QUESTION, ""));
    assertThat(answer.text("state")).isEqualTo("composed");
    assertThat(answer.text("conversation")).isEmpty();
    JsonNode sentence = answer.json().path("sentences").path(0);
    assertThat(sentence.path("evidence").path(0).path("path").asString()).startsWith("src/tide/");

    show("private");

    assertThat(api.get(wiki, stranger.token()).status()).isEqualTo(404);
    assertThat(api.post("/api/ask", stranger.token(), question(QUESTION, "")).status())
        .isEqualTo(404);
  }

  private void show(String visibility) {
    Reply shown =
        api.call(
            "PATCH",
            "/api/repositories/" + repository,
            Optional.of(token),
            Optional.of("{\"visibility\":\"%s\"}".formatted(visibility)));
    assertThat(shown.status()).isEqualTo(200);
  }

  private String question(String text, String more) {
    return "{\"repositoryId\":\"%s\",\"question\":\"%s\"%s}".formatted(repository, text, more);
  }
}
