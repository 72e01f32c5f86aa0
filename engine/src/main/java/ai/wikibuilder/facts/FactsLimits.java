package ai.wikibuilder.facts;

import java.time.Duration;

/**
 * What one file may cost before it is given up. Immutable.
 *
 * @param parseBytesMax larger files are not parsed; the largest source files worth it are about 1
 *     MB
 * @param softFixed the parser's own limit for a file is this much ...
 * @param softPerByte ... and this much for each byte; the worst real file measured took 2 µs a
 *     byte, and a busy machine may take several times as long
 * @param hardFixed after this much ...
 * @param hardPerByte ... and this much for each byte without an answer, the process is killed
 * @param pendingBytesMax texts that wait for the parser; who hands in more waits too
 * @param addressSpaceBytesMax of the parser's process, where the system can limit it: a 40 KB file
 *     was seen to take 4.3 GB
 */
public record FactsLimits(
    int parseBytesMax,
    Duration softFixed,
    Duration softPerByte,
    Duration hardFixed,
    Duration hardPerByte,
    long pendingBytesMax,
    long addressSpaceBytesMax) {
  public FactsLimits {
    if (parseBytesMax < 1 || pendingBytesMax < 1 || addressSpaceBytesMax < 1) {
      throw new IllegalArgumentException(
          "sizes must be at least 1, got parseBytesMax %d, pendingBytesMax %d, addressSpaceBytesMax %d"
              .formatted(parseBytesMax, pendingBytesMax, addressSpaceBytesMax));
    }
  }

  public static FactsLimits defaults() {
    return new FactsLimits(
        2 * 1024 * 1024,
        Duration.ofMillis(1_500),
        Duration.ofNanos(10_000),
        // The first file of a language waits for its query: for C++ on the bundled core, seconds.
        Duration.ofSeconds(12),
        Duration.ofNanos(30_000),
        16L * 1024 * 1024,
        3L * 1024 * 1024 * 1024);
  }

  Duration soft(int byteCount) {
    return softFixed.plus(softPerByte.multipliedBy(byteCount));
  }

  Duration hard(int byteCount) {
    return hardFixed.plus(hardPerByte.multipliedBy(byteCount));
  }
}
