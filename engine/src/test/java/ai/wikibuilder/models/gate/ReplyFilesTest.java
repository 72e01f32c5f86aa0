package ai.wikibuilder.models.gate;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyFilesTest {
  @TempDir Path folder;

  @Test
  void aReplyIsFoundAgainWithEverythingButItsCost() {
    ReplyFiles files = new ReplyFiles(folder, 1 << 20);
    ChatReply reply =
        new ChatReply(
            "Text with ü and\nlines",
            List.of(new ToolCall("id", "read", "{\"a\":1}", "mark")),
            ChatReply.Stop.TOOL_CALLS,
            Usage.none(),
            "model");

    files.keep(key(1), reply);

    assertThat(new ReplyFiles(folder, 1 << 20).find(key(1))).hasValue(reply);
    assertThat(files.find(key(2))).isEmpty();
  }

  @Test
  void aDamagedFileIsNoReply() throws IOException {
    Random random = new Random(3);
    ReplyFiles files = new ReplyFiles(folder, 1 << 20);
    Path file = folder.resolve(key(1).substring(0, 2)).resolve(key(1));
    for (int round = 0; round < 100; round++) {
      files.keep(key(1), reply("some text"));
      byte[] bytes = Files.readAllBytes(file);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, bytes);

      files.find(key(1)).ifPresent(found -> assertThat(found.text()).isEqualTo("some text"));
    }
  }

  @Test
  void theFolderDoesNotGrowPastItsSizeAndForgetsWhatWasNotUsedForLongest() throws IOException {
    for (int i = 0; i < 600; i++) {
      // as processes do that ask one question each
      new ReplyFiles(folder, 20_000).keep(key(i), reply("x".repeat(500)));
    }

    try (Stream<Path> all = Files.walk(folder)) {
      long bytes = all.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
      assertThat(bytes).isLessThan(20_000 + 256 * 700);
    }
    ReplyFiles files = new ReplyFiles(folder, 20_000);
    assertThat(files.find(key(599))).isPresent();
    assertThat(files.find(key(0))).isEmpty();
  }

  @Test
  void aPlaceThatCannotBeWrittenKeepsNothing() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "a file");
    ReplyFiles files = new ReplyFiles(plain, 1 << 20);

    files.keep(key(1), reply("x"));

    assertThat(files.find(key(1))).isEmpty();
  }

  private static ChatReply reply(String text) {
    return new ChatReply(text, List.of(), ChatReply.Stop.END, Usage.none(), "model");
  }

  private static String key(int number) {
    return String.format(Locale.ROOT, "%064x", number * 0x9E3779B97F4A7C15L);
  }
}
