package ai.wikibuilder.generations;

import ai.wikibuilder.generations.GenerationException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to write one output folder. Held through the file {@code repo.lock}, which the
 * operating system lets go of when the process ends, however it ends; the file itself stays.
 */
public final class OutputLock implements AutoCloseable {
  static final String FILE_NAME = "repo.lock";

  private final FileChannel channel;

  private OutputLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock at once or not at all.
   *
   * @throws GenerationException of kind {@code LOCKED} naming the process that holds it
   */
  static OutputLock take(Path file) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        String holder = holder(channel);
        channel.close();
        throw new GenerationException(
            Kind.LOCKED,
            "another build is writing here"
                + holder
                + ": "
                + file.getParent()
                + ". Wait for it, or build into another folder with --out");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return new OutputLock(channel);
    } catch (IOException e) {
      closeAfterFailure(channel, e);
      throw GenerationStore.writeFailure(file, e);
    }
  }

  /** Fails loudly when the lock is not held any more, which would be a fault of ours. */
  public void assertHeld() {
    if (!channel.isOpen()) {
      throw new IllegalStateException("the output's lock was let go of");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    return pid.matches("\\d+") ? " (process " + pid + ")" : "";
  }

  private static void closeAfterFailure(@Nullable FileChannel channel, IOException cause) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new GenerationException(Kind.READ_ONLY, "cannot let go of the output's lock", e);
    }
  }
}
