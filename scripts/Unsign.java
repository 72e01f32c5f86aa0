import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes the signatures out of the jars of a folder: classes of a signed jar are checked one by one
 * when they are loaded and cannot be kept in a class archive, a quarter of a second of each build.
 * Where the jars come from, Maven has checked them. A jar without signatures stays as it is.
 */
final class Unsign {
  /** Argument: the folder. */
  public static void main(String[] arguments) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
      for (Path jar : jars) {
        unsign(jar);
      }
    }
  }

  private static void unsign(Path jar) throws IOException {
    Path unsigned = jar.resolveSibling(jar.getFileName() + ".unsigned");
    try (ZipFile in = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(in.entries());
      if (entries.stream().noneMatch(Unsign::isSignature)) {
        return;
      }
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(unsigned))) {
        for (ZipEntry entry : entries) {
          if (!isSignature(entry)) {
            copy(in, entry, out);
          }
        }
      }
    }
    Files.move(unsigned, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isSignature(ZipEntry entry) {
    return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }

  private static void copy(ZipFile in, ZipEntry entry, ZipOutputStream out) throws IOException {
    ZipEntry copied = new ZipEntry(entry.getName());
    copied.setTime(entry.getTime());
    out.putNextEntry(copied);
    if (entry.getName().equals("META-INF/MANIFEST.MF")) {
      writeWithoutDigests(new Manifest(in.getInputStream(entry)), out);
    } else {
      in.getInputStream(entry).transferTo(out);
    }
    out.closeEntry();
  }

  private static void writeWithoutDigests(Manifest manifest, OutputStream out) throws IOException {
    for (Attributes attributes : manifest.getEntries().values()) {
      attributes.keySet().removeIf(name -> name.toString().endsWith("-Digest"));
    }
    manifest.getEntries().values().removeIf(Attributes::isEmpty);
    manifest.write(out);
  }
}
