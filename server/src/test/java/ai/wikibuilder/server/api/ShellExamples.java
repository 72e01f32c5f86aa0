package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of a document, run one after the other as a reader would. */
final class ShellExamples {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  private ShellExamples() {}

  /** Everything that was printed. */
  static String run(Path document, Map<String, String> variables) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", script(document)).redirectErrorStream(true);
    builder.environment().putAll(variables);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private static String script(Path document) throws IOException {
    StringBuilder script = new StringBuilder("set -e\n");
    Matcher block = BLOCK.matcher(Files.readString(document));
    while (block.find()) {
      script.append(block.group(1));
    }
    return script.toString();
  }
}
