package ai.wikibuilder.source.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The packs of a repository, checked against the sums at their ends before they are believed. */
final class PackFiles {
  /** Bytes of a SHA-1, which ends every pack and every index. */
  private static final int SUM_BYTES = 20;

  private static final int BUFFER_BYTES = 256 << 10;

  private final List<Path> packs;

  private PackFiles(List<Path> packs) {
    this.packs = packs;
  }

  static PackFiles in(Path gitFolder) throws IOException {
    List<Path> packs = new ArrayList<>();
    Path folder = gitFolder.resolve("objects").resolve("pack");
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.pack")) {
        found.forEach(packs::add);
      }
    }
    return new PackFiles(packs);
  }

  /** Their file names, sorted. */
  List<String> names() {
    return packs.stream().map(pack -> pack.getFileName().toString()).sorted().toList();
  }

  /** Whether every pack is whole and has its index, and there are not too many of them. */
  boolean areSound(int packCountMax) throws IOException {
    if (packs.size() > packCountMax) {
      return false;
    }
    for (Path pack : packs) {
      String name = pack.getFileName().toString();
      Path index = pack.resolveSibling(name.substring(0, name.length() - 4) + "idx");
      if (!Files.isRegularFile(index) || !isWhole(index) || !isWhole(pack)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhole(Path file) throws IOException {
    long contentBytes = Files.size(file) - SUM_BYTES;
    if (contentBytes < 0) {
      return false;
    }
    MessageDigest digest = sha1();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      long left = contentBytes;
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          return false;
        }
        digest.update(buffer, 0, count);
        left -= count;
      }
      return Arrays.equals(digest.digest(), in.readNBytes(SUM_BYTES));
    }
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every runtime has SHA-1", e);
    }
  }
}
