package ai.wikibuilder.facts.process;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How a child is run. Immutable.
 *
 * @param command starts a child that runs a {@link Worker}
 * @param threadCount pieces the child does at the same time
 * @param hardLimit how long a piece of so many bytes may take before the child is killed
 * @param startLimit how long a child may take until it is ready, or until it begins a piece
 * @param pendingBytesMax pieces handed in and not yet answered
 */
public record SupervisorSettings(
    List<String> command,
    int threadCount,
    IntFunction<Duration> hardLimit,
    Duration startLimit,
    long pendingBytesMax) {
  public SupervisorSettings {
    command = List.copyOf(command);
  }
}
