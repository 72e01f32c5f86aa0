package ai.wikibuilder.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Most memory that this process and its children have held, as the operating system counts it. */
final class PeakMemory {
  private PeakMemory() {}

  /**
   * Sum of the peaks of the processes alive now, in bytes: an upper bound, since they need not have
   * peaked together; 0 where the platform has no {@code /proc}.
   */
  static long bytes() {
    ProcessHandle self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants())
        .mapToLong(process -> peakOf(process.pid()))
        .sum();
  }

  private static long peakOf(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0; // ended meanwhile, or a platform without /proc
    }
  }
}
