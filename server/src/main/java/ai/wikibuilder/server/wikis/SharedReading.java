package ai.wikibuilder.server.wikis;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.passages.OneList;
import ai.wikibuilder.answers.passages.PageSearch;
import ai.wikibuilder.builds.stored.WikiCheck;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all readers of one generation share. The index is open from the beginning; the graph and the
 * pages, tens of megabytes for a large repository, are loaded when the first one needs them.
 */
final class SharedReading implements AutoCloseable {
  private final Path site;
  private final WikiReading reading;
  private final PageFiles files;
  private @Nullable OpenWiki open;
  private @Nullable List<Page> all;
  private @Nullable OneList list;
  private @Nullable PageIndex pages;

  SharedReading(Generation generation) {
    this.site = generation.wikiFolder();
    this.reading = WikiReading.shared(generation);
    this.files = new PageFiles(site);
  }

  WikiReading reading() {
    return reading;
  }

  PageFiles files() {
    return files;
  }

  /** For questions: loads the graph. */
  synchronized OpenWiki wiki() {
    if (open == null) {
      open = reading.wiki(site);
    }
    return open;
  }

  /** In reading order; none where there is an index alone. */
  synchronized List<Page> allPages() {
    if (all == null) {
      all = WikiCheck.pages(site).map(Wiki::pages).orElse(List.of());
    }
    return all;
  }

  /** Code and pages in one list. */
  synchronized OneList list() {
    if (list == null) {
      list = new OneList(reading::search, new PageSearch(allPages(), files::markdown));
    }
    return list;
  }

  /** Where each page stands in the data of the wiki. */
  synchronized PageIndex pages() {
    if (pages == null) {
      pages = PageIndex.of(site.resolve("wiki.json"));
    }
    return pages;
  }

  @Override
  public void close() {
    reading.close();
  }
}
