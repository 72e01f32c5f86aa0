package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.wikibuilder.graph.modules.ModuleDependency;
import ai.wikibuilder.pages.composed.Shingles;
import ai.wikibuilder.site.SiteSettings;
import ai.wikibuilder.site.SiteWriter;
import ai.wikibuilder.source.SkipReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Fernpost's wiki beside the pages that people wrote for it by the same rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FernpostTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/ai/wikibuilder/pages/fernpost-pages");

  /** Places that the golden pages cite and ours tell, of 194; raise it when more are told. */
  private static final int REACHED_COUNT_MIN = 170;

  private Path temp;
  private FernpostWiki fernpost;

  @BeforeAll
  void compose(@TempDir Path folder) throws IOException {
    temp = folder;
    fernpost = FernpostWiki.composed(folder);
  }

  @Test
  void itHasTheFilesAndLinesThatAreWrittenDown() {
    long lines = 0;
    for (int file = 0; file < fernpost.graph().fileCount(); file++) {
      lines += fernpost.graph().lineCount(file);
    }

    assertThat(fernpost.graph().fileCount()).isEqualTo(130);
    assertThat(lines).isEqualTo(13_577);
    assertThat(fernpost.skipped())
        .isEqualTo(Map.of(SkipReason.BINARY, 6, SkipReason.LOCK_FILE, 1, SkipReason.GENERATED, 1));
  }

  @Test
  void itsModulesReferToEachOtherAsIsWrittenDown() {
    Map<String, Integer> counts = new TreeMap<>();
    for (ModuleDependency one : fernpost.graph().dependencies()) {
      String from = fernpost.graph().modules().get(one.from()).key();
      String to = fernpost.graph().modules().get(one.to()).key();
      if (from.startsWith("server") && one.lineCount() > 0) {
        counts.put(from + " → " + to, one.lineCount());
      }
    }

    assertThat(counts).hasSize(21);
    assertThat(counts.values().stream().mapToInt(count -> count).sum()).isEqualTo(175);
    assertThat(counts)
        .containsEntry("server/store → server/tracking", 31)
        .containsEntry("server/api → server/tracking", 23)
        .containsEntry("server/carriers → server/shops", 1);
  }

  @Test
  void everyStatementHolds() {
    EvidenceCheck.check(fernpost.wiki(), fernpost.reader());

    assertThat(fernpost.wiki().quality().findings()).isEmpty();
  }

  @Test
  void thePagesReadAsTheyDid() throws IOException {
    Path site = Files.createDirectories(temp.resolve("site"));
    new SiteWriter(SiteSettings.standard())
        .write(fernpost.wiki(), fernpost.reader(), Optional.empty(), site);
    Map<String, String> pages = markdown(site.resolve("markdown"));
    if (Boolean.getBoolean("golden.update")) {
      update(pages);
    }

    assertThat(pages).isEqualTo(markdown(GOLDEN));
  }

  @Test
  void noTwoPagesShareMuchOfTheirMarkdownAndTheMeasureOfPagesSeesIt() throws IOException {
    Path site = Files.createDirectories(temp.resolve("measured"));
    new SiteWriter(SiteSettings.standard())
        .write(fernpost.wiki(), fernpost.reader(), Optional.empty(), site);
    Map<String, String> written = markdown(site.resolve("markdown"));
    List<Page> pages = fernpost.wiki().pages();

    for (int i = 0; i < pages.size(); i++) {
      for (Page other : pages.subList(i + 1, pages.size())) {
        double share =
            MarkdownWords.share(
                written.getOrDefault(pages.get(i).slug() + ".md", ""),
                written.getOrDefault(other.slug() + ".md", ""));
        assertThat(share)
            .as("what %s and %s share", pages.get(i).slug(), other.slug())
            .isLessThanOrEqualTo(0.2)
            .isCloseTo(Shingles.share(pages.get(i), other), within(0.02));
      }
    }
  }

  private static Map<String, String> markdown(Path folder) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".md")).toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }

  private static void update(Map<String, String> pages) throws IOException {
    Files.createDirectories(GOLDEN);
    for (String old : markdown(GOLDEN).keySet()) {
      Files.delete(GOLDEN.resolve(old));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(GOLDEN.resolve(page.getKey()), page.getValue());
    }
  }

  @Test
  void mostOfWhatTheGoldenPagesSayIsSaid() throws IOException {
    Map<String, Page> pages = new TreeMap<>();
    fernpost.wiki().pages().forEach(page -> pages.put(page.slug(), page));
    Page overview = fernpost.wiki().pages().getFirst();
    Map<String, int[]> counts = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    int reached = 0;
    for (FernpostFacts.Fact fact : FernpostFacts.all()) {
      boolean told = fact.isOn(pages.getOrDefault(fact.page(), overview));
      int[] count = counts.computeIfAbsent(fact.page(), page -> new int[2]);
      count[0] += told ? 1 : 0;
      count[1]++;
      reached += told ? 1 : 0;
      if (!told) {
        missing.add(fact.toString());
      }
    }
    counts.forEach((page, count) -> System.out.printf("%s: %d of %d%n", page, count[0], count[1]));
    if (Boolean.getBoolean("fernpost.missing")) {
      missing.forEach(System.out::println);
    }

    assertThat(reached).isGreaterThanOrEqualTo(REACHED_COUNT_MIN);
  }
}
