package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code aiwiki serve} refuses before anything runs; the rest is met in module {@code e2e}.
 */
class ServeCommandTest {
  @TempDir Path folder;

  @Test
  void aRoleThatIsNoneIsNamedWithThoseThereAre() {
    CommandLineRun run = CommandLineRun.of(folder, "serve", "--roles", "ui,workers");

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.err()).contains("ui, api, worker").contains("workers");
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    CommandLineRun run = CommandLineRun.of(folder, "serve", "--port", "70000");

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.err()).contains("--port: expected 0 to 65535, got 70000");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() {
    CommandLineRun run =
        CommandLineRun.of(
            folder,
            Map.of("AIWIKI_DATABASE_URL", "postgresql://wiki:hidden@127.0.0.1:1/aiwiki"),
            "serve",
            "--port",
            "0");

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.err())
        .contains("cannot be reached")
        .contains("AIWIKI_DATABASE_URL")
        .doesNotContain("hidden")
        .doesNotContain("fault of ours");
  }

  @Test
  void aDatabaseAddressThatIsNoneIsRefusedWithAnExample() {
    CommandLineRun run =
        CommandLineRun.of(
            folder, Map.of("AIWIKI_DATABASE_URL", "mysql://wiki:hidden@db/aiwiki"), "serve");

    assertThat(run.exit()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.err()).contains("postgresql://USER:PASSWORD@HOST").doesNotContain("hidden");
  }
}
