package ai.wikibuilder.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line as a process of its own, which can be interrupted and killed. */
final class CommandLineProcess {
  /** Starts a program that heeds an interrupt; nothing where {@code env} cannot. */
  private static final List<String> HEEDING = heeding();

  private static final long SECONDS_MAX = 120;

  private final Process process;
  private final Path err;

  private CommandLineProcess(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  static CommandLineProcess start(Path home, String... arguments) {
    return start(home, List.of(), arguments);
  }

  /**
   * Starts it.
   *
   * @param wrapper command that runs the rest of its arguments, such as a shell with limits
   */
  static CommandLineProcess start(Path home, List<String> wrapper, String... arguments) {
    return start(home, wrapper, Map.of(), arguments);
  }

  /** Starts it with these variables of the environment beside its own. */
  static CommandLineProcess start(Path home, Map<String, String> variables, String... arguments) {
    return start(home, List.of(), variables, arguments);
  }

  /**
   * What is started in the background of a shell inherits that an interrupt is ignored, and so does
   * all it starts.
   */
  private static List<String> heeding() {
    List<String> wrapper = List.of("env", "--default-signal=INT");
    try {
      Process tried =
          new ProcessBuilder("env", "--default-signal=INT", "true")
              .redirectErrorStream(true)
              .start();
      return tried.waitFor() == 0 ? wrapper : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static CommandLineProcess start(
      Path home, List<String> wrapper, Map<String, String> variables, String... arguments) {
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(HEEDING);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    try {
      Path err = Files.createTempFile(home, "process", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(err.toFile());
      builder.environment().putAll(variables);
      builder.environment().put("AIWIKI_DATA_DIR", home.resolve("data").toString());
      return new CommandLineProcess(builder.start(), err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits so long, or until it has ended by itself. */
  boolean endsWithin(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends what Ctrl-C sends. */
  void interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  int exit() {
    if (!endsWithin(TimeUnit.SECONDS.toMillis(SECONDS_MAX))) {
      kill();
      throw new IllegalStateException("still running after " + SECONDS_MAX + " s: " + said());
    }
    return process.exitValue();
  }

  String said() {
    try {
      return Files.readString(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
