package ai.wikibuilder.server.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held while somebody replaces a key; the system lets it go when the process dies. Two at once
 * would each write a keyset without the other's key.
 */
public final class RotationTurn implements AutoCloseable {
  private final FileChannel channel;

  private RotationTurn(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the turn; none when somebody else has it. */
  public static Optional<RotationTurn> take(SecretSettings settings) {
    Path key = settings.file().toAbsolutePath();
    try {
      FileChannel channel =
          FileChannel.open(
              key.resolveSibling(key.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        return Optional.of(new RotationTurn(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this process has it
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
