package ai.wikibuilder.server.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL that outlived the server it belonged to, as after {@code kill -9}. The caller holds
 * the lock of the folder, so whatever still runs there is nobody's.
 *
 * @param data its rows
 * @param binaries where its programs were unpacked
 */
record Orphan(Path data, Path binaries) {
  private static final long STOP_SECONDS_MAX = 30;

  /** Stops it and waits until it is gone; a note of one that is gone already is taken away. */
  void stop() throws IOException {
    Path note = data.resolve("postmaster.pid");
    if (!Files.exists(note)) {
      return;
    }
    if (isRunning()) {
      Optional<Path> control = control();
      if (control.isPresent()) {
        stop(control.get());
      }
    }
    Files.deleteIfExists(note);
  }

  /** The process of the note; empty when there is no note, or nobody has that number now. */
  Optional<ProcessHandle> process() throws IOException {
    Path note = data.resolve("postmaster.pid");
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    String process = Files.readString(note).lines().findFirst().orElse("").strip();
    return process.matches("\\d{1,9}")
        ? ProcessHandle.of(Long.parseLong(process))
        : Optional.empty();
  }

  /** Whether the process of the note is a PostgreSQL: numbers of processes come again. */
  private boolean isRunning() throws IOException {
    Optional<ProcessHandle> process = process();
    if (process.isEmpty()) {
      return false;
    }
    Path command = Path.of("/proc", Long.toString(process.get().pid()), "cmdline");
    if (Files.isReadable(command)) {
      // Empty for one that has ended and was not waited for.
      return Files.readString(command, StandardCharsets.ISO_8859_1).contains(data.toString());
    }
    return process
        .flatMap(running -> running.info().command())
        .filter(name -> name.contains("postgres"))
        .isPresent();
  }

  private Optional<Path> control() throws IOException {
    try (Stream<Path> unpacked = Files.list(binaries)) {
      return unpacked
          .map(folder -> folder.resolve("bin/pg_ctl"))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }

  private void stop(Path control) throws IOException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name")) && LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(control.toString(), "-D", data.toString(), "-m", "fast", "-w"));
    command.addAll(List.of("-t", Long.toString(STOP_SECONDS_MAX), "stop"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(2 * STOP_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new DatabaseException(
            DatabaseException.Kind.NOT_STARTED,
            "a PostgreSQL still runs in %s and does not stop. Stop it with: %s"
                .formatted(data, String.join(" ", command)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while stopping PostgreSQL", e));
    }
  }
}
