package ai.wikibuilder.facts.treesitter;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import ai.wikibuilder.facts.treesitter.TreeSitterException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the native libraries: the core on this machine or in its jar, the grammars in their jars.
 * May be shared by threads and processes.
 *
 * <p>A library out of a jar is written to the natives folder as {@code <sha256>-<file name>}, first
 * under another name and then moved, and its content is compared with the jar's before every first
 * use: a damaged or foreign file is replaced. The folder is made for its owner only.
 */
public final class NativeLibraries {
  /** The core's name in its jar. */
  private static final String BUNDLED_CORE = "tree-sitter";

  /** Where the package {@code libtree-sitter0} of Debian and Ubuntu puts the core. */
  private static final List<String> SYSTEM_CORES =
      List.of(
          "/usr/lib/x86_64-linux-gnu/libtree-sitter.so.0",
          "/usr/lib/aarch64-linux-gnu/libtree-sitter.so.0",
          "/usr/lib64/libtree-sitter.so.0",
          "/usr/lib/libtree-sitter.so.0",
          "/usr/local/lib/libtree-sitter.so.0",
          "/opt/homebrew/lib/libtree-sitter.0.dylib",
          "/usr/local/lib/libtree-sitter.0.dylib");

  private final Path folder;
  private final Optional<Path> configuredCore;
  private final List<Path> systemCores;

  /**
   * @param folder where libraries are unpacked; made when missing
   * @param configuredCore a core to use before all others; a missing file is an error, not a silent
   *     change to another core
   */
  public NativeLibraries(Path folder, Optional<Path> configuredCore) {
    this(folder, configuredCore, SYSTEM_CORES.stream().map(Path::of).toList());
  }

  NativeLibraries(Path folder, Optional<Path> configuredCore, List<Path> systemCores) {
    this.folder = folder;
    this.configuredCore = configuredCore;
    this.systemCores = List.copyOf(systemCores);
  }

  /** Where the core comes from. */
  public enum CoreOrigin {
    CONFIGURED,
    /** A package of the operating system. */
    SYSTEM,
    /** The jar: always there, several times slower. */
    BUNDLED
  }

  /** A core library on disk. */
  public record Core(Path path, CoreOrigin origin) {}

  /**
   * The core to use: the configured one, else the system's, else the bundled one.
   *
   * @throws TreeSitterException UNAVAILABLE if a configured file is missing or nothing can be
   *     unpacked
   */
  public Core core() {
    if (configuredCore.isPresent()) {
      Path path = configuredCore.get();
      if (!Files.isRegularFile(path)) {
        throw new TreeSitterException(
            Kind.UNAVAILABLE,
            "expected a tree-sitter core at %s, no such file; correct the path or remove the setting"
                .formatted(path));
      }
      return new Core(path, CoreOrigin.CONFIGURED);
    }
    return systemCores.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .map(path -> new Core(path, CoreOrigin.SYSTEM))
        .orElseGet(this::bundledCore);
  }

  /** The core out of the jar. */
  public Core bundledCore() {
    return new Core(unpack(BUNDLED_CORE), CoreOrigin.BUNDLED);
  }

  /**
   * Unpacks a library of this machine's platform.
   *
   * @param name as in the jar, without platform and ending: {@code tree-sitter-java}
   * @return the file, its content checked
   * @throws TreeSitterException UNAVAILABLE if no jar holds it for this platform, or the folder
   *     cannot be written
   */
  public Path unpack(String name) {
    String fileName = platformPrefix() + name + librarySuffix();
    try (InputStream in = NativeLibraries.class.getResourceAsStream("/lib/" + fileName)) {
      if (in == null) {
        throw new TreeSitterException(
            Kind.UNAVAILABLE, "there is no library %s for this platform".formatted(fileName));
      }
      byte[] content = in.readAllBytes();
      String hash = sha256(content);
      Path target = folder.resolve(hash.substring(0, 32) + "-" + fileName);
      if (!Files.isRegularFile(target) || !sha256(Files.readAllBytes(target)).equals(hash)) {
        write(content, target);
      }
      return target;
    } catch (IOException e) {
      throw new TreeSitterException(
          Kind.UNAVAILABLE,
          "cannot unpack %s into %s: %s; free the disk or choose another folder"
              .formatted(fileName, folder, e),
          e);
    }
  }

  private void write(byte[] content, Path target) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, ownerOnly);
    Path temporary = Files.createTempFile(folder, "unpacking", ".tmp", ownerOnly);
    try {
      Files.write(temporary, content);
      Files.move(temporary, target, ATOMIC_MOVE);
    } catch (FileSystemException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The jars name platforms {@code x86_64-linux-gnu-}, {@code aarch64-macos-} and so on. */
  private static String platformPrefix() {
    String arch = ManagementFactory.getOperatingSystemMXBean().getArch();
    String cpu =
        switch (arch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "aarch64";
          default -> arch;
        };
    return cpu + (isMac() ? "-macos-" : isWindows() ? "-windows-" : "-linux-gnu-");
  }

  private static String librarySuffix() {
    return isMac() ? ".dylib" : isWindows() ? ".dll" : ".so";
  }

  private static boolean isMac() {
    return ManagementFactory.getOperatingSystemMXBean().getName().startsWith("Mac");
  }

  private static boolean isWindows() {
    return ManagementFactory.getOperatingSystemMXBean().getName().startsWith("Windows");
  }
}
