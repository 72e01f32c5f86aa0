package ai.wikibuilder.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Whether the disk of what is stored takes another build. Builds are what fills it: they wait while
 * little is left, so that the rest is there for the database beside them. Threads may share it.
 */
public final class Room {
  /** Bytes that builds leave free: the log of a busy database takes a quarter of it at most. */
  public static final long RESERVE_BYTES = 256L << 20;

  private final LongSupplier usable;

  /**
   * Makes one.
   *
   * @param usable bytes that are free
   */
  public Room(LongSupplier usable) {
    this.usable = usable;
  }

  /** Of the disk a folder is on, or will be. */
  public static Room of(Path folder) {
    return new Room(() -> usableBytes(folder));
  }

  private static long usableBytes(Path folder) {
    Path existing = folder;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      return Files.getFileStore(existing).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes that are free. */
  public long usableBytes() {
    return usable.getAsLong();
  }

  /** Whether a build may begin. */
  public boolean isThere() {
    return usableBytes() >= RESERVE_BYTES;
  }
}
