package ai.wikibuilder.e2e;

import ai.wikibuilder.source.snapshots.LocalGitServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A git host on this machine with one repository of a small program. */
final class ServedRepository implements AutoCloseable {
  private static final Map<String, String> FILES =
      Map.of(
          "README.md",
          "# Lantern\n\nLantern tells which lamps of a harbour burn tonight. It keeps one log a quay.\n",
          "src/lantern/log.py",
          """
          \"""Logs of lamps.\"""


          class LampLog:
              \"""Lamps of one quay, in the order they were lit.\"""

              def lit_since(self, hour):
                  \"""Lamps that were lit after an hour.\"""
                  return burning(self.lamps, hour)


          def burning(lamps, hour):
              \"""Those of the lamps that burn at an hour.\"""
              return [lamp for lamp in lamps if lamp.lit > hour]
          """,
          "src/lantern/app.py",
          "from lantern.log import LampLog\n\n\ndef main():\n    print(LampLog().lit_since(3))\n");

  private final LocalGitServer host;

  private ServedRepository(LocalGitServer host) {
    this.host = host;
  }

  static ServedRepository below(Path folder) throws IOException, InterruptedException {
    Path repository = folder.resolve("lantern.git");
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = repository.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    git(repository, "init", "-q", "-b", "main");
    git(repository, "add", "-A");
    git(
        repository,
        "-c",
        "user.name=T",
        "-c",
        "user.email=t@example.org",
        "commit",
        "-qm",
        "first");
    return new ServedRepository(LocalGitServer.over(folder));
  }

  private static void git(Path folder, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + ": " + said);
    }
  }

  /** As people type it. */
  String address() {
    return host.address("lantern.git");
  }

  /** As it is written in a list of allowed hosts. */
  String hostPort() {
    return host.hostPort();
  }

  @Override
  public void close() {
    host.close();
  }
}
