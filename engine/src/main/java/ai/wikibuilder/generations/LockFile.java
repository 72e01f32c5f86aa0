package ai.wikibuilder.generations;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the operating system on a file, which it lets go of when the process ends, however it
 * ends. The file stays: one line of ASCII, the number of the last holder's process, a space and its
 * token. A file that is damaged, or of a version without tokens, begins with token 1.
 */
public final class LockFile implements RepositoryLock {
  /** Name of the file in the folder {@code .aiwiki} of an output folder. */
  static final String NAME = "repo.lock";

  /** Two numbers of 19 digits and what is between them fit well. */
  private static final int LENGTH_MAX = 64;

  private static final Pattern LINE = Pattern.compile("(\\d{1,18})(?: (\\d{1,18}))?\\s*");

  private final Path file;

  public LockFile(Path file) {
    this.file = file;
  }

  /**
   * Takes it.
   *
   * @throws GenerationException READ_ONLY, DISK_FULL when the file cannot be written
   */
  @Override
  public Optional<Hold> take() {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        return Optional.empty();
      }
      long token = number(text(channel), 2) + 1;
      String line = ProcessHandle.current().pid() + " " + token + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)), 0);
      return Optional.of(new Held(channel, key(), token));
    } catch (IOException e) {
      closeAfterFailure(channel, e);
      throw GenerationStore.writeFailure(file, e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process
    }
  }

  /** The process that took it last; empty when there was none. */
  Optional<Long> holder() {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return Optional.of(number(text(channel), 1)).filter(pid -> pid > 0);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String text(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH_MAX);
    int length = channel.read(bytes, 0);
    return new String(bytes.array(), 0, Math.max(0, length), StandardCharsets.US_ASCII);
  }

  /** 0 where there is none. */
  private static long number(String text, int place) {
    Matcher line = LINE.matcher(text);
    return line.matches() && line.group(place) != null ? Long.parseLong(line.group(place)) : 0;
  }

  /** What tells this file from another that came to be in its place; null where nothing does. */
  private @Nullable Object key() throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
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

  private final class Held implements Hold {
    private final FileChannel channel;
    private final @Nullable Object key;
    private final long token;

    Held(FileChannel channel, @Nullable Object key, long token) {
      this.channel = channel;
      this.key = key;
      this.token = token;
    }

    @Override
    public long token() {
      return token;
    }

    /** Lost is also what somebody deleted: the next one locks a file of its own. */
    @Override
    public boolean renew() {
      try {
        return channel.isOpen() && Objects.equals(key, key());
      } catch (IOException e) {
        return false;
      }
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new GenerationException(
            GenerationException.Kind.READ_ONLY, "cannot let go of the output's lock", e);
      }
    }
  }
}
