package ai.wikibuilder.site.pictures;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Picture;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.editions.Succession;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes the images of a site, each once however many pages show it. An image whose content cannot
 * be had, or that is too much beside the others, is left out and its caption stays.
 */
public final class PictureFiles {
  /** Where they lie, seen from the root of the site. */
  public static final String FOLDER = "assets/images/";

  /** Where the folder of Markdown pages has them. */
  private static final String BESIDE_MARKDOWN = "markdown/images/";

  /** All images of one wiki: no more than people look at, and than a site should weigh. */
  private static final long BYTES_MAX = 24L << 20;

  private static final Pattern FILE = Pattern.compile("[0-9a-f]{32}\\.(?:png|jpg|webp)");

  private final Path folder;
  private final PictureBytes content;
  private final Succession earlier;
  private final Set<String> written = new HashSet<>();
  private final Set<String> refused = new HashSet<>();
  private long byteCount;

  /**
   * @param folder of the site
   * @param earlier whose files are taken over
   */
  public PictureFiles(Path folder, PictureBytes content, Succession earlier) {
    this.folder = folder;
    this.content = content;
    this.earlier = earlier;
  }

  /** The file of an image, seen from the root of the site. */
  public static String name(Picture picture) {
    return FOLDER + picture.file();
  }

  /** Writes the images of a wiki; the wiki with those that were written. */
  public Wiki write(Wiki wiki) throws IOException {
    List<Page> pages = new ArrayList<>();
    for (Page page : wiki.pages()) {
      List<Page.Section> sections = new ArrayList<>();
      for (Page.Section section : page.sections()) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : section.blocks()) {
          blocks.add(block instanceof Block.Image image ? written(image) : block);
        }
        sections.add(new Page.Section(section.heading(), blocks));
      }
      pages.add(page.with(sections));
    }
    return wiki.showing(pages);
  }

  private Block written(Block.Image image) throws IOException {
    String file = image.picture().file();
    if (!written.contains(file) && !refused.contains(file)) {
      (isWritten(image.picture()) ? written : refused).add(file);
    }
    return written.contains(file) ? image : new Block.Paragraph(List.of(image.caption()));
  }

  private boolean isWritten(Picture picture) throws IOException {
    String name = name(picture);
    if (!FILE.matcher(picture.file()).matches()) {
      return false;
    }
    Path to = folder.resolve(name);
    if (earlier.holds(name)) {
      Path from = earlier.file(name);
      long length = Files.size(from);
      if (byteCount + length > BYTES_MAX) {
        return false;
      }
      place(from, to, length);
      return true;
    }
    Optional<byte[]> bytes =
        content.bytes(picture).filter(raw -> byteCount + raw.length <= BYTES_MAX);
    if (bytes.isEmpty()) {
      return false;
    }
    Files.createDirectories(folder.resolve(FOLDER));
    Files.write(to, bytes.get(), StandardOpenOption.CREATE_NEW);
    byteCount += bytes.get().length;
    link(to, folder.resolve(BESIDE_MARKDOWN + picture.file()));
    return true;
  }

  private void place(Path from, Path to, long length) throws IOException {
    Files.createDirectories(folder.resolve(FOLDER));
    link(from, to);
    link(from, folder.resolve(BESIDE_MARKDOWN + to.getFileName()));
    byteCount += length;
  }

  private void link(Path from, Path to) throws IOException {
    Files.createDirectories(folder.resolve(BESIDE_MARKDOWN));
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(from, to); // a disk without links
    }
  }
}
