package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that dies at any moment leaves the earlier wiki whole, or the new one. */
class InterruptedBuildTest {
  private static final long SEED = 20261124;

  /** A build of the sample takes about this long as a process. */
  private static final int BUILD_MILLIS = 2_500;

  /** It takes a tenth of a second; what waits for a stage to end takes five. */
  private static final int INTERRUPTED_MILLIS_MAX = 4_000;

  @TempDir Path home;

  @Test
  void anInterruptedOrKilledBuildLeavesTheOldWikiOrTheNewOne() throws IOException {
    die(6);
  }

  @Test
  @Tag("long")
  void manyInterruptedOrKilledBuildsLeaveTheOldWikiOrTheNewOne() throws IOException {
    die(100);
  }

  private void die(int times) throws IOException {
    SampleRepository sample = SampleRepository.files(home.resolve("ferry"));
    for (int i = 0; i < 300; i++) {
      sample.write(
          "src/main/java/org/example/ferry/many/Part%d.java".formatted(i),
          "package org.example.ferry.many;\n\n/** Part %d. */\npublic class Part%d {}\n"
              .formatted(i, i));
    }
    sample.git("init", "-q", "-b", "main").commit("first");
    assertThat(build(sample).exit()).isZero();
    Random random = new Random(SEED);
    System.out.println("seed " + SEED);
    for (int i = 0; i < times; i++) {
      Map<String, String> before = published();
      sample.write(
          "README.md",
          "# Ferry\n\nFerry carries parcels between shops, and this is state %d of the project.\n"
              .formatted(i));
      sample.write(
          "src/main/java/org/example/ferry/many/New%d.java".formatted(i),
          "class New%d {}\n".formatted(i));
      sample.commit("next");
      boolean interrupt = i % 2 == 0;

      CommandLineProcess process =
          CommandLineProcess.start(home, "build", sample.folder().toString(), "--out", out());
      boolean ended = process.endsWithin(random.nextInt(BUILD_MILLIS));
      if (interrupt) {
        process.interrupt();
        assertThat(process.endsWithin(INTERRUPTED_MILLIS_MAX)).as("ended by Ctrl-C").isTrue();
      } else {
        process.kill();
      }
      int exit = process.exit();

      assertThat(exit).as(process.said()).isIn(ended ? List.of(0) : List.of(0, 130, 137));
      assertWhole(before, "state " + i);
      if (interrupt) {
        assertThat(home.resolve("out/.aiwiki/staging/next")).doesNotExist();
      }
      CommandLineRun again = build(sample);
      assertThat(again.exit()).as(again.err()).isZero();
      assertThat(Files.readString(home.resolve("out/index.html"))).contains("state " + i);
    }
  }

  private void assertWhole(Map<String, String> before, String newWords) throws IOException {
    CommandLineRun search =
        CommandLineRun.of(home, "search", "Part7", "--wiki", out(), "--no-rerank", "--json");
    assertThat(search.exit()).as(search.err()).isZero();
    assertThat(search.out()).contains("Part7.java");
    Map<String, String> after = published();
    if (!after.equals(before)) {
      // The switch itself may have been cut short: the next command that writes finishes it.
      ai.wikibuilder.generations.GenerationStore.forWriting(home.resolve("out")).lock().close();
      assertThat(published().get("index.html")).contains(newWords);
      assertThat(published().get("llms-full.txt")).contains(newWords);
    }
  }

  private CommandLineRun build(SampleRepository sample) {
    return CommandLineRun.of(home, "build", sample.folder().toString(), "--out", out());
  }

  private String out() {
    return home.resolve("out").toString();
  }

  private Map<String, String> published() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(home.resolve("out"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = home.resolve("out").relativize(file).toString();
        if (!name.startsWith(".aiwiki")) {
          contents.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return contents;
  }
}
