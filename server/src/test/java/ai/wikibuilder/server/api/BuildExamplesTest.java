package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast.Organisation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The examples of docs/operating/builds.md. */
@ExtendWith(RunningServer.class)
class BuildExamplesTest {
  @Test
  void theExamplesWork(Server server, GitHost git) throws Exception {
    Organisation organisation = new Cast(server).organisation();
    String said =
        ShellExamples.run(
            Path.of("../docs/operating/builds.md"),
            Map.of(
                "SERVER", server.address().toString(),
                "TOKEN", organisation.owner().token(),
                "TENANT", organisation.tenant().toString(),
                "REPOSITORY", git.repository().address()));

    assertThat(said)
        .contains("event: stage")
        .contains("\"state\":\"done\"")
        .contains("\"state\":\"reached\"")
        .contains("\"visibility\":\"published\"")
        .doesNotContain("about:blank") // no problem was answered
        .doesNotContain("curl: ");
  }
}
