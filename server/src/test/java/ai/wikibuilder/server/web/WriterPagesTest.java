package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.jobs.Writer;
import ai.wikibuilder.server.tenants.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A model writes a wiki that somebody asked for in the browser. */
@ExtendWith(RunningServer.class)
class WriterPagesTest {
  private static final List<String> BERTHS =
      List.of("north", "south", "east", "west", "inner", "outer", "old", "new");

  private Builds builds;
  private TenantId tenant;
  private PageClient browser;
  private ModelHost model;
  private String page;

  @BeforeEach
  void aComposedWiki(Server server, GitHost git, ModelHost host) {
    Cast cast = new Cast(server);
    Cast.Organisation organisation = cast.organisation();
    Cast.Wiki wiki = cast.wiki(organisation, harbour(git));
    builds = cast.part(Builds.class);
    tenant = organisation.tenant();
    browser = PageClient.of(server.address(), organisation.owner().email());
    model = host;
    page = "/repositories/%s/writer".formatted(wiki.repository());
  }

  /** With enough to say for pages that stand. */
  private static GitHost.Served harbour(GitHost git) {
    GitHost.Served served = git.repository();
    for (String berth : BERTHS) {
      served.write(
          "harbour/%s.py".formatted(berth),
          """
          \"\"\"Keeps the %1$s berth of the harbour.\"\"\"


          def moor_%1$s(ship, metres):
              \"\"\"Moors a ship at the %1$s berth when it is short enough.\"\"\"
              return ship if metres < 90 else leave_%1$s(ship)


          def leave_%1$s(ship):
              \"\"\"Sends a ship away from the %1$s berth.\"\"\"
              return None
          """
              .formatted(berth));
    }
    return served.commit("Berths");
  }

  @Test
  void aQuoteIsShownAndNothingIsSent() {
    int before = model.server().received().size();

    Reply quoted = browser.submit(page + "/quote", Map.of("language", "tr", "cap", "1.00usd"));

    assertThat(browser.open(page).body()).contains("was composed without a model");
    assertThat(quoted.status()).isEqualTo(200);
    assertThat(quoted.body())
        .contains("every prompt was made, none was sent", "Pages to write", "about 1 min", "$")
        .contains("value=\"tr\" lang=\"tr\" selected", "value=\"1.00usd\"");
    assertThat(model.server().received()).hasSize(before);
  }

  @Test
  void theModelWritesUnderTheCapAndAPageAnewAndIsLetGoAgain() {
    Build written = ended(form("", Map.of("writer", "model", "language", "en", "cap", "1usd")));
    String now = browser.open(page).body();
    Build anew = ended(form("/page", Map.of("page", "overview")));
    Build composed = ended(form("", Map.of("writer", "composed")));

    assertThat(written.state()).as("%s", written.failure()).isEqualTo(BuildState.DONE);
    assertThat(written.wish().writer()).isEqualTo(Writer.MODEL);
    assertThat(written.wish().language()).contains(PageLanguage.EN);
    assertThat(written.wish().budget()).contains("1usd");
    assertThat(now)
        .contains("asked for from a model, in this language: English", "Write it anew")
        .doesNotContain("did not get done");
    assertThat(anew.wish().retriedPage()).contains("overview");
    assertThat(anew.state()).isEqualTo(BuildState.DONE);
    assertThat(composed.wish().writer()).isEqualTo(Writer.COMPOSED);
    assertThat(browser.open(page).body())
        .contains("was composed without a model")
        .doesNotContain("Write it anew", "Compose it");
  }

  @Test
  void pagesTheModelDidNotGetDoneAreNamedWithTheReason() throws Exception {
    try (AutoCloseable _ =
        model.behaving((prompt, random) ->
            prompt.everything().contains("Answer with one word")
                ? ScriptedReply.text("ready")
                : ScriptedReply.text("no page at all"))) {
      ended(form("", Map.of("writer", "model", "language", "en", "cap", "")));
    }
    String failed = browser.open(page).body();
    browser.submit("/language", Map.of("language", "tr", "next", "/"));
    String again = browser.open(page).body();

    ended(form("/page", Map.of("page", "overview")));

    String link =
        "<dt><a href=\"%s/\">"
            .formatted(page.replaceFirst("^/repositories/(.*)/writer$", "/wikis/$1"));
    assertThat(failed).contains("did not get done", link).containsPattern("only \\d+ words of");
    assertThat(again).containsPattern("yalnızca \\d+ sözcüğü");
    assertThat(browser.open(page).body()).doesNotContain(link);
  }

  @Test
  void whatCannotBeMeantIsRefusedAndStaysTyped() {
    Reply cap = browser.submit(page, Map.of("writer", "model", "language", "de", "cap", "much"));
    Reply language = browser.submit(page + "/quote", Map.of("language", "xx"));
    Reply writer = browser.submit(page, Map.of("writer", "me"));
    Reply slug = browser.submit(page + "/page", Map.of("page", "overview"));

    assertThat(cap.status()).isEqualTo(400);
    assertThat(cap.body())
        .contains("cap: expected an amount such as 2.00usd, 500k-tokens", "value=\"much\"")
        .contains("value=\"de\" lang=\"de\" selected");
    assertThat(language.status()).isEqualTo(400);
    assertThat(language.body()).contains("language: expected one of en, tr");
    assertThat(writer.body()).contains("writer: expected one of the choices");
    assertThat(slug.body()).contains("page: expected one of the choices"); // no model wrote it
  }

  private Reply form(String path, Map<String, String> fields) {
    Reply reply = browser.submit(page + path, fields);
    assertThat(reply.status()).as(reply.body()).isEqualTo(303);
    return reply;
  }

  private Build ended(Reply accepted) {
    String path = PageClient.location(accepted);
    BuildId id = new BuildId(UUID.fromString(path.substring("/builds/".length())));
    return Waiting.until(() -> builds.find(tenant, id), now -> now.state().isFinal());
  }
}
