package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast.Organisation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The examples of docs/operating/builds.md, run one after the other as a reader would. */
@ExtendWith(RunningServer.class)
class BuildExamplesTest {
  private static final Path DOCUMENT = Path.of("../docs/operating/builds.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @Test
  void theExamplesWork(Server server, GitHost git) throws Exception {
    Organisation organisation = new Cast(server).organisation();
    String said =
        run(
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

  private static String run(Map<String, String> variables) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script()).redirectErrorStream(true);
    builder.environment().putAll(variables);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private static String script() throws IOException {
    StringBuilder script = new StringBuilder("set -e\n");
    Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
    while (block.find()) {
      script.append(block.group(1));
    }
    return script.toString();
  }
}
