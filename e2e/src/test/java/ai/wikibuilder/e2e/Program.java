package ai.wikibuilder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program in a process of its own. May be used by several threads. */
final class Program implements AutoCloseable {
  /** Long enough for a busy machine. */
  private static final Duration WAIT_MAX = Duration.ofMinutes(3);

  private static final Path JAR = Path.of("../cli/target/app/aiwiki.jar");

  private final Process process;
  private final Path out;
  private final Path err;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** What it is started with beside its words: where it keeps its data, and who may be reached. */
  record Setting(Path dataFolder, String allowedHosts) {}

  /**
   * Starts it with these words behind its name; what it prints is kept in the data folder's own.
   */
  static Program start(Setting setting, String... words) {
    assertThat(JAR).as("packaged by ./build quick or mvn verify").isRegularFile();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(words));
    try {
      Path folder = Files.createDirectories(setting.dataFolder().resolveSibling("said"));
      Path out = Files.createTempFile(folder, words[0], ".out");
      Path err = Files.createTempFile(folder, words[0], ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("AIWIKI_"));
      environment.put("AIWIKI_DATA_DIR", setting.dataFolder().toString());
      environment.put("AIWIKI_ALLOWED_HOSTS", setting.allowedHosts());
      return new Program(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has printed what is wanted, or has ended; all of its standard output. */
  String awaitOut(Predicate<String> wanted) {
    await(() -> wanted.test(out()));
    return out();
  }

  /** The same for what it says on standard error. */
  String awaitErr(Predicate<String> wanted) {
    await(() -> wanted.test(err()));
    return err();
  }

  private void await(BooleanSupplier there) {
    long latest = System.nanoTime() + WAIT_MAX.toNanos();
    try {
      while (!there.getAsBoolean() && System.nanoTime() < latest) {
        if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What stands behind a word of what it printed. */
  static String behind(String word, String printed) {
    Matcher value = Pattern.compile("(?m)^ *" + Pattern.quote(word) + " +(\\S+)").matcher(printed);
    assertThat(value.find()).as("%s in %s", word, printed).isTrue();
    return value.group(1);
  }

  String out() {
    return read(out);
  }

  String err() {
    return read(err);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end; the exit code. */
  int exit() {
    try {
      assertThat(process.waitFor(WAIT_MAX.toSeconds(), TimeUnit.SECONDS))
          .as("has ended: %s", err())
          .isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return process.exitValue();
  }

  /** As {@code kill -9} does, unless it has ended before; the exit code. */
  int kill() {
    process.destroyForcibly();
    return exit();
  }

  /** As SIGTERM does: it ends by itself, and what it has started with it. */
  @Override
  public void close() {
    process.destroy();
    exit();
  }
}
