package ai.wikibuilder.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.data.WikiJson;
import ai.wikibuilder.site.markup.Html;
import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a wiki as files. Immutable, may be shared by threads; the builds call it.
 *
 * <pre>
 * index.html        the overview          wiki.json       all of it as data
 * pages/SLUG.html   the other pages       llms.txt        list of the pages for language models
 * assets/           style, scripts,       llms-full.txt   all pages as one Markdown text
 *                   search index          AGENTS.md       the short of it, for programs
 * markdown/         README.md is the list, SLUG.md each page; the same beside each HTML file
 * </pre>
 *
 * <p>The same input gives the same bytes: no time, no language of the machine, no order of a hash
 * gets in. A page's file depends on its own content, on the titles of the others and on the
 * snapshot, not on what the others say.
 */
public final class SiteWriter {
  /** Files of the site that are the same in every wiki. */
  private static final List<String> ASSETS =
      List.of("wiki.css", "theme.js", "wiki.js", "search.js");

  private final SiteSettings settings;
  private final InterfaceText words;

  public SiteWriter(SiteSettings settings) {
    this.settings = settings;
    this.words = new InterfaceText(settings.language());
  }

  /**
   * Writes all files.
   *
   * @param text gives the files the wiki cites; lines it does not have are cited without being
   *     shown
   * @param links where the lines can be seen at the host; empty for a folder
   * @param folder is made when it is not there, and must be empty
   * @throws SiteException when the folder holds something, a slug cannot be a file name, or the
   *     disk refuses; the folder then holds a part of the site
   */
  public void write(Wiki wiki, TextReader text, Optional<HostLinks> links, Path folder) {
    SiteMap map = new SiteMap(wiki, links);
    try {
      requireEmpty(folder);
      for (String part : List.of("pages", "assets", "markdown")) {
        Files.createDirectories(folder.resolve(part));
      }
      for (Page page : wiki.pages()) {
        create(folder.resolve(map.file(page)), html(map, page, text));
      }
      for (String asset : ASSETS) {
        Files.write(folder.resolve("assets/" + asset), asset(asset), StandardOpenOption.CREATE_NEW);
      }
      create(folder.resolve("assets/search-index.js"), new SearchIndex(map, settings).write());
      markdown(map, folder);
      create(folder.resolve("wiki.json"), new WikiJson(wiki, text, map::file).write());
    } catch (IOException | UncheckedIOException e) {
      throw new SiteException(
          SiteException.Kind.DISK, "could not write the site to " + folder + ": " + e, e);
    }
  }

  private String html(SiteMap map, Page page, TextReader text) {
    EvidenceBook evidence = new EvidenceBook(text, settings);
    Sheet sheet = new Sheet(map, words, settings, page, new Html(), evidence, PageAnchors.of(page));
    return new PageHtml(sheet).write();
  }

  private void markdown(SiteMap map, Path folder) throws IOException {
    MarkdownPages pages = new MarkdownPages(map, words);
    LlmsText llms = new LlmsText(map, pages);
    create(folder.resolve("markdown/README.md"), pages.list());
    for (Page page : map.wiki().pages()) {
      create(folder.resolve("markdown/" + page.slug() + ".md"), pages.page(page));
      create(folder.resolve(MarkdownPages.besideFile(map.file(page))), pages.beside(page));
    }
    create(folder.resolve("AGENTS.md"), new AgentsText(map, words).write());
    create(folder.resolve("llms.txt"), llms.list());
    create(folder.resolve("llms-full.txt"), llms.full());
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

  private static byte[] asset(String name) throws IOException {
    try (InputStream in = SiteWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("expected the file " + name + " beside the program");
      }
      return in.readAllBytes();
    }
  }

  /** Never writes over a file. */
  private static void create(Path file, String content) throws IOException {
    Files.write(file, content.getBytes(UTF_8), StandardOpenOption.CREATE_NEW);
  }
}
