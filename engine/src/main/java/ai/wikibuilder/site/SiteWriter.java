package ai.wikibuilder.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.data.CitedLines;
import ai.wikibuilder.site.data.Edition;
import ai.wikibuilder.site.data.Editions;
import ai.wikibuilder.site.data.MovedPage;
import ai.wikibuilder.site.data.PageDigest;
import ai.wikibuilder.site.data.WikiJson;
import ai.wikibuilder.site.editions.Succession;
import ai.wikibuilder.site.evidence.EvidenceBook;
import ai.wikibuilder.site.markup.Html;
import ai.wikibuilder.site.pictures.PictureBytes;
import ai.wikibuilder.site.pictures.PictureFiles;
import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a wiki as files. Immutable, may be shared by threads; the builds call it.
 *
 * <pre>
 * index.html        the overview          wiki.json       all of it as data
 * pages/SLUG.html   the other pages       llms.txt        list of the pages for language models
 * assets/           style, scripts,       llms-full.txt   all pages as one Markdown text
 *                   search index, images  AGENTS.md       the short of it, for programs
 * pages/SLUG.lines.html             lines a page cites that are too many for it
 * markdown/         README.md is the list, SLUG.md each page; the same beside each HTML file
 * </pre>
 *
 * <p>The same input gives the same bytes: no time, no language of the machine, no order of a hash
 * gets in. A page's file depends on its own content, on the titles of those right around it and on
 * the snapshot, not on what the others say. A page that says the same as in the wiki before, of
 * lines that read the same, is not written again: its files stay, byte for byte, and their links
 * lead to the commit at which it was written.
 */
public final class SiteWriter {
  /** Files of the site that are the same in every wiki. */
  private static final List<String> ASSETS =
      List.of("wiki.css", "theme.js", "tree.js", "wiki.js", "lines.js", "search.js");

  /** Those of them that a browser reads before it shows a page. */
  private static final List<String> FIRST_ASSETS = ASSETS.subList(0, 4);

  /**
   * What a browser reads before anybody clicks: the page, style, scripts, the list of pages. Two
   * seconds on a slow line.
   */
  private static final int FIRST_VIEW_BYTES_MAX = 150_000;

  /** The list of the first page alone, with the longest names that are usual. */
  private static final int FIRST_LIST_BYTES = 250;

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

  private final SiteSettings settings;
  private final Succession succession;
  private final PictureBytes pictures;

  /** A writer of sites without images. */
  public SiteWriter(SiteSettings settings) {
    this(settings, Succession.first(), PictureBytes.none());
  }

  private SiteWriter(SiteSettings settings, Succession succession, PictureBytes pictures) {
    this.settings = settings;
    this.succession = succession;
    this.pictures = pictures;
  }

  /** A writer that takes over what stays, and writes where pages went that do not. */
  public SiteWriter following(Succession earlier) {
    return new SiteWriter(settings, earlier, pictures);
  }

  /** A writer that copies the images pages show. */
  public SiteWriter showing(PictureBytes images) {
    return new SiteWriter(settings, succession, images);
  }

  /**
   * Writes all files.
   *
   * @param text gives the files the wiki cites; lines it does not have are cited without being
   *     shown
   * @param links where the lines can be seen at the host; empty for a folder
   * @param folder is made when it is not there, and must be empty
   * @return how many pages were written; the others were taken over
   * @throws SiteException when the folder holds something, a slug cannot be a file name, or the
   *     disk refuses; the folder then holds a part of the site
   */
  public int write(Wiki wiki, TextReader text, Optional<HostLinks> links, Path folder) {
    SiteMap checked = new SiteMap(wiki, links);
    try {
      requireEmpty(folder);
      for (String part : List.of("pages", "assets", "markdown")) {
        Files.createDirectories(folder.resolve(part));
      }
      Wiki shown = new PictureFiles(folder, pictures, succession).write(checked.wiki());
      return new Writing(new SiteMap(shown, links), text, folder).write();
    } catch (IOException | UncheckedIOException e) {
      throw new SiteException(
          SiteException.Kind.DISK, "could not write the site to " + folder + ": " + e, e);
    }
  }

  /** One site in work. */
  private final class Writing {
    private final SiteMap map;
    private final TextReader text;
    private final Path folder;
    private final InterfaceText words;
    private final MarkdownPages markdown;
    private final Map<String, Edition> editions = new LinkedHashMap<>();
    private final int listByteCount;

    /** Bytes that are left for a page beside the files it loads at once. */
    private final int room;

    private int writtenCount;

    Writing(SiteMap map, TextReader text, Path folder) throws IOException {
      this.map = map;
      this.text = text;
      this.folder = folder;
      this.words = new InterfaceText(settings.languageOf(map.wiki()));
      this.markdown = new MarkdownPages(map, words);
      this.listByteCount = PageList.byteCountMax(map);
      this.room = room();
    }

    int write() throws IOException {
      Wiki wiki = map.wiki();
      CitedLines lines = CitedLines.of(wiki, text);
      PageDigest digests = new PageDigest(lines, slug -> map.page(slug).isPresent());
      for (Page page : wiki.pages()) {
        page(page, digests.of(page, map.surroundings(page)));
      }
      MovedPages moved = new MovedPages(map, words);
      for (MovedPage one : succession.moved()) {
        create("pages/" + one.slug() + ".html", moved.html(one));
        create("pages/" + one.slug() + ".md", moved.markdown(one, page -> map.besidePages(page)));
        create("markdown/" + one.slug() + ".md", moved.markdown(one, page -> page.slug() + ".md"));
      }
      assets();
      lists();
      Editions all = new Editions(editions, succession.moved());
      create("wiki.json", new WikiJson(wiki, lines, all, map::file).write());
      return writtenCount;
    }

    private void page(Page page, String digest) throws IOException {
      List<String> files = files(page);
      Optional<Edition> kept =
          succession
              .kept(page.slug(), digest)
              .filter(edition -> files.stream().allMatch(succession::holds));
      if (kept.isPresent()) {
        editions.put(page.slug(), kept.get());
        for (String file : files) {
          takeOver(file);
        }
        if (succession.holds(linesFile(page))) {
          takeOver(linesFile(page));
        }
        return;
      }
      SnapshotId snapshot = map.wiki().snapshot();
      editions.put(page.slug(), new Edition(snapshot.commit(), snapshot.label(), digest));
      writtenCount++;
      PageHtml.Written written = html(page);
      create(files.get(0), written.html());
      if (written.lines().isPresent()) {
        create(linesFile(page), written.lines().get());
      }
      create(files.get(1), markdown.beside(page));
      create(files.get(2), markdown.page(page));
    }

    /** What holds too much is written once more, leaner each time. */
    private PageHtml.Written html(Page page) {
      int list = map.isOverview(page) ? 0 : listByteCount;
      PageHtml.Written written = html(page, Sheet.Room.whole(room - list));
      if (written.byteCount() <= room - list) {
        return written;
      }
      int drawings = drawingCount(page);
      written = html(page, Sheet.Room.lean(room, drawings));
      while (written.byteCount() > room && drawings > 0) {
        drawings--;
        written = html(page, Sheet.Room.lean(room, drawings));
      }
      return written;
    }

    private static int drawingCount(Page page) {
      return (int)
          page.sections().stream()
              .flatMap(section -> section.blocks().stream())
              .filter(Block.Figure.class::isInstance)
              .count();
    }

    private PageHtml.Written html(Page page, Sheet.Room room) {
      EvidenceBook evidence = new EvidenceBook(text, settings.evidenceLimits());
      PageAnchors anchors = PageAnchors.of(page);
      return new PageHtml(
              new Sheet(map, words, settings, page, new Html(), evidence, anchors, room))
          .write();
    }

    private static int room() throws IOException {
      int taken = FIRST_LIST_BYTES;
      for (String asset : FIRST_ASSETS) {
        taken += asset(asset).getBytes(UTF_8).length;
      }
      return FIRST_VIEW_BYTES_MAX - taken;
    }

    private String linesFile(Page page) {
      String html = map.file(page);
      return Sheet.linesFile(html.substring(0, html.length() - ".html".length()));
    }

    /** The files of a page: HTML, the Markdown beside it, and the one in the folder of all. */
    private List<String> files(Page page) {
      String html = map.file(page);
      return List.of(html, MarkdownPages.besideFile(html), "markdown/" + page.slug() + ".md");
    }

    private void takeOver(String name) throws IOException {
      try {
        Files.createLink(folder.resolve(name), succession.file(name));
      } catch (UnsupportedOperationException | FileSystemException e) {
        Files.copy(succession.file(name), folder.resolve(name)); // a disk without links
      }
    }

    private void assets() throws IOException {
      for (String asset : ASSETS) {
        create("assets/" + asset, asset(asset));
      }
      PageList list = new PageList(map, editions);
      create("assets/pages.js", list.all());
      create("assets/first.js", list.first());
      create("assets/search-index.js", new SearchIndex(map, settings).write());
    }

    private void lists() throws IOException {
      LlmsText llms = new LlmsText(map, succession.moved());
      create("markdown/README.md", markdown.list());
      create("AGENTS.md", new AgentsText(map, words).write());
      create("llms.txt", llms.list());
      StringBuilder full = new StringBuilder(llms.head());
      for (Page page : map.wiki().pages()) {
        full.append("---\n\n").append(LlmsText.name(page)).append("\n\n");
        full.append(Files.readString(folder.resolve(files(page).get(2))));
        full.append('\n');
      }
      create("llms-full.txt", full.toString());
    }

    /** Never writes over a file. */
    private void create(String name, String content) throws IOException {
      Files.write(folder.resolve(name), content.getBytes(UTF_8), StandardOpenOption.CREATE_NEW);
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      Optional<Path> first = inside.findFirst();
      if (first.isPresent()) {
        throw new SiteException(
            SiteException.Kind.FOLDER_NOT_EMPTY,
            "expected an empty folder, but "
                + folder
                + " holds "
                + first.get().getFileName()
                + "; choose another one or empty it");
      }
    }
  }

  /** Without the comments and blanks that are for us: every page is to be read at once. */
  private static String asset(String name) throws IOException {
    try (InputStream in = SiteWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("expected the file " + name + " beside the program");
      }
      String text = new String(in.readAllBytes(), UTF_8);
      String bare = name.endsWith(".css") ? COMMENT.matcher(text).replaceAll("") : text;
      String lean =
          bare.lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("//"))
              .collect(Collectors.joining("\n", "", "\n"));
      return name.endsWith(".css") ? squeezed(lean) : lean;
    }
  }

  /** In a style sheet a blank behind a colon and a new line behind a sign mean nothing. */
  private static String squeezed(String style) {
    return style
        .replace(": ", ":")
        .replace(", ", ",")
        .replace(" {\n", "{")
        .replace(",\n", ",")
        .replace(";\n", ";")
        .replace(";}\n", "}")
        .replace("}\n", "}")
        .replace(":0.", ":.")
        .replace(" 0.", " .");
  }
}
