package ai.wikibuilder.benchmarks.server;

import ai.wikibuilder.benchmarks.DocumentSection;
import ai.wikibuilder.benchmarks.Machine;
import ai.wikibuilder.benchmarks.server.Population.Visitor;
import ai.wikibuilder.server.database.Database;
import ai.wikibuilder.server.database.DatabaseSettings;
import ai.wikibuilder.source.snapshots.LocalGitServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Measures a server under load; the load is made on the same cores. Says on the way what it does.
 */
public final class ServerBenchmark {
  private static final String WANTED =
      """
      Made by `benchmarks/run server FOLDER`; load tool, server and PostgreSQL on the same two cores, nothing else. Wanted: p95
      100 ms and p99 300 ms at 200 a second; search over 100 repositories p95 100 ms; 10 logins a second p95 1 s; under 200
      wrong logins a second a right login p95 2 s, readers p95 300 ms. Hashing takes half of the processors, so that a burst of
      guesses leaves readers the other half.

      """;

  private static final int STARTS = 3;
  private static final int WARM_UP_SECONDS = 30;
  private static final int LOGIN_SECONDS = 30;
  private static final int SEARCHES_PER_SECOND = 5;
  private static final int LOGINS_PER_SECOND = 10;
  private static final int WRONG_LOGINS_PER_SECOND = 200;
  private static final int READS_BESIDE_ATTACK = 50;

  private final Path root;
  private final Path data;
  private final LoadArguments arguments;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Load load = new Load(http);
  private final List<String> lines = new ArrayList<>();

  private ServerBenchmark(Path root, Path data, LoadArguments arguments) {
    this.root = root;
    this.data = data;
    this.arguments = arguments;
  }

  /** Arguments: the project's folder, a repository, and the options of {@link LoadArguments}. */
  public static void main(String[] arguments) throws Exception {
    LoadArguments parsed = LoadArguments.parse(arguments);
    Path data = Files.createTempDirectory("aiwiki-load");
    new ServerBenchmark(Path.of(arguments[0]), data, parsed).run();
    System.out.println("The data folder stays, to be looked at or deleted: " + data);
  }

  private void run() throws IOException, InterruptedException, SQLException {
    Population.Built real = built();
    starts();
    Map<String, String> behindProxy = Map.of("AIWIKI_SERVER_TRUSTED_PROXIES", "127.0.0.1");
    try (ServedProcess served = ServedProcess.start(root, data, behindProxy)) {
      Population population = settled(real);
      List<Visitor> visitors = population.visitors();
      say("| Requests | answered | p50 ms | p95 ms | p99 ms | most ms | refused or failed |");
      say("|---|---|---|---|---|---|---|");
      read(served, population);
      search(served, visitors);
      enter(served.address(), visitors);
      say("");
      say(Machine.sentence(root));
    }
    DocumentSection.put(
        root.resolve("docs/benchmarks-server.md"),
        "Requests under load",
        WANTED + "\n" + String.join("\n", lines));
  }

  /** One real wiki, made by the server as for anybody. */
  private Population.Built built() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(data.resolve("served"));
    Files.createSymbolicLink(folder.resolve("repo.git"), arguments.repository().toRealPath());
    try (LocalGitServer git = LocalGitServer.over(folder);
        ServedProcess served =
            ServedProcess.start(root, data, Map.of("AIWIKI_ALLOWED_HOSTS", git.hostPort()))) {
      Operator operator = new Operator(http, served.address());
      operator.register(served.firstAccount().orElseThrow());
      return operator.build(git.address("repo.git"));
    }
  }

  private void starts() throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < STARTS; i++) {
      try (ServedProcess served = ServedProcess.start(root, data, Map.of())) {
        seconds.add(served.readySeconds());
        Thread.sleep(5_000);
        bytes = served.bytes();
      }
    }
    say(
        String.format(
            Locale.ROOT,
            "Ready with the embedded PostgreSQL after %.1f to %.1f s (5 s); idle, the server itself"
                + " takes %d MiB (500).",
            Collections.min(seconds),
            Collections.max(seconds),
            bytes >> 20));
  }

  private Population settled(Population.Built real) throws SQLException, IOException {
    try (Database database = Database.reach(DatabaseSettings.embedded(data.resolve("postgres")))) {
      Population population =
          new Population(database.application(), data.resolve("storage"), arguments.size());
      population.settle(real);
      say(
          String.format(
              Locale.ROOT,
              "%,d tenants with %d people and %d repositories each.\n",
              arguments.size().tenants(),
              arguments.size().users(),
              arguments.size().repositories()));
      return population;
    }
  }

  private void read(ServedProcess served, Population population)
      throws IOException, InterruptedException {
    Readers readers = new Readers(served.address(), population.visitors());
    load.run(arguments.rate(), WARM_UP_SECONDS, readers::read);
    long before = served.liveBytes(jdk());
    double spent = served.processorSeconds();
    Map<String, Times> times;
    try (Streams _ =
        Streams.open(http, served.address(), population.waiting(arguments.streams()))) {
      times = load.run(arguments.rate(), arguments.seconds(), readers::read);
    }
    spent = served.processorSeconds() - spent;
    String what =
        "%d a second for %d s, %d streams open"
            .formatted(arguments.rate(), arguments.seconds(), arguments.streams());
    rows(what, times);
    say(
        String.format(
            Locale.ROOT,
            "%nOf these, a request took %.1f ms of the server's processor time. Objects alive: %d"
                + " MiB before, %d MiB after.%n",
            spent * 1e3 / arguments.rate() / arguments.seconds(),
            before >> 20,
            served.liveBytes(jdk()) >> 20));
    say("| Requests | answered | p50 ms | p95 ms | p99 ms | most ms | refused or failed |");
    say("|---|---|---|---|---|---|---|");
  }

  private void search(ServedProcess served, List<Visitor> visitors) {
    Readers readers = new Readers(served.address(), visitors);
    load.run(SEARCHES_PER_SECOND, 5, readers::search);
    Map<String, Times> times = load.run(SEARCHES_PER_SECOND, LOGIN_SECONDS, readers::search);
    say(
        Times.all(times.values())
            .row("search over %d repositories".formatted(Population.REPOSITORIES_OF_THE_FIRST)));
  }

  private void enter(URI server, List<Visitor> visitors) {
    Entering entering = new Entering(server, visitors);
    load.run(2, 5, entering::right);
    rows(
        "%d logins a second, nothing else".formatted(LOGINS_PER_SECOND),
        load.run(LOGINS_PER_SECOND, LOGIN_SECONDS, entering::right));
    Readers readers = new Readers(server, visitors);
    try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      beside.execute(() -> load.run(WRONG_LOGINS_PER_SECOND, LOGIN_SECONDS + 5, entering::wrong));
      var reads =
          CompletableFuture.supplyAsync(
              () -> load.run(READS_BESIDE_ATTACK, LOGIN_SECONDS, readers::read), beside);
      Map<String, Times> logins = load.run(2, LOGIN_SECONDS, n -> entering.right(n + 400));
      String under = " under %d wrong logins a second".formatted(WRONG_LOGINS_PER_SECOND);
      say(Times.all(logins.values()).row("right logins" + under));
      say(Times.all(reads.join().values()).row(READS_BESIDE_ATTACK + " reads a second" + under));
    }
  }

  private void rows(String what, Map<String, Times> times) {
    say(Times.all(times.values()).row(what));
    if (times.size() > 1) {
      times.forEach((kind, each) -> say(each.row("&nbsp;&nbsp;" + kind)));
    }
  }

  private static Path jdk() {
    return Path.of(System.getProperty("java.home"));
  }

  private void say(String line) {
    lines.add(line);
    System.out.println(line);
  }
}
