package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aiwiki serve} as its operator meets it; the first start fills a data folder for all. */
class ServeCommandTest {
  private static final Path DOCUMENT = Path.of("../docs/operating/server.md");
  private static final Duration READY_MAX = Duration.ofMinutes(3);
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir static Path home;
  @TempDir Path folder;

  /** A server in a process of its own. */
  private record Served(Process process, Path out, Path err) implements AutoCloseable {
    static Served start(Path folder, String... arguments) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
      command.addAll(List.of(System.getProperty("java.class.path"), Main.class.getName()));
      command.add("serve");
      command.addAll(List.of(arguments));
      Path out = Files.createTempFile(folder, "serve", ".out");
      Path err = Files.createTempFile(folder, "serve", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("AIWIKI_"));
      builder.environment().put("AIWIKI_DATA_DIR", home.resolve("data").toString());
      return new Served(builder.start(), out, err);
    }

    /** What it has printed when it is ready, or has ended. */
    String introduction() throws IOException, InterruptedException {
      Instant latest = Instant.now().plus(READY_MAX);
      while (process.isAlive() && Instant.now().isBefore(latest)) {
        String said = Files.readString(out);
        if (said.contains("  model ")) {
          return said;
        }
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
      return Files.readString(out) + Files.readString(err);
    }

    String value(String introduction, String line) {
      Matcher value = Pattern.compile("(?m)^(?:  )?" + line + " +(\\S+)").matcher(introduction);
      assertThat(value.find()).as(line + " in " + introduction).isTrue();
      return value.group(1);
    }

    @Override
    public void close() {
      process.destroy(); // what SIGTERM does
      try {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends when it is told to").isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void theExamplesOfTheDocumentWorkFromTheFirstStartToTheEnd() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/curl")), "left out: curl is not on this machine");
    assumeTrue(isPostgresPossible(), "left out: root may make no user name space here");
    Path note = home.resolve("data/postgres/data/postmaster.pid");
    try (Served served = Served.start(folder, "--port", "0", "--management-port", "0")) {
      String introduction = served.introduction();
      String server = served.value(introduction, "AI Wiki Builder is ready at");
      String link = served.value(introduction, "first account");
      String said = run(examples(), server, link.replaceFirst(".*link=", ""));

      assertThat(said)
          .contains("\"state\":\"registered\"")
          .contains("\"kind\":\"personal\"")
          .contains("mia@example.org")
          .contains("\"plan\"")
          .contains("\"accessToken\"")
          .contains("\"current\":true")
          .contains("\"lastFour\":\"1234\"")
          .doesNotContain("\"title\""); // what a problem has
      assertThat(introduction).contains(home.resolve("data").toString()).contains("none: pages");
      anotherServerIsRefusedTheFolder();
      theMasterKeyIsReplacedUnderIt(server);
      assertThat(note).exists();
    }
    assertThat(note).as("PostgreSQL was stopped with it").doesNotExist();
    assertThat(home.resolve("data/keys/master.json")).isRegularFile();
    theSecondStartMakesNoFirstAccount();
    aPortThatIsTakenIsNamedWithItsFlag();
  }

  /** Asks the machine, not the product: PostgreSQL as root needs a user name space of its own. */
  private static boolean isPostgresPossible() throws Exception {
    boolean root = "root".equals(System.getProperty("user.name"));
    return !root || new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
  }

  private static String examples() throws IOException {
    String document = Files.readString(DOCUMENT);
    Matcher block = BLOCK.matcher(document.substring(document.indexOf("## By curl")));
    StringBuilder script = new StringBuilder("set -eu\n");
    while (block.find()) {
      script.append(block.group(1));
    }
    return script.toString();
  }

  private String run(String script, String server, String link) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
    builder.environment().put("SERVER", server);
    builder.environment().put("LINK", link);
    Path said = folder.resolve("said");
    Process process = builder.redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    return Files.readString(said);
  }

  /** The first attempt is killed between two stages, as by a machine that loses its power. */
  private static void theMasterKeyIsReplacedUnderIt(String server) throws Exception {
    Path key = home.resolve("data/keys/master.json");
    String before = Files.readString(key);
    CommandLineProcess killed = CommandLineProcess.start(home, "master-key", "rotate");
    Instant latest = Instant.now().plus(READY_MAX);
    while (!killed.said().contains("after leaving ADDED") && Instant.now().isBefore(latest)) {
      assertThat(killed.endsWithin(100)).as(killed.said()).isFalse();
    }
    killed.kill();
    assertThat(killed.exit()).isNotZero();
    assertThat(Files.readString(key)).as("two keys, the new one seals").isNotEqualTo(before);

    CommandLineRun rotation = CommandLineRun.of(home, "master-key", "rotate");

    assertThat(rotation.exit()).as(rotation.err()).isZero();
    assertThat(rotation.out()).contains("seals everything");
    assertThat(Files.readString(key)).containsOnlyOnce("\"keyId\"");
    assertThat(
            new ProcessBuilder("curl", "-sf", server + "/.well-known/jwks.json")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor())
        .as("the server goes on")
        .isZero();
  }

  private static void anotherServerIsRefusedTheFolder() {
    CommandLineRun second = CommandLineRun.of(home, "serve", "--port", "0");

    assertThat(second.exit()).isEqualTo(ExitCode.USAGE.number());
    assertThat(second.err()).contains("another server uses").contains("AIWIKI_DATA_DIR");
  }

  private void theSecondStartMakesNoFirstAccount() throws IOException, InterruptedException {
    try (Served served = Served.start(folder, "--port", "0", "--management-port", "0")) {
      assertThat(served.introduction()).contains("is ready at").doesNotContain("first account");
      assertThat(Files.readString(served.err())).isEmpty();
    }
  }

  private void aPortThatIsTakenIsNamedWithItsFlag() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Served served =
            Served.start(
                folder,
                "--port",
                Integer.toString(taken.getLocalPort()),
                "--management-port",
                "0")) {
      assertThat(served.introduction())
          .contains("port %d of 127.0.0.1 is in use".formatted(taken.getLocalPort()))
          .contains("--port")
          .doesNotContain("fault of ours");
      assertThat(served.process().waitFor()).isEqualTo(ExitCode.USAGE.number());
    }
  }

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
