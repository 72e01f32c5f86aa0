package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.GitHost.Served;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.ResearchScript;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.jobs.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers add to a wiki, and what changed between two of its states. */
@ExtendWith(RunningServer.class)
class CorrectionWalkTest {
  private static final Set<String> UNDER_WAY = Set.of("queued", "running");

  /** Of the overview, as somebody would copy it. */
  private static final String SENTENCE =
      "Tide tells ships when the water is high. It keeps one table a harbour.";

  private ApiClient api;
  private Organisation organisation;
  private Served served;
  private String token;
  private String repository;

  @BeforeEach
  void aWiki(Server server, GitHost git) {
    api = new ApiClient(server.address());
    organisation = new Cast(server).organisation();
    token = organisation.owner().token();
    served = git.repository();
    repository = built();
  }

  /** Has the wiki built, and waits for it. */
  private String built() {
    Reply asked =
        api.post(
            "/api/generate",
            token,
            "{\"tenant\":\"%s\",\"repoUrl\":\"%s\"}"
                .formatted(organisation.tenant(), served.address()));
    waitFor(asked.text("buildId"));
    return asked.text("repositoryId");
  }

  private void waitFor(String build) {
    Reply ended =
        Waiting.until(
            () -> api.get("/api/builds/" + build, token),
            now -> !UNDER_WAY.contains(now.text("state")));
    assertThat(ended.text("state")).as(ended.body()).isEqualTo("done");
  }

  private Reply get(String rest) {
    return api.get("/api/repositories/" + repository + rest, token);
  }

  private Reply report(String page, String sentence, String more) {
    return api.post(
        "/api/repositories/" + repository + "/corrections",
        token,
        "{\"page\":\"%s\",\"sentence\":%s%s}"
            .formatted(page, new JsonMapper().writeValueAsString(sentence), more));
  }

  @Test
  void aWrongStatementGoesAndDoesNotComeBackWithLaterBuilds() {
    Reply kept = report("overview", SENTENCE, "");
    Reply removed = report("overview", SENTENCE, ",\"wrong\":true");
    waitFor(removed.text("buildId"));

    assertThat(kept.text("outcome")).as(kept.body()).isEqualTo("kept");
    assertThat(kept.json().path("evidence").path(0).path("path").asString()).isEqualTo("README.md");
    assertThat(kept.json().path("buildId").isNull()).isTrue();
    assertThat(removed.text("outcome")).isEqualTo("removed");
    assertThat(standing()).doesNotContain(SENTENCE);

    served.write("src/tide/more.py", "def low():\n    return 1\n").commit("more");
    built();

    assertThat(get("/wiki").text("commit")).isNotEmpty();
    assertThat(standing()).contains("more.py").doesNotContain(SENTENCE);
    JsonNode all = get("/corrections").json();
    assertThat(all).hasSize(1);
    String one =
        "/api/repositories/" + repository + "/corrections/" + all.path(0).path("id").asString();
    assertThat(api.call("DELETE", one, Optional.of(token), Optional.empty()).status())
        .isEqualTo(204);
    assertThat(api.call("DELETE", one, Optional.of(token), Optional.empty()).status())
        .isEqualTo(404);
    built();
    assertThat(standing()).as("taken back").contains(SENTENCE);
  }

  /** All pages without what is struck through. */
  private String standing() {
    StringBuilder all = new StringBuilder();
    for (JsonNode page : get("/wiki").json().path("pages")) {
      all.append(get("/pages/" + page.path("slug").asString() + ".md").body());
    }
    return all.toString().replaceAll("~~.*?~~", "");
  }

  @Test
  void otherWordsAreTakenWhenTheyHold() {
    Reply wrong =
        report("overview", SENTENCE, ",\"instead\":\"`MoonTable` tells ships when it is dark.\"");
    Reply right =
        report("overview", SENTENCE, ",\"instead\":\"Ships are told when the water is high.\"");
    waitFor(right.text("buildId"));

    assertThat(wrong.text("outcome")).as(wrong.body()).isEqualTo("refused");
    assertThat(right.text("outcome")).as(right.body()).isEqualTo("replaced");
    assertThat(standing()).contains("Ships are told when the water is high.");
  }

  @Test
  void aSentenceThatIsNotThereIsAskedBack() {
    Reply none = report("overview", "Tide tells trains when the water is high", "");

    assertThat(none.text("outcome")).isEqualTo("not-found");
    assertThat(none.json().path("alike").path(0).asString()).contains(SENTENCE);
    assertThat(report("no-such-page", "x", "").status()).isEqualTo(404);
    assertThat(report("overview", "", "").status()).isEqualTo(400);
  }

  @Test
  void whatChangedBetweenTwoStatesIsSaid() {
    String first = get("/wiki").text("commit");
    served.write("src/tide/moon.py", "class MoonTable:\n    pass\n").commit("moon");
    built();
    String second = get("/wiki").text("commit");
    JsonNode generations = get("/generations").json();

    JsonNode named = get("/compare/" + first.substring(0, 8) + ".." + second).json();
    JsonNode numbered =
        get("/compare/%s..%s"
                .formatted(
                    generations.path(1).path("id").asString(),
                    generations.path(0).path("id").asString()))
            .json();

    assertThat(named).isEqualTo(numbered);
    assertThat(named.path("from").path("commit").asString()).isEqualTo(first);
    assertThat(named.path("changes").valueStream().map(one -> one.path("name").asString()))
        .contains("src/tide/moon.py");
    for (String none : List.of("abcdef0.." + second, first + "..main", "x..y", first + "..")) {
      assertThat(get("/compare/" + none).status()).as(none).isEqualTo(404);
    }
  }

  @Test
  void theReportOfAResearchBecomesAPage(ModelHost model) throws Exception {
    Reply begun;
    try (AutoCloseable _ = model.behaving(new ResearchScript())) {
      begun =
          api.post(
              "/api/deep_research",
              token,
              "{\"repositoryId\":\"%s\",\"question\":\"how are tides told\"}"
                  .formatted(repository));
      Waiting.until(
          () -> api.get("/api/research/" + begun.text("id"), token),
          now -> !UNDER_WAY.contains(now.text("state")));
    }

    Reply shown = api.post("/api/research/" + begun.text("id") + "/page", token, "");

    assertThat(shown.status()).as(shown.body()).isEqualTo(202);
    assertThat(shown.json().path("shown").asBoolean()).isTrue();
    String slug = "research-" + begun.text("id").replace("-", "");
    Reply page = Waiting.until(() -> get("/pages/" + slug + ".md"), now -> now.status() == 200);
    assertThat(page.body()).startsWith("# How are tides told").contains("low waters");
    served.write("src/tide/more.py", "def low():\n    return 1\n").commit("more");
    built();
    assertThat(get("/pages/" + slug + ".md").status()).isEqualTo(200);
  }
}
