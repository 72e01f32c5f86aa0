package ai.wikibuilder.site.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of a site of 500 large pages: they go out as they are read. */
class ManyPagesTest {
  private static final int PAGE_COUNT = 500;
  private static final int PAGE_CHARS = 80_000;

  /** Between two looks at the heap; a third of what is written. */
  private static final long LOOK_EVERY = (long) PAGE_COUNT * PAGE_CHARS / 3;

  @TempDir static Path site;

  private static final List<SingleFile.Entry> ENTRIES = new ArrayList<>();

  @BeforeAll
  static void makeTheSite() throws IOException {
    Files.createDirectories(site.resolve("pages"));
    Files.createDirectories(site.resolve("assets"));
    for (String name : List.of("wiki.js", "search.js", "search-index.js", "theme.js", "wiki.css")) {
      Files.writeString(site.resolve("assets").resolve(name), "/* nothing */");
    }
    for (int i = 0; i < PAGE_COUNT; i++) {
      String slug = i == 0 ? "overview" : "page-" + i;
      Files.writeString(
          site.resolve(i == 0 ? "index.html" : "pages/" + slug + ".html"), page(slug, i));
      ENTRIES.add(new SingleFile.Entry(slug, "Page " + i, Optional.empty()));
    }
  }

  private static String page(String slug, int number) {
    return "<!doctype html>\n<html lang=\"en\"><head><title>%s</title></head><body>\n"
            .formatted(slug)
        + "<main id=\"content\"><h1>Page %d</h1>".formatted(number)
        + ("<p>tide " + number + " </p>").repeat(PAGE_CHARS / 16)
        + "</main></body></html>\n";
  }

  /** Counts what is written, and looks at the heap now and then. */
  private static final class Taker extends OutputStream {
    private final List<Long> heap = new ArrayList<>();
    private long count;

    @Override
    public void write(int one) {
      count(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count(length);
    }

    private void count(int length) {
      if (count / LOOK_EVERY < (count + length) / LOOK_EVERY) {
        heap.add(used());
      }
      count += length;
    }

    private static long used() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
  }

  private static void isFlat(Taker taker) {
    assertThat(taker.heap).hasSizeGreaterThanOrEqualTo(2);
    assertThat(taker.heap.getLast() - taker.heap.getFirst())
        .as("heap after a third and at the end: %s", taker.heap)
        .isLessThan(4 << 20);
  }

  @Test
  void oneFileOfAllIsWrittenPageByPage() throws IOException {
    Taker taker = new Taker();

    SingleFile.write(site, ENTRIES, taker);

    assertThat(taker.count).isGreaterThan((long) PAGE_COUNT * PAGE_CHARS * 9 / 10);
    isFlat(taker);
  }

  /** The zip is small, so the heap is looked at while files are read into it. */
  @Test
  void aZipIsWrittenFileByFile() throws IOException {
    List<Integer> sizes = new ArrayList<>();
    long before = Taker.used();
    long[] most = {0};
    SiteArchive.write(
        site,
        "many",
        new OutputStream() {
          @Override
          public void write(int one) {
            sizes.add(1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            sizes.add(length);
            if (sizes.size() % 1_000 == 0) {
              most[0] = Math.max(most[0], Taker.used() - before);
            }
          }
        });

    assertThat(sizes).hasSizeGreaterThan(PAGE_COUNT);
    assertThat(most[0]).isLessThan(4 << 20);
  }
}
