package ai.wikibuilder.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held as long as a server uses a data folder; the system lets it go when the process dies. */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it at once or not at all.
   *
   * @throws DatabaseException FOLDER when another server has it
   */
  static FolderLock take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new FolderLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // The same process has it: as much in use as by another one.
    }
    channel.close();
    throw new DatabaseException(
        DatabaseException.Kind.FOLDER,
        "another server uses %s. Stop that one, or give this one a folder of its own in"
                .formatted(file.toAbsolutePath().getParent())
            + " AIWIKI_DATA_DIR");
  }

  /** Whether nobody has it at this moment. */
  static boolean isFree(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
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
