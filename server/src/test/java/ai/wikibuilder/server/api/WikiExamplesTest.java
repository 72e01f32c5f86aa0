package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast.Wiki;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The examples of docs/operating/wikis.md. */
@ExtendWith(RunningServer.class)
class WikiExamplesTest {
  @Test
  void theExamplesWork(Server server, GitHost git) throws Exception {
    Cast cast = new Cast(server);
    Wiki wiki = cast.wiki(cast.organisation(), git);

    String said =
        ShellExamples.run(
            Path.of("../docs/operating/wikis.md"),
            Map.of(
                "SERVER", server.address().toString(),
                "TOKEN", wiki.organisation().owner().token(),
                "TENANT", wiki.organisation().tenant().toString(),
                "ID", wiki.repository().toString()));

    assertThat(said)
        .contains("\"slug\":\"overview\"")
        .contains("# Tide")
        .contains("next_high")
        .contains("event:sentence")
        .contains("event:answer")
        .contains("\"turnCount\":2")
        .contains("read_wiki_structure")
        .doesNotContain("about:blank") // no problem was answered
        .doesNotContain("curl: ");
  }
}
