package ai.wikibuilder.server.database;

import ai.wikibuilder.generations.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is looked at in the folder of an embedded PostgreSQL before it is started. */
final class DataFolder {
  /** The major version whose binaries ship. */
  private static final String MAJOR = "18";

  private static final long MB = 1L << 20;

  /** Programs of 60 MB, tables and log of 65, with some to spare. */
  private static final long FIRST_START_BYTES = 160 * MB;

  /** Beside the data as long as a first start has not come to its end. */
  private static final String UNFINISHED = "data.unfinished";

  private DataFolder() {}

  /**
   * Refuses rows that another major version wrote: PostgreSQL cannot read them.
   *
   * @throws DatabaseException FOLDER with the steps that bring them over
   */
  static void requireSameVersion(Path data) throws IOException {
    Path version = data.resolve("PG_VERSION");
    if (!Files.exists(version)) {
      return;
    }
    String found = Files.readString(version).strip();
    if (!found.equals(MAJOR)) {
      throw new DatabaseException(
          DatabaseException.Kind.FOLDER,
          ("%s was written by PostgreSQL %s, and this program brings %s. Nothing was changed. To"
                  + " bring the rows over:\n"
                  + "  1. with a PostgreSQL %2$s on this machine: pg_ctl -D %1$s start, then\n"
                  + "     pg_dump --format=custom --file=aiwiki.dump aiwiki, then pg_ctl -D %1$s"
                  + " stop\n"
                  + "  2. move %1$s away and start this program once; it makes a new folder\n"
                  + "  3. pg_restore --clean --dbname=aiwiki aiwiki.dump")
              .formatted(data, found, MAJOR));
    }
  }

  /**
   * Refuses a first start on a disk that cannot take it: PostgreSQL would hang over half its files.
   *
   * @param usableBytes what the disk has left
   * @throws DatabaseException FOLDER
   */
  static void requireRoom(Path data, long usableBytes) {
    if (!Files.exists(data.resolve("PG_VERSION")) && usableBytes < FIRST_START_BYTES) {
      throw new DatabaseException(
          DatabaseException.Kind.FOLDER,
          ("there is no room for a database in %s: %d MB are left, and its first start takes %d MB."
                  + " Make room, or name another place in AIWIKI_DATA_DIR")
              .formatted(data.getParent(), usableBytes / MB, FIRST_START_BYTES / MB));
    }
  }

  /** Takes away what a first start left when it was killed: it holds no row of anybody. */
  static void clearUnfinished(Path data) throws IOException {
    if (Files.exists(data.resolveSibling(UNFINISHED))) {
      FolderTree.delete(data);
    }
  }

  /** Runs the start; until it has worked once, the folder counts as unfinished. */
  static <T> T filledWhole(Path data, Filling<T> filling) throws IOException {
    Path mark = data.resolveSibling(UNFINISHED);
    boolean first = !Files.exists(data.resolve("PG_VERSION"));
    if (first) {
      Files.writeString(mark, "");
    }
    T filled = filling.fill();
    Files.deleteIfExists(mark);
    return filled;
  }

  /** A start. */
  interface Filling<T> {
    T fill() throws IOException;
  }
}
