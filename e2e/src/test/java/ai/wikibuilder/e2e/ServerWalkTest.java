package ai.wikibuilder.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One server from its first start to its last, as its operator, a person, a program and an agent
 * meet it. The steps stand on each other: one data folder, one first start.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerWalkTest {
  private static final Path DOCUMENT = Path.of("../docs/operating/server.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final String EMAIL = "operator@example.org";
  private static final String PASSWORD = "four words that rhyme never";

  /** What {@code ExitCode.USAGE} is for those who call the program. */
  private static final int USAGE = 2;

  @TempDir static Path home;

  private static ServedRepository repository;
  private static Program server;
  private static String introduction;
  private static String address;
  private static String firstKey;
  private static CompletableFuture<Void> killedRotation;

  @BeforeAll
  static void startForTheFirstTime() throws Exception {
    assumeTrue(isPostgresPossible(), "left out: root may make no user name space here");
    repository = ServedRepository.below(Files.createDirectory(home.resolve("served")));
    server = serve();
    introduction = introduced(server);
    address = Program.behind("AI Wiki Builder is ready at", introduction);
    firstKey = Files.readString(masterKey());
    Program rotation = Program.start(setting(), "master-key", "rotate");
    killedRotation = CompletableFuture.runAsync(() -> killBetweenTwoStages(rotation));
  }

  /** As by a machine that loses its power, while the examples of the document run. */
  private static void killBetweenTwoStages(Program rotation) {
    rotation.awaitErr(said -> said.contains("the new key seals"));
    assertThat(rotation.kill()).as(rotation.err()).isNotZero();
  }

  private static Path masterKey() {
    return home.resolve("data/keys/master.json");
  }

  @AfterAll
  static void end() {
    if (server != null) {
      server.close();
      repository.close();
    }
  }

  private static Program.Setting setting() {
    return new Program.Setting(home.resolve("data"), repository.hostPort());
  }

  private static Program serve() {
    return Program.start(setting(), "serve", "--port", "0", "--management-port", "0");
  }

  /** What a server prints when it is ready, or why it is not. */
  private static String introduced(Program starting) {
    String printed = starting.awaitOut(said -> said.contains("  model "));
    return printed.contains("  model ") ? printed : printed + starting.err();
  }

  /** Asks the machine, not the product: PostgreSQL as root needs a user name space of its own. */
  private static boolean isPostgresPossible() throws Exception {
    boolean root = "root".equals(System.getProperty("user.name"));
    return !root || new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
  }

  @Test
  @Order(1)
  void theExamplesOfTheDocumentMakeTheFirstAccountAndGoOnFromThere() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/curl")), "left out: curl is not on this machine");
    String link = Program.behind("first account", introduction);
    if (Somebody.isThereABrowser()) {
      try (Somebody operator = Somebody.at(address)) {
        assertThat(operator.opens(link)).contains("The first account").contains("runs the");
      }
    }

    String said = run(examples(), link.replaceFirst(".*link=", ""));

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

  private static String run(String script, String link) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
    builder.environment().put("SERVER", address);
    builder.environment().put("LINK", link);
    Path said = home.resolve("examples");
    Process process = builder.redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    return Files.readString(said);
  }

  @Test
  @Order(2)
  void somebodyMakesAWikiReadsAsksAndTakesItAlongWhileTheMasterKeyIsReplaced() throws Exception {
    killedRotation.get(3, TimeUnit.MINUTES);
    assertThat(Files.readString(masterKey())).as("the new one seals").isNotEqualTo(firstKey);

    try (Program rotation = Program.start(setting(), "master-key", "rotate")) {
      if (Somebody.isThereABrowser()) {
        fromAnAddressToAnAnswer();
      }

      assertThat(rotation.exit()).as(rotation.err()).isZero();
      assertThat(rotation.out()).contains("seals everything");
    }
    assertThat(Files.readString(masterKey())).containsOnlyOnce("\"keyId\"");
    assertThat(get("/.well-known/jwks.json").statusCode()).isEqualTo(200);
    assumeTrue(
        Somebody.isThereABrowser(),
        "left out: the walk in the browser, which is not on this machine");
  }

  private static void fromAnAddressToAnAnswer() throws Exception {
    try (Somebody operator = Somebody.at(address)) {
      operator.signsIn(EMAIL, PASSWORD);
      String wiki = operator.makesTheWikiOf(repository.address());
      assertThat(operator.reads()).contains("Lantern tells which lamps of a harbour burn tonight");
      assertThat(operator.asks("which lamps were lit since an hour")).contains("lit_since");
      assertThat(operator.opens(address + "/settings/model")).contains("names no model");
      String token = operator.makesAToken("agent");
      anAgentReadsIt(token);
      aProgramTakesItAlong(token, wiki.replaceFirst(".*/wikis/([^/]+)/.*", "$1"));

      assertThat(operator.signsOutAndOpens(wiki)).doesNotContain("Lantern");
    }
  }

  private static void anAgentReadsIt(String token) {
    try (Agent agent = Agent.at(address, token)) {
      assertThat(agent.calls("read_wiki_structure", Map.of())).contains("overview");
      assertThat(agent.calls("search_code", Map.of("query", "lit_since")))
          .contains("src/lantern/log.py");
      assertThat(agent.calls("ask_question", Map.of("question", "which lamps burn")))
          .contains("src/lantern/log.py");
    }
  }

  private static void aProgramTakesItAlong(String token, String id) throws Exception {
    HttpResponse<byte[]> export = get("/api/repositories/" + id + "/export?format=zip", token);
    assertThat(export.statusCode()).isEqualTo(200);
    TreeSet<String> names = new TreeSet<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(export.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName().replaceFirst("^[^/]+/", ""));
      }
    }
    assertThat(names).contains("index.html", "wiki.json", "llms.txt");
    assertThat(get("/api/repositories/" + id + "/wiki").statusCode()).isEqualTo(401);
  }

  /** What the server answers to the bearer of a token, or to somebody without one. */
  private static HttpResponse<byte[]> get(String path, String... token) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    for (String one : token) {
      request.header("Authorization", "Bearer " + one);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  @Order(3)
  void anotherServerIsRefusedTheFolderAndTheNextOneFindsEverythingThere() throws Exception {
    try (Program second = serve()) {
      assertThat(second.exit()).isEqualTo(USAGE);
      assertThat(second.err()).contains("another server uses").contains("AIWIKI_DATA_DIR");
    }
    Path note = home.resolve("data/postgres/data/postmaster.pid");
    assertThat(note).exists();

    server.close();

    assertThat(note).as("PostgreSQL was stopped with it").doesNotExist();
    assertThat(masterKey()).isRegularFile();
    try (Program again = serve()) {
      assertThat(introduced(again)).contains("is ready at").doesNotContain("first account");
      assertThat(again.err()).isEmpty();
    }
    aPortThatIsTakenIsNamedWithItsFlag();
  }

  private static void aPortThatIsTakenIsNamedWithItsFlag() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Program refused =
            Program.start(
                setting(),
                "serve",
                "--port",
                Integer.toString(taken.getLocalPort()),
                "--management-port",
                "0")) {
      assertThat(introduced(refused))
          .contains("port %d of 127.0.0.1 is in use".formatted(taken.getLocalPort()))
          .contains("--port")
          .doesNotContain("fault of ours");
      assertThat(refused.exit()).isEqualTo(USAGE);
    }
  }
}
