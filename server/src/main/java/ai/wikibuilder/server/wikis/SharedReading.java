package ai.wikibuilder.server.wikis;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.passages.OneList;
import ai.wikibuilder.answers.passages.PageSearch;
import ai.wikibuilder.builds.stored.WikiCheck;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What all readers of one generation share. Who reads pages needs no index: it, the graph and the
 * pages as data, tens of megabytes for a large repository, are opened when the first one needs
 * them.
 */
final class SharedReading implements AutoCloseable {
  private static final String DATA = "wiki.json";

  private final Generation generation;
  private final Path site;
  private final PageFiles files;
  private @Nullable WikiReading reading;
  private @Nullable OpenWiki open;
  private Optional<Wiki> data = Optional.empty();
  private boolean isDataRead;
  private @Nullable OneList list;
  private @Nullable PageIndex pages;

  SharedReading(Generation generation) {
    this.generation = generation;
    this.site = generation.wikiFolder();
    this.files = new PageFiles(generation);
  }

  /**
   * Texts and index.
   *
   * @throws ai.wikibuilder.generations.GenerationException CORRUPT when it is not what was
   *     published
   */
  synchronized WikiReading reading() {
    if (reading == null) {
      generation.verifyIndex();
      reading = WikiReading.shared(generation);
    }
    return reading;
  }

  PageFiles files() {
    return files;
  }

  /** For questions: loads the graph. */
  synchronized OpenWiki wiki() {
    if (open == null) {
      open = reading().wiki(site);
    }
    return open;
  }

  /** The pages as data; none where there is an index alone. */
  synchronized Optional<Wiki> data() {
    if (!isDataRead) {
      data = files.file(DATA).flatMap(_ -> WikiCheck.pages(site));
      isDataRead = true;
    }
    return data;
  }

  /** In reading order; none where there is an index alone. */
  List<Page> allPages() {
    return data().map(Wiki::pages).orElse(List.of());
  }

  /** Code and pages in one list. */
  synchronized OneList list() {
    if (list == null) {
      list = list(reading()::search);
    }
    return list;
  }

  /** The same where the code is searched in another way. */
  synchronized OneList list(BiFunction<String, Integer, SearchResult> code) {
    return new OneList(code, new PageSearch(allPages(), files::markdown));
  }

  /** Where each page stands in the data of the wiki. */
  synchronized PageIndex pages() {
    if (pages == null) {
      pages = PageIndex.of(files.file(DATA).orElseGet(() -> site.resolve(DATA)));
    }
    return pages;
  }

  @Override
  public synchronized void close() {
    if (reading != null) {
      reading.close();
    }
  }
}
