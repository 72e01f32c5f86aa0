package ai.wikibuilder.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One finished process, measured from outside. Immutable.
 *
 * @param seconds wall clock from start to end
 * @param peakBytes largest sum of the proportional set sizes over the process and its descendants,
 *     sampled; 0 where the platform has no {@code /proc}
 * @param output its standard output
 */
public record MeasuredProcess(double seconds, long peakBytes, String output) {
  /** Time between two samples of the memory; each costs the process some milliseconds. */
  private static final long SAMPLE_MILLIS = 50;

  /** Longest a measured command may take. */
  private static final long MINUTES_MAX = 30;

  /**
   * Runs a command to its end and times it; nothing looks at it meanwhile.
   *
   * @throws IllegalStateException when it ends with another code than 0, with what it said
   */
  public static MeasuredProcess run(List<String> command, Map<String, String> environment) {
    return run(command, environment, TimeUnit.MINUTES.toMillis(MINUTES_MAX));
  }

  /**
   * Whether a program is on the PATH.
   *
   * @param versionFlag makes it print something and end
   */
  public static boolean isInstalled(String program, String versionFlag) {
    try {
      Process process =
          new ProcessBuilder(program, versionFlag)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor();
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking for " + program, e);
    }
  }

  /** Runs a command to its end and samples its memory, which makes it slower. */
  static MeasuredProcess sampled(List<String> command, Map<String, String> environment) {
    return run(command, environment, SAMPLE_MILLIS);
  }

  private static MeasuredProcess run(
      List<String> command, Map<String, String> environment, long waitMillis) {
    try {
      Path out = Files.createTempFile("benchmark", ".out");
      Path err = Files.createTempFile("benchmark", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      long started = System.nanoTime();
      Process process = builder.start();
      long peak = 0;
      while (!process.waitFor(waitMillis, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, treeBytes(process.toHandle()));
        if (System.nanoTime() - started > TimeUnit.MINUTES.toNanos(MINUTES_MAX)) {
          process.destroyForcibly();
        }
      }
      double seconds = (System.nanoTime() - started) / 1e9;
      String output = text(out);
      String errors = text(err);
      Files.delete(out);
      Files.delete(err);
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            "%s ended with %d: %s".formatted(command, process.exitValue(), errors));
      }
      return new MeasuredProcess(seconds, peak, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }

  /** What other programs print holds names of files and of symbols in any encoding. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static long treeBytes(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants())
        .mapToLong(process -> proportionalBytes(process.pid()))
        .sum();
  }

  /** Proportional set size of one process; 0 when it has ended or there is no {@code /proc}. */
  public static long proportionalBytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0; // the process ended between the listing and the look, or there is no /proc
    }
  }
}
