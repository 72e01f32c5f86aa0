package ai.wikibuilder.benchmarks.server;

import ai.wikibuilder.benchmarks.Benchmarks;
import ai.wikibuilder.benchmarks.DocumentSection;
import ai.wikibuilder.benchmarks.Machine;
import ai.wikibuilder.server.database.Database;
import ai.wikibuilder.server.database.DatabaseSettings;
import ai.wikibuilder.source.snapshots.LocalGitServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how long readers of a small wiki wait while a worker, a process of its own at the lowest
 * priority on the same cores, builds the wiki of a large repository.
 */
public final class BesideBenchmark {
  private static final int RATE = 20;
  private static final int WARM_UP_SECONDS = 20;
  private static final int IDLE_SECONDS = 60;

  /** How long readers read before it is asked whether the build goes on. */
  private static final int ROUND_SECONDS = 5;

  private static final Population.Size SIZE = new Population.Size(100, 1, 1);

  private final Path root;
  private final Path data;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Load load = new Load(http);

  private BesideBenchmark(Path root, Path data) {
    this.root = root;
    this.data = data;
  }

  /** Arguments: the project's folder, a small repository that is read, a large one. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      throw new IllegalArgumentException(
          "expected two repositories, the one that is read and the one that is built, got "
              + List.of(arguments).subList(1, arguments.length));
    }
    Path root = Path.of(arguments[0]);
    Path scratch = Files.createTempDirectory("beside");
    try {
      Path served = Files.createDirectories(scratch.resolve("served"));
      link(served.resolve("small.git"), arguments[1]);
      link(served.resolve("large.git"), arguments[2]);
      try (LocalGitServer git = LocalGitServer.over(served)) {
        String figures = new BesideBenchmark(root, scratch.resolve("data")).run(git);
        Path document = root.resolve("docs/benchmarks-server.md");
        DocumentSection.put(
            document, "Readers beside a build", figures + "\n" + Machine.sentence(root));
        System.out.println(figures);
      }
    } finally {
      Benchmarks.delete(scratch);
    }
  }

  private static void link(Path name, String repository) throws IOException {
    Files.createSymbolicLink(name, Path.of(repository).toRealPath());
  }

  private String run(LocalGitServer git) throws IOException, InterruptedException, SQLException {
    Map<String, String> environment =
        Map.of(
            "AIWIKI_ALLOWED_HOSTS",
            git.hostPort(),
            "AIWIKI_SERVER_TRUSTED_PROXIES",
            "127.0.0.1",
            "AIWIKI_SERVER_REQUESTS_PER_MINUTE",
            "1000000",
            "AIWIKI_SERVER_WORK_PER_MINUTE",
            "1000000");
    Population.Built small;
    try (ServedProcess whole = ServedProcess.start(root, data, environment)) {
      Operator operator = new Operator(http, whole.address());
      operator.register(whole.firstAccount().orElseThrow());
      small = operator.build(git.address("small.git"));
    }
    try (ServedProcess served = ServedProcess.forReaders(root, data, environment)) {
      Readers readers = new Readers(served.address(), settled(small).visitors());
      load.run(RATE, WARM_UP_SECONDS, readers::read);
      Times idle = Times.all(load.run(RATE, IDLE_SECONDS, readers::read).values());
      Operator operator = new Operator(http, served.address());
      operator.enter();
      String build = operator.begin(git.address("large.git"));
      try (ServedProcess _ = ServedProcess.forBuilds(root, data, environment)) {
        return text(idle, beside(operator, build, readers));
      }
    }
  }

  private Population settled(Population.Built small) throws SQLException, IOException {
    try (Database database = Database.reach(DatabaseSettings.embedded(data.resolve("postgres")))) {
      Population population = new Population(database.application(), data.resolve("storage"), SIZE);
      population.settle(small);
      return population;
    }
  }

  /** What readers saw from the first moment of the build to its end. */
  private Times beside(Operator operator, String build, Readers readers)
      throws IOException, InterruptedException {
    while (operator.state(build).equals("queued")) {
      Thread.sleep(50);
    }
    List<Times> rounds = new ArrayList<>();
    while (!operator.isDone(build)) {
      int begin = rounds.size() * RATE * ROUND_SECONDS;
      rounds.addAll(load.run(RATE, ROUND_SECONDS, n -> readers.read(begin + n)).values());
    }
    return Times.all(rounds);
  }

  private static String text(Times idle, Times beside) {
    return String.format(
        Locale.ROOT,
        """
        Made by `benchmarks/run beside SMALL LARGE`: %d requests a second for pages and API of a small wiki, first with nothing
        else, then while a worker process at the lowest priority builds the large repository on the same cores. Wanted: p95 at
        most twice the idle one or 100 ms, whichever is more.

        | Requests | answered | p50 ms | p95 ms | p99 ms | most ms | refused or failed |
        |---|---|---|---|---|---|---|
        %s
        %s
        """,
        RATE,
        idle.row("nothing else"),
        beside.row("while the worker builds"));
  }
}
