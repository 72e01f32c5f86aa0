package ai.wikibuilder.cli;

import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.comparisons.Version;
import ai.wikibuilder.generations.FolderTree;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.SiteSettings;
import ai.wikibuilder.site.SiteWriter;
import ai.wikibuilder.site.exports.SingleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes a page by itself: as one HTML file that needs nothing else, as Markdown. */
final class PageFiles {
  /** Name of the page as a file, while it is written. */
  static final String SLUG = "page";

  private final String language;

  PageFiles(String language) {
    this.language = language;
  }

  /**
   * Writes them; what is not HTML by its name is Markdown.
   *
   * @param files where to
   * @param page with the slug {@link #SLUG}
   * @param version whose lines it cites
   */
  void write(List<Path> files, Page page, Version version) {
    try {
      Path work = Files.createTempDirectory("aiwiki-page");
      try {
        Path site = work.resolve("site");
        new SiteWriter(SiteSettings.standard().in(language))
            .write(
                Wiki.ofOne(page, version.snapshot(), version.graph()),
                version.reader(),
                version.links(),
                site);
        for (Path file : files) {
          Files.createDirectories(file.toAbsolutePath().getParent());
          if (file.toString().endsWith(".html")) {
            Files.writeString(file, SingleFile.of(site));
          } else {
            Files.copy(
                site.resolve("markdown/" + SLUG + ".md"),
                file,
                StandardCopyOption.REPLACE_EXISTING);
          }
        }
      } finally {
        FolderTree.delete(work);
      }
    } catch (IOException e) {
      throw new UsageException(
          "cannot write %s: %s; name another place with --out"
              .formatted(files.getFirst(), e.getMessage()));
    }
  }
}
