package ai.wikibuilder.source.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads files below one folder and nothing else: no link is followed, neither the file nor a folder
 * on the way to it. Threads may share it.
 */
public final class FolderFiles {
  /** Git's own small files, such as HEAD and config; real ones are a few kilobytes. */
  static final int SMALL_FILE_BYTES_MAX = 1 << 20;

  /** How a path stands on disk. */
  public enum Kind {
    FILE,
    FOLDER,
    LINK,
    /** A socket, a pipe or a device. */
    OTHER,
    MISSING,
    /** The name cannot be written in the encoding of this machine, so nothing is known. */
    UNNAMEABLE
  }

  /** What the file system says about a path; for a kind other than FILE the rest is zero. */
  public record Status(Kind kind, long byteCount, Instant modified) {
    static Status of(Kind kind) {
      return new Status(kind, 0, Instant.EPOCH);
    }
  }

  private final Path root;
  private final Map<Path, Boolean> plainFolders = new ConcurrentHashMap<>();

  /** A folder; itself it may be reached through links. */
  public FolderFiles(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  public Path root() {
    return root;
  }

  /** The status of a path with {@code /} between its parts. */
  public Status status(String path) {
    try {
      Path file = resolve(path);
      if (!isPlainFolder(file.resolveSibling("").normalize())) {
        return Status.of(Kind.MISSING);
      }
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isRegularFile()) {
        return new Status(Kind.FILE, attributes.size(), attributes.lastModifiedTime().toInstant());
      }
      return Status.of(
          attributes.isSymbolicLink()
              ? Kind.LINK
              : attributes.isDirectory() ? Kind.FOLDER : Kind.OTHER);
    } catch (InvalidPathException e) {
      return Status.of(Kind.UNNAMEABLE);
    } catch (IOException e) {
      return Status.of(Kind.MISSING);
    }
  }

  /** The content of a regular file, empty when it is none, is larger, or cannot be read. */
  public Optional<byte[]> bytes(String path, long byteCountMax) {
    if (status(path).kind() != Kind.FILE) {
      return Optional.empty();
    }
    int max = (int) Math.min(byteCountMax, Integer.MAX_VALUE - 16);
    try (InputStream stream = Files.newInputStream(resolve(path), LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = stream.readNBytes(max);
      return stream.read() < 0 ? Optional.of(bytes) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path resolve(String path) {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root) || file.equals(root)) {
      throw new InvalidPathException(path, "leads out of the folder");
    }
    return file;
  }

  private boolean isPlainFolder(Path folder) throws IOException {
    Boolean known = plainFolders.get(folder);
    if (known != null) {
      return known;
    }
    try {
      boolean plain =
          folder.toRealPath().equals(folder.toRealPath(LinkOption.NOFOLLOW_LINKS))
              && folder.toRealPath().startsWith(root);
      plainFolders.put(folder, plain);
      return plain;
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
