package ai.wikibuilder.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTextTest {
  private static final String MAGIC = "aiwiki.note 1";

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() {
    Path file = folder.resolve("deeper").resolve("note");
    SealedText.write(file, MAGIC, "{\"ş\":1}");

    assertThat(SealedText.read(file, MAGIC)).contains("{\"ş\":1}");
    assertThat(SealedText.read(folder.resolve("none"), MAGIC)).isEmpty();
  }

  @Test
  void everyChangedByteIsFound() throws IOException {
    Path file = folder.resolve("note");
    SealedText.write(file, MAGIC, "{\"one\":1,\"two\":[2]}");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(5);

    for (int at = 0; at < whole.length - 1; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 + random.nextInt(100));
      Files.write(file, changed);

      assertThatThrownBy(() -> SealedText.read(file, MAGIC))
          .as("byte %d", at)
          .isInstanceOf(GenerationException.class);
    }
  }

  @Test
  void aFileOfAnotherVersionIsNamed() {
    Path file = folder.resolve("note");
    SealedText.write(file, "aiwiki.note 2", "{}");

    assertThatThrownBy(() -> SealedText.read(file, MAGIC))
        .hasMessageContaining("not of a version this program reads");
  }
}
