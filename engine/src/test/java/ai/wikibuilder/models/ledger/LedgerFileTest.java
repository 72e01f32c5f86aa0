package ai.wikibuilder.models.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {
  @TempDir Path folder;

  @Test
  void whatWasKeptIsReadAgain() {
    List<LedgerEntry> written = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      LedgerEntry entry = entry(random, i);
      written.add(entry);
      new LedgerFile(file()).append(entry);
    }

    assertThat(new LedgerFile(file()).entries()).isEqualTo(written);
  }

  @Test
  void aFileThatIsNotThereHasNoEntries() {
    assertThat(new LedgerFile(file()).entries()).isEmpty();
  }

  @Test
  void aTornOrDamagedLineSpoilsNoOther() throws IOException {
    Random random = new Random(6);
    for (int i = 0; i < 20; i++) {
      new LedgerFile(file()).append(entry(random, i));
    }
    byte[] bytes = Files.readAllBytes(file());
    for (int round = 0; round < 100; round++) {
      byte[] damaged =
          random.nextBoolean()
              ? java.util.Arrays.copyOf(bytes, bytes.length - 1 - random.nextInt(100))
              : bytes.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file(), damaged);

      new LedgerFile(file()).append(entry(random, 99));

      List<LedgerEntry> read = new LedgerFile(file()).entries();
      assertThat(read).as("round %d", round).hasSizeGreaterThanOrEqualTo(18);
      assertThat(read.getLast().subject()).isEqualTo("page 99");
    }
  }

  @Test
  void manyThreadsWriteWithoutMixingTheirLines() {
    LedgerFile file = new LedgerFile(file());
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        int number = i;
        writers.execute(() -> file.append(entry(new Random(number), number)));
      }
    }

    assertThat(file.entries())
        .hasSize(100)
        .extracting(LedgerEntry::subject)
        .doesNotHaveDuplicates();
  }

  @Test
  void whoeverIsInterruptedStillPays() {
    Thread.currentThread().interrupt();
    new LedgerFile(file()).append(entry(new Random(1), 1));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(new LedgerFile(file()).entries()).hasSize(1);
  }

  private Path file() {
    return folder.resolve("ledger");
  }

  private static LedgerEntry entry(Random random, int number) {
    Optional<Money> cost =
        random.nextBoolean() ? Optional.of(new Money(random.nextInt(1 << 30))) : Optional.empty();
    int in = random.nextInt(100_000);
    return new LedgerEntry(
        Instant.ofEpochMilli(1_760_000_000_000L + random.nextInt()),
        random.nextBoolean() ? Purpose.PAGE : Purpose.CODE_MAP,
        "page " + number,
        "maker/model-ü:\"1\"",
        new Usage(in, random.nextInt(in + 1), random.nextInt(9_000), random.nextInt(5_000), cost),
        random.nextInt(100_000),
        random.nextBoolean(),
        random.nextBoolean() ? Optional.of(ModelException.Kind.SILENT) : Optional.empty());
  }
}
