package ai.wikibuilder.server;

import ai.wikibuilder.source.snapshots.LocalGitServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The git host of this machine that the shared server may reach. Tests make repositories of their
 * own in it.
 */
public final class GitHost implements AutoCloseable {
  private final Path folder;
  private final LocalGitServer server;

  private GitHost(Path folder, LocalGitServer server) {
    this.folder = folder;
    this.server = server;
  }

  /** Serves what is below a folder. */
  public static GitHost in(Path folder) {
    return new GitHost(folder, LocalGitServer.over(folder));
  }

  /** As it is written in a list of allowed hosts. */
  public String hostPort() {
    return server.hostPort();
  }

  /** The host itself, to have it misbehave. */
  public LocalGitServer server() {
    return server;
  }

  /** The repository that is served at an address. */
  public Served of(String address) {
    String name = address.substring(address.lastIndexOf('/') + 1);
    return new Served(folder.resolve(name), address);
  }

  /** The same, given away for a token alone. */
  public Served privateRepository(String token) {
    String name = "private-" + UUID.randomUUID();
    close(name, token);
    return repository(name);
  }

  /** From now on a repository is given away for a token alone. */
  public void closeFor(Served served, String token) {
    close(served.folder().getFileName().toString(), token);
  }

  private void close(String name, String token) {
    server.behave(exchange -> {
      String asked = exchange.getRequestURI().getPath();
      String sent = exchange.getRequestHeaders().getFirst("Authorization");
      byte[] wanted = ("x-access-token:" + token).getBytes(StandardCharsets.UTF_8);
      if (!asked.startsWith("/" + name)
          || ("Basic " + Base64.getEncoder().encodeToString(wanted)).equals(sent)) {
        return false;
      }
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
      exchange.sendResponseHeaders(401, -1);
      return true;
    });
  }

  /** A new repository of a small program, with one commit. */
  public Served repository() {
    return repository("tide-" + UUID.randomUUID());
  }

  private Served repository(String name) {
    Served made = new Served(folder.resolve(name + ".git"), server.address(name + ".git"));
    Map.of(
            "README.md",
            "# Tide\n\nTide tells ships when the water is high. It keeps one table a harbour.\n",
            "src/tide/table.py",
            "\"\"\"Tables of tides.\"\"\"\n\n\nclass TideTable:\n"
                + "    \"\"\"High waters of one harbour, sorted by time.\"\"\"\n\n"
                + "    def next_high(self, hour):\n"
                + "        \"\"\"The first high water after an hour.\"\"\"\n"
                + "        return later(hour)\n\n\ndef later(hour):\n    return hour + 6\n",
            "src/tide/app.py",
            "from tide.table import TideTable\n\n\ndef main():\n    print(TideTable().next_high(3))\n")
        .forEach(made::write);
    made.git("init", "-q", "-b", "main");
    return made.commit("first");
  }

  @Override
  public void close() {
    server.close();
  }

  /** A repository of the host. */
  public record Served(Path folder, String address) {
    public Served write(String path, String text) {
      return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public Served write(String path, byte[] content) {
      try {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Adds packages enough for a page each below {@code src/harbour}. */
    public Served writeHarbour() {
      List<String> parts =
          List.of("berth", "crane", "derrick", "ferry", "gangway", "hawser", "jetty", "keel");
      for (int i = 1; i < parts.size(); i++) {
        for (String thing : parts) {
          write(
              "src/harbour/%s/%s.py".formatted(parts.get(i), thing),
              """
              from harbour.%1$s.%3$s import %3$s%4$d


              class %3$s%5$d(%3$s%4$d):
                  \"""Keeps every %3$s that stands beside a %2$s.\"""

                  def move%5$d(self):
                      \"""Moves one %3$s of the %2$s to where the tide leaves room.\"""
                      return self.move%4$d()
              """
                  .formatted(parts.get(i - 1), parts.get(i), thing, i - 1, i));
        }
      }
      return this;
    }

    public Served commit(String message) {
      git("add", "-A");
      git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", message);
      return this;
    }

    /** Runs native git in it. */
    public Served git(String... arguments) {
      List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
      command.addAll(List.of(arguments));
      try {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
          throw new IllegalStateException(command + ": " + said);
        }
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
