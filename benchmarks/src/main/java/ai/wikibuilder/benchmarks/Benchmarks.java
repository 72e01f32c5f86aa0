package ai.wikibuilder.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Runs all measurements on the repositories that are named, and writes the tables. */
public final class Benchmarks {
  private Benchmarks() {}

  /** Arguments: the project's folder, then the folders of the repositories. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path document = root.resolve("docs/benchmarks.md");
    StringBuilder tables = new StringBuilder(heading(root));
    Path scratch = Files.createTempDirectory("benchmarks");
    try {
      for (String folder : List.of(arguments).subList(1, arguments.length)) {
        System.err.println("measuring " + folder);
        tables.append(new RepositoryBenchmark(root, scratch, Path.of(folder)).section());
        tables.append('\n');
        Files.writeString(document, tables); // after each: a later one may fail
      }
    } finally {
      delete(scratch);
    }
    System.err.println("written: " + document);
  }

  private static String heading(Path root) throws IOException {
    String commit =
        MeasuredProcess.run(
                List.of("git", "-C", root.toString(), "rev-parse", "--short", "HEAD"), Map.of())
            .output()
            .strip();
    return """
    # Benchmarks

    Made by `benchmarks/run FOLDER...`. Whole processes, measured from outside: wall clock from start to end, and the
    largest sum of the proportional set sizes of the process and its children. Medians of three runs, each into a new
    folder with a warm page cache, unless said otherwise. Latencies are measured in a warm process, over %d queries made
    from the repository's own names and doc comments.

    Machine: %s, %d cores, %s of memory, Java %s. Commit %s.

    """
        .formatted(
            SearchBenchmark.QUERY_COUNT,
            processor(),
            Runtime.getRuntime().availableProcessors(),
            memory(),
            Runtime.version().feature(),
            commit);
  }

  private static String processor() throws IOException {
    return fact("/proc/cpuinfo", "model name");
  }

  private static String memory() throws IOException {
    String kilobytes = fact("/proc/meminfo", "MemTotal").replaceAll("\\D+", "");
    return kilobytes.isEmpty()
        ? "unknown size"
        : String.format(Locale.ROOT, "%.0f GiB", Long.parseLong(kilobytes) / 1048576.0);
  }

  private static String fact(String file, String name) throws IOException {
    if (!Files.exists(Path.of(file))) {
      return System.getProperty("os.arch", "");
    }
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
