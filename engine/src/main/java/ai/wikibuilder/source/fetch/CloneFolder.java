package ai.wikibuilder.source.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.generations.FolderTree;
import ai.wikibuilder.source.git.IsolatedGit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps what was fetched from one address, held by one fetch at a time.
 *
 * <p>On disk: {@code <id>} is a bare, shallow git repository; {@code <id>.lock} is held, by the
 * operating system, while a fetch adds to it. Packs are only added, so those who read an earlier
 * commit are not disturbed. The id is made of the address and of the size up to which files are
 * fetched, since a repository that lacks large files cannot serve a later, larger limit.
 */
final class CloneFolder implements AutoCloseable {
  /** Between two tries for the lock. */
  private static final Duration LOCK_PAUSE = Duration.ofMillis(100);

  /** Digits of the folder's name; 80 bits never meet by chance. */
  private static final int ID_LENGTH = 20;

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;
  private boolean made;

  private CloneFolder(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Waits for the folder of an address. */
  static CloneFolder hold(Path clones, String address, FetchLimits limits) throws IOException {
    Files.createDirectories(clones);
    String id = id(address + "\n" + limits.blobBytesMax());
    FileChannel lockFile =
        FileChannel.open(
            clones.resolve(id + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long deadline = System.nanoTime() + limits.fetchTimeMax().toNanos();
    for (FileLock lock = tryLock(lockFile); ; lock = tryLock(lockFile)) {
      if (lock != null) {
        return new CloneFolder(clones.resolve(id), lockFile, lock);
      }
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        lockFile.close();
        throw new FetchException(
            FetchException.Kind.LIMIT,
            "Somebody else has been fetching this repository for %,d s (fetchTimeMax). Try again later."
                .formatted(limits.fetchTimeMax().toSeconds()));
      }
      LockSupport.parkNanos(LOCK_PAUSE.toNanos());
    }
  }

  private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process, which the operating system does not tell apart.
      return null;
    }
  }

  /** The repository in the folder, made when it is not there or not usable. */
  Repository open(IsolatedGit git, boolean afresh) throws IOException {
    if (afresh || (Files.exists(folder) && !new CloneCheck(folder, git).isSound())) {
      FolderTree.delete(folder);
    }
    unlock();
    Repository repository = git.open(folder);
    try {
      if (!Files.isRegularFile(folder.resolve("HEAD"))) {
        repository.create(true);
        made = true;
      }
      return repository;
    } catch (IOException | RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  /** Takes the repository away again when it was not there before; the caller has closed it. */
  void removeIfMade() {
    if (made) {
      try {
        FolderTree.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Takes away the locks that git keeps on single files of the repository: who holds this folder is
   * alone in it, so they are of a process that was killed, and git would wait for none of them.
   */
  private void unlock() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> left;
    try (Stream<Path> all = Files.walk(folder)) {
      left = all.filter(file -> file.toString().endsWith(".lock")).toList();
    }
    for (Path lock : left) {
      Files.deleteIfExists(lock);
    }
  }

  private static String id(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every runtime has SHA-256", e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
