package ai.wikibuilder.site.served;

import ai.wikibuilder.generations.FolderTree;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.SiteSettings;
import ai.wikibuilder.site.SiteWriter;
import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes a page that nobody built: what changed between two states, a path through the code. Its
 * style, scripts and list of pages are those of a site that stands already. Stateless.
 */
public final class MadePage {
  private static final String FILE = "index.html";
  private static final String LINES = "index.lines.html";

  private MadePage() {}

  /**
   * The page, with all the lines it cites.
   *
   * @param one a wiki of this page alone
   * @param text whose lines it cites
   * @param links where the lines can be seen at the host
   * @param language of what stands around the page
   * @throws UncheckedIOException when the disk refuses
   */
  public static String html(Wiki one, TextReader text, Optional<HostLinks> links, String language) {
    try {
      Path work = Files.createTempDirectory("aiwiki-page");
      try {
        Path site = work.resolve("site");
        new SiteWriter(SiteSettings.standard().in(language)).write(one, text, links, site);
        String page = Files.readString(site.resolve(FILE));
        Path lines = site.resolve(LINES);
        return Files.exists(lines) ? ServedPage.withLines(page, Files.readString(lines)) : page;
      } finally {
        FolderTree.delete(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not write a page to the temporary folder", e);
    }
  }
}
