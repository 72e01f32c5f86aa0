package ai.wikibuilder.generations;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.generations.RepositoryLock.Hold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock of one machine, {@code repo.lock}. */
class LockFileTest extends RepositoryLockContract {
  @TempDir private Path folder;

  @Override
  protected RepositoryLock contender() {
    return new LockFile(file());
  }

  private Path file() {
    return folder.resolve("repo.lock");
  }

  /** A process of its own, which is killed while it has the right. */
  @Override
  protected long takenByOneThatDies() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String token = holder.inputReader(StandardCharsets.US_ASCII).readLine();
    assertThat(contender().take()).isEmpty();
    holder.destroyForcibly().waitFor();
    return Long.parseLong(token);
  }

  /** Somebody cleared the folder away: who had the right must not go on as if nothing were. */
  @Test
  void aFileThatIsDeletedIsARightThatIsLost() throws IOException {
    try (Hold held = contender().take().orElseThrow()) {
      Files.delete(file());
      assertThat(held.renew()).isFalse();

      try (Hold next = contender().take().orElseThrow()) {
        assertThat(next.renew()).isTrue();
        assertThat(held.renew()).isFalse();
      }
    }
  }

  @Test
  void aFileOfAnEarlierVersionBeginsWithTheFirstToken() throws IOException {
    Files.writeString(file(), "4711");

    try (Hold held = contender().take().orElseThrow()) {
      assertThat(held.token()).isEqualTo(1);
      assertThat(new LockFile(file()).holder()).contains(ProcessHandle.current().pid());
    }
  }

  /** Takes the right, says its token and stays. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] words) throws IOException {
      Hold held = new LockFile(Path.of(words[0])).take().orElseThrow();
      System.out.println(held.token());
      System.out.flush();
      int _ = System.in.read();
      held.close();
    }
  }
}
