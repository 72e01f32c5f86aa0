package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when the disk takes no more: simulated by the size a process may give a file. */
class FullDiskTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 64, 256})
  void aBuildThatCannotWriteOnFailsByNameAndTheEarlierWikiStays(int kilobytes) throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    assertThat(build(sample).exit()).isZero();
    String before = Files.readString(home.resolve("out/index.html"));
    StringBuilder large = new StringBuilder("def large():\n");
    Random random = new Random(1); // what cannot be packed
    for (int i = 0; i < 12_000; i++) {
      large.append("    value_%d = %d\n".formatted(random.nextInt(), random.nextLong()));
    }
    sample.write("tools/large.py", large.toString()).commit("larger");

    CommandLineProcess process =
        CommandLineProcess.start(
            home,
            List.of(
                "sh",
                "-c",
                "trap '' XFSZ; ulimit -f %d; exec \"$@\"".formatted(kilobytes * 2),
                "sh"),
            "build",
            sample.folder().toString(),
            "--out",
            home.resolve("out").toString());

    assertThat(process.exit()).as(process.said()).isEqualTo(2);
    assertThat(process.said()).contains("no space left").doesNotContain("\tat ");
    assertThat(home.resolve("out/index.html")).hasContent(before);
    assertThat(home.resolve("out/.aiwiki/staging/next")).doesNotExist();
    assertThat(build(sample).exit()).isZero();
  }

  @Test
  void anOutputThatCannotBeMadeIsNamed() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    Path file = Files.writeString(home.resolve("file"), "not a folder");

    CommandLineRun run =
        CommandLineRun.of(
            home, "build", sample.folder().toString(), "--out", file.resolve("out").toString());

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(file.toString());
  }

  private CommandLineRun build(SampleRepository sample) {
    return CommandLineRun.of(
        home, "build", sample.folder().toString(), "--out", home.resolve("out").toString());
  }
}
