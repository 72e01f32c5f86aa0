package ai.wikibuilder.benchmarks.workers;

import ai.wikibuilder.benchmarks.Benchmarks;
import ai.wikibuilder.benchmarks.DocumentSection;
import ai.wikibuilder.benchmarks.Machine;
import ai.wikibuilder.source.snapshots.LocalGitServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Queues many builds of tiny repositories for one tenant and one for another, has two worker
 * processes work at them, kills one with {@code kill -9} again and again, and counts afterwards:
 * what was lost, published twice or torn, and how long the other tenant waited. It ends by itself
 * when the time is over, with the queue drained or not.
 */
public final class WorkersBenchmark {
  private static final int BUILDS = 1_000;

  /** Seconds between two kills; the workers take turns at being killed. */
  private static final int KILL_EVERY = 15;

  /** By then all is to be drained. */
  private static final Duration LONGEST = Duration.ofMinutes(20);

  private static final int WORKER_COUNT = 2;

  private static final String OPEN =
      "SELECT count(*) FROM builds WHERE state IN ('queued', 'running')";

  /** Builds of the first tenant that are done when the second one asks: the workers are busy. */
  private static final int WARM_COUNT = 10;

  private WorkersBenchmark() {}

  /**
   * What is under way.
   *
   * @param last address of the repository that the second tenant asks for
   */
  private record Work(
      Installation installation, Tenants tenants, Workforce workers, Dose dose, String last) {}

  /** How many builds, and how long a worker is let be. */
  private record Dose(int builds, Duration every) {}

  /**
   * Arguments: the project's folder, then {@code --builds N} for another number than 1,000 and
   * {@code --every SECONDS} for other times between two kills than 15 seconds.
   */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    List<String> words = List.of(arguments).subList(1, arguments.length);
    Dose dose =
        new Dose(
            Math.max(2 * WARM_COUNT, number(words, "--builds", BUILDS)),
            Duration.ofSeconds(number(words, "--every", KILL_EVERY)));
    Path scratch = Files.createTempDirectory("workers");
    try {
      String figures = measure(new Installation.Places(root, scratch), dose);
      Path document = root.resolve("docs/benchmarks-server.md");
      DocumentSection.put(
          document, "Builds while workers are killed", figures + "\n" + Machine.sentence(root));
      System.err.println(figures);
      System.err.println("written: " + document);
    } finally {
      Benchmarks.delete(scratch);
    }
  }

  private static int number(List<String> words, String flag, int usual) {
    int at = words.indexOf(flag);
    if (at < 0) {
      return usual;
    }
    if (at + 1 >= words.size() || !words.get(at + 1).matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException("expected a number behind " + flag + ", got " + words);
    }
    return Integer.parseInt(words.get(at + 1));
  }

  private static String measure(Installation.Places places, Dose dose)
      throws IOException, InterruptedException, SQLException {
    Path scratch = places.scratch();
    int builds = dose.builds();
    List<String> names = TinyRepositories.in(scratch.resolve("served"), builds);
    try (LocalGitServer git = LocalGitServer.over(scratch.resolve("served"));
        Installation installation = Installation.start(places, git.hostPort())) {
      Tenants tenants = installation.tenants();
      for (String name : names.subList(0, builds - 1)) {
        tenants.ask(tenants.first(), git.address(name));
      }
      System.err.println("queued: " + builds);
      long began = System.nanoTime();
      Workforce workers = new Workforce(installation, WORKER_COUNT);
      try (workers) {
        drain(new Work(installation, tenants, workers, dose, git.address(names.getLast())));
      }
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      Findings findings = new Findings(installation, scratch);
      tell(places, findings.failures());
      return text(dose, took, workers, findings.look());
    }
  }

  /** Names what did not become a wiki, and keeps what the processes said of it. */
  private static void tell(Installation.Places places, List<String> failures) throws IOException {
    failures.forEach(System.err::println);
    Path kept = places.root().resolve("benchmarks/target/workers.log");
    Files.createDirectories(places.root().resolve("benchmarks/target"));
    Files.copy(
        places.scratch().resolve("log"), kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    System.err.println("logs of the server and its workers: " + kept);
  }

  /** Kills and looks until nothing is open, or the time is over. */
  private static void drain(Work work) throws InterruptedException, SQLException, IOException {
    long began = System.nanoTime();
    long killed = began;
    boolean asked = false;
    while (System.nanoTime() - began < LONGEST.toNanos()) {
      Thread.sleep(500);
      int open = (int) work.installation().number(OPEN);
      if (!asked && work.dose().builds() - 1 - open >= WARM_COUNT) {
        work.tenants().ask(work.tenants().second(), work.last());
        asked = true;
      } else if (asked && open == 0) {
        return;
      }
      if (System.nanoTime() - killed >= work.dose().every().toNanos()) {
        killed = System.nanoTime();
        work.workers().killNext();
        System.err.println("killed one, open: " + open);
      }
    }
  }

  private static String text(Dose dose, Duration took, Workforce workers, Findings.Found found) {
    double cpu = workers.cpuSeconds();
    return String.format(
        Locale.ROOT,
        """
        Made by `benchmarks/run workers --builds %1$d --every %2$d`: %1$d builds of tiny repositories (six files) in the queue, all but one of
        one tenant, two worker processes, every %2$d seconds one is killed with `kill -9` and another started in its place.
        Server, PostgreSQL, git host and workers share the machine.

        | | measured | wanted |
        |---|---|---|
        | drained within | %3$.1f min | 20 min |
        | workers killed | %4$d | |
        | builds done / failed / still open | %5$d / %6$d / %7$d | %1$d / 0 / 0 |
        | published twice | %8$d | 0 |
        | generations that are not whole | %9$d | 0 |
        | tokens that went back | %10$d | 0 |
        | builds that were taken more than once: a kill hits the one that runs | %11$d | %4$d |
        | the other tenant's first build waited | %12$.1f s | longest build, %13$.1f s |
        | median build, from its turn to its end | %14$.2f s | |
        | processor time of workers a build, their starts included | %15$.2f s | |
        """,
        dose.builds(),
        dose.every().toSeconds(),
        took.toMillis() / 60_000.0,
        workers.killCount(),
        found.done(),
        found.failed(),
        found.open(),
        found.twice(),
        found.torn(),
        found.backwards(),
        found.takenAgain(),
        found.otherWaitedSeconds(),
        found.longestSeconds(),
        found.medianSeconds(),
        cpu / dose.builds());
  }
}
