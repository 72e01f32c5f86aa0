package ai.wikibuilder.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Says on what and with which commit the figures were made. Stateless. */
public final class Machine {
  private Machine() {}

  /** A sentence for the head of a document; {@code root} is the project's folder. */
  public static String sentence(Path root) throws IOException {
    String commit =
        MeasuredProcess.run(
                List.of("git", "-C", root.toString(), "rev-parse", "--short", "HEAD"), Map.of())
            .output()
            .strip();
    return "Machine: %s, %d cores, %s of memory, Java %s. Commit %s."
        .formatted(
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
}
