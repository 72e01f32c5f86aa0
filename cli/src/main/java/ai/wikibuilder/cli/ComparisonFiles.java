package ai.wikibuilder.cli;

import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.comparisons.Version;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.SiteSettings;
import ai.wikibuilder.site.SiteWriter;
import ai.wikibuilder.site.exports.SingleFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a comparison as one HTML file that needs nothing else, and as Markdown beside it. */
final class ComparisonFiles {
  /** Name of the page as a file, while it is written. */
  static final String SLUG = "comparison";

  private final Path folder;
  private final String language;

  ComparisonFiles(Path folder, String language) {
    this.folder = folder;
    this.language = language;
  }

  /**
   * Writes both.
   *
   * @param page of the comparison
   * @param after the state whose lines it cites
   * @return the HTML file
   */
  Path write(String name, Page page, Version after) {
    try {
      Files.createDirectories(folder);
      Path work = Files.createTempDirectory("aiwiki-comparison");
      try {
        Path site = work.resolve("site");
        new SiteWriter(SiteSettings.standard().in(language))
            .write(wiki(page, after), after.reader(), after.links(), site);
        Path html = folder.resolve(name + ".html");
        Files.writeString(html, SingleFile.of(site));
        Files.move(
            site.resolve("markdown/" + SLUG + ".md"),
            folder.resolve(name + ".md"),
            StandardCopyOption.REPLACE_EXISTING);
        return html;
      } finally {
        delete(work);
      }
    } catch (IOException e) {
      throw new UsageException(
          "cannot write the comparison to %s: %s; name another folder with --out"
              .formatted(folder, e.getMessage()));
    }
  }

  /** A wiki of this one page. */
  private static Wiki wiki(Page page, Version after) {
    CodeGraph graph = after.graph();
    long lines = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      lines += graph.lineCount(file);
    }
    return new Wiki(
        after.snapshot(),
        page.summary(),
        List.of(page),
        new Wiki.Numbers(
            graph.fileCount(),
            lines,
            0,
            graph.symbolCount(),
            graph.edgeCount(),
            0,
            Map.of(),
            Map.of()));
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
