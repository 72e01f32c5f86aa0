package ai.wikibuilder.benchmarks.server;

import ai.wikibuilder.benchmarks.MeasuredProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, started by the launcher as an operator starts it. */
final class ServedProcess implements AutoCloseable {
  private static final long READY_SECONDS_MAX = 180;
  private static final long STOP_SECONDS_MAX = 60;

  private final Process process;
  private final String introduction;
  private final double readySeconds;

  private ServedProcess(Process process, String introduction, double readySeconds) {
    this.process = process;
    this.introduction = introduction;
    this.readySeconds = readySeconds;
  }

  /**
   * Starts one and waits until it says that it is ready.
   *
   * @throws IllegalStateException when it ends instead, with what it said
   */
  static ServedProcess start(Path root, Path data, Map<String, String> environment)
      throws IOException, InterruptedException {
    return start(serve(root), data, environment);
  }

  /** One that builds nothing, as {@link #start}. */
  static ServedProcess forReaders(Path root, Path data, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(serve(root));
    command.addAll(List.of("--roles", "ui,api"));
    return start(command, data, environment);
  }

  /** One that only builds, at the lowest priority, beside a server that has the PostgreSQL. */
  static ServedProcess forBuilds(Path root, Path data, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(serve(root));
    command.addAll(List.of("--roles", "worker"));
    Path postgres = data.resolve("postgres");
    Map<String, String> more = new HashMap<>(environment);
    more.put(
        "AIWIKI_DATABASE_URL",
        "postgresql://postgres:%s@127.0.0.1:%s/aiwiki"
            .formatted(
                Files.readString(postgres.resolve("password")).strip(),
                Files.readAllLines(postgres.resolve("data/postmaster.pid")).get(3).strip()));
    return start(command, data, more);
  }

  private static List<String> serve(Path root) {
    String launcher = root.resolve("aiwiki").toString();
    return List.of(launcher, "serve", "--port", "0", "--management-port", "0");
  }

  private static ServedProcess start(
      List<String> command, Path data, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("served", ".out");
    Path err = Files.createTempFile("served", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AIWIKI_"));
    builder.environment().put("AIWIKI_DATA_DIR", data.toString());
    builder.environment().putAll(environment);
    long started = System.nanoTime();
    Process process = builder.start();
    while (!Files.readString(out).contains("  model ")) {
      if (process.waitFor(5, TimeUnit.MILLISECONDS)
          || System.nanoTime() - started > TimeUnit.SECONDS.toNanos(READY_SECONDS_MAX)) {
        process.destroy();
        throw new IllegalStateException("the server did not start: " + Files.readString(err));
      }
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    return new ServedProcess(process, Files.readString(out), seconds);
  }

  URI address() {
    return URI.create(value("AI Wiki Builder is ready at").orElseThrow());
  }

  /** The secret of the link that makes the first account; none when there is one. */
  Optional<String> firstAccount() {
    return value("first account").map(link -> link.replaceFirst(".*link=", ""));
  }

  private Optional<String> value(String line) {
    Matcher value = Pattern.compile("(?m)^(?:  )?" + line + " +(\\S+)").matcher(introduction);
    return value.find() ? Optional.of(value.group(1)) : Optional.empty();
  }

  double readySeconds() {
    return readySeconds;
  }

  /** Memory of the server itself, without its PostgreSQL: proportional set size in bytes. */
  long bytes() {
    return MeasuredProcess.proportionalBytes(process.pid());
  }

  /** Processor seconds of the server itself so far. */
  double processorSeconds() {
    return process.info().totalCpuDuration().map(spent -> spent.toMillis() / 1e3).orElse(0.0);
  }

  /** Bytes that objects take after a full collection: what must not grow under load. */
  long liveBytes(Path jdk) {
    String histogram =
        MeasuredProcess.run(
                List.of(
                    jdk.resolve("bin/jcmd").toString(),
                    Long.toString(process.pid()),
                    "GC.class_histogram"),
                Map.of())
            .output();
    Matcher total = Pattern.compile("(?m)^Total +\\d+ +(\\d+)").matcher(histogram);
    return total.find() ? Long.parseLong(total.group(1)) : 0;
  }

  /** Ends it as SIGTERM does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a server stopped", e);
    }
  }
}
