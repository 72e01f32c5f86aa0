package ai.wikibuilder.site.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a site into a zip: the same site gives the same bytes. Stateless. */
public final class SiteArchive {
  /** Entries need a time; this one says nothing. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private SiteArchive() {}

  /**
   * Writes all files of the site, without what the build keeps beside it.
   *
   * @param folder every entry of the zip stands in a folder of this name
   * @throws IOException when a file cannot be read or the zip not be written
   */
  public static void write(Path site, String folder, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> all = Files.walk(site)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(file -> !site.relativize(file).startsWith(".aiwiki"))
              .sorted()
              .toList();
      for (Path file : files) {
        String name = site.relativize(file).toString().replace('\\', '/');
        ZipEntry entry = new ZipEntry(folder + "/" + name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }
}
