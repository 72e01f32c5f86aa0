package ai.wikibuilder.site;

import static ai.wikibuilder.site.DemoWiki.LINKS;
import static ai.wikibuilder.site.DemoWiki.TEXT;
import static ai.wikibuilder.site.DemoWiki.at;
import static ai.wikibuilder.site.DemoWiki.page;
import static ai.wikibuilder.site.DemoWiki.paragraph;
import static ai.wikibuilder.site.DemoWiki.say;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.pages.Authorship;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.links.SiteLinks;
import ai.wikibuilder.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteWriterTest {
  private static final SiteWriter WRITER = new SiteWriter(SiteSettings.standard());

  private static final long FIRST_VIEW_BYTES_MAX = 150_000;

  @TempDir Path temp;

  private Path write(String name, Wiki wiki) {
    Path folder = temp.resolve(name);
    WRITER.write(wiki, TEXT, Optional.of(LINKS), folder);
    return folder;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void everyLinkOfTheSiteLeadsToAFileAndAPlaceThatExist() throws Exception {
    Path folder = write("site", DemoWiki.wiki());

    Map<String, StrictHtml> pages = new HashMap<>();
    for (Map.Entry<String, String> file : files(folder).entrySet()) {
      if (file.getKey().endsWith(".html")) {
        pages.put(file.getKey(), StrictHtml.read(file.getValue()));
      }
    }
    assertThat(pages).hasSize(8);
    pages.forEach((name, page) -> {
      for (StrictHtml.Element element : page.elements) {
        String href = element.attributes().getOrDefault("href", "");
        String target = href.isEmpty() ? element.attributes().getOrDefault("src", "") : href;
        if (!target.isEmpty() && !target.startsWith("http")) {
          assertResolves(folder, pages, name, target);
        }
      }
    });
  }

  private static void assertResolves(
      Path folder, Map<String, StrictHtml> pages, String from, String target) {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    Path there = file.isEmpty() ? folder.resolve(from) : folder.resolve(from).resolveSibling(file);
    String name = folder.relativize(there.normalize()).toString().replace('\\', '/');
    assertThat(there).as("%s links to %s", from, target).exists();
    if (hash >= 0) {
      StrictHtml page = pages.get(name);
      assertThat(page).as(name).isNotNull();
      assertThat(page == null ? List.of() : page.ids())
          .as("%s links to %s", from, target)
          .contains(target.substring(hash + 1));
    }
  }

  @Test
  void everyLabelAndControlledPlaceThatIsNamedExists() throws Exception {
    for (Map.Entry<String, String> file : files(write("site", DemoWiki.wiki())).entrySet()) {
      if (file.getKey().endsWith(".html")) {
        StrictHtml page = StrictHtml.read(file.getValue());
        for (StrictHtml.Element element : page.elements) {
          for (String name : List.of("aria-labelledby", "aria-controls")) {
            String id = element.attributes().get(name);
            assertThat(id == null || page.ids().contains(id)).as(file.getKey() + id).isTrue();
          }
        }
      }
    }
  }

  @Test
  void everyLinkBetweenMarkdownFilesLeadsToAFile() throws Exception {
    Path folder = write("site", DemoWiki.wiki());
    Pattern link = Pattern.compile("\\]\\(([a-z0-9-]+\\.md|markdown/[^)]+)\\)");
    int count = 0;
    for (Map.Entry<String, String> file : files(folder).entrySet()) {
      if (file.getKey().endsWith(".md") || file.getKey().equals("llms.txt")) {
        Matcher found = link.matcher(file.getValue());
        while (found.find()) {
          count++;
          assertThat(folder.resolve(file.getKey()).resolveSibling(found.group(1))).exists();
        }
      }
    }
    assertThat(count).isGreaterThan(15);
  }

  @Test
  void theSameWikiGivesTheSameBytesWhateverTheLanguageOfTheMachine() throws Exception {
    Locale before = Locale.getDefault();
    Map<String, String> first = files(write("first", DemoWiki.wiki()));
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));

      assertThat(files(write("second", DemoWiki.wiki()))).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aPageStaysTheSameWhenOnlyTheTextOfAnotherChanges() throws Exception {
    Page kept = page("kept", paragraph(say("It stays.", at("README.md", 3, 5))));
    Page before = page("other", paragraph(say("Before.")));
    Page after = page("other", paragraph(say("After.", at("README.md", 7, 8))));

    Map<String, String> first = files(write("first", DemoWiki.of(page("overview"), kept, before)));
    Map<String, String> second = files(write("second", DemoWiki.of(page("overview"), kept, after)));

    assertThat(second.get("pages/other.html")).isNotEqualTo(first.get("pages/other.html"));
    for (String same : List.of("index.html", "pages/kept.html", "markdown/kept.md")) {
      assertThat(second.get(same)).isEqualTo(first.get(same));
    }
  }

  @Test
  void aSmallPageLooksAsItDidWhenItWasLastReviewed() throws Exception {
    Block excerpt = new Block.Excerpt(at("README.md", 20, 20), "md", "The server is one.\n");
    Wiki wiki =
        DemoWiki.of(
            page(
                "overview",
                paragraph(
                    say("Says “one thing” of `Code` and **more**.", at("README.md", 3, 3)),
                    say("And [[overview|here]] or <https://example.org/a?b=c&d there>.")),
                excerpt));

    Map<String, String> written = files(write("site", wiki));

    assertGolden("small.html", written.getOrDefault("index.html", ""));
    assertGolden("small.md", written.getOrDefault("markdown/overview.md", ""));
  }

  @Test
  void aLinkToThePageItselfLeadsToTheSectionWithItsWordsForHeading() throws Exception {
    Page page = page("overview", paragraph(say("See [[overview|Part]] and [[overview|none]].")));
    List<Page.Section> sections = new ArrayList<>(page.sections());
    sections.add(new Page.Section("Part", List.of(paragraph(say("Here.")))));
    Wiki wiki =
        DemoWiki.of(new Page(page.slug(), page.title(), page.parent(), page.summary(), sections));

    Map<String, String> written = files(write("site", wiki));

    assertThat(written.get("index.html")).contains("See <a href=\"#h-part\">Part</a> and none.");
    assertThat(written.get("index.md")).contains("See [Part](#part) and none.");
  }

  /** A part folded into the overview was a link to the overview's top. */
  @Test
  void aLinkToAnotherPageLeadsToItsSectionWithTheSameWords() throws Exception {
    Page first = page("overview", paragraph(say("The first page.")));
    List<Page.Section> sections = new ArrayList<>(first.sections());
    sections.add(new Page.Section("Small part", List.of(paragraph(say("Here.")))));
    Page other = page("other", paragraph(say("See [[overview|Small part]] and [[overview|top]].")));
    Wiki wiki = DemoWiki.of(first.with(sections), other);

    Map<String, String> written = files(write("site", wiki));

    assertThat(written.get("pages/other.html"))
        .contains("<a href=\"../index.html#h-small-part\">Small part</a>")
        .contains("<a href=\"../index.html\">top</a>");
    assertThat(written.get("markdown/other.md"))
        .contains("[Small part](overview.md#small-part) and [top](overview.md).");
  }

  /** With {@code -Dgolden.update=true} the file is written anew: read the difference. */
  private static void assertGolden(String name, String text) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(
          Path.of("src/test/resources/ai/wikibuilder/site/golden").resolve(name), text);
    } else {
      assertThat(text).isEqualTo(golden(name));
    }
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = SiteWriterTest.class.getResourceAsStream("golden/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void aWikiOfOneEmptyPageIsASite() throws Exception {
    Page empty = new Page("overview", "Nothing", Optional.empty(), "", List.of());
    Path folder = temp.resolve("site");

    WRITER.write(DemoWiki.of(empty), path -> Optional.empty(), Optional.empty(), folder);

    Map<String, String> written = files(folder);
    assertThat(StrictHtml.read(written.getOrDefault("index.html", "")).ids())
        .doesNotContain("evidence");
    assertThat(written)
        .containsKeys("markdown/README.md", "markdown/overview.md", "wiki.json", "llms.txt");
  }

  @Test
  void fiveHundredCitationsStayWithinTheLimitsAndEachHasItsPlace() throws Exception {
    String line = "int veryLong = " + "1 + ".repeat(300) + "1;\n";
    SourceText source = SourceText.of(line.repeat(40_000));
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      sentences.add(say("Fact " + i + ".", at("Big" + i % 7 + ".java", 1 + 71 * i, 5 + 73 * i)));
    }
    Wiki wiki = DemoWiki.of(page("overview", new Block.Paragraph(sentences)));
    Path folder = temp.resolve("site");

    WRITER.write(wiki, path -> Optional.of(source), Optional.of(LINKS), folder);

    StrictHtml page = StrictHtml.read(Files.readString(folder.resolve("index.html")));
    StrictHtml lines = StrictHtml.read(Files.readString(folder.resolve("index.lines.html")));
    SiteSettings limits = SiteSettings.standard();
    long shown =
        lines.elements.stream().filter(e -> e.attributes().containsKey("data-line")).count();
    assertThat(shown).isPositive().isLessThanOrEqualTo(limits.embeddedLineCountMax());
    assertThat(Files.size(folder.resolve("index.html"))).isLessThan(100_000);
    for (int number = 1; number <= 500; number++) {
      assertThat(page.ids()).contains("e-" + number, "m-" + number);
      assertThat(lines.ids()).contains("e-" + number);
    }
    assertThat(SiteLinks.dead(folder)).isEmpty();
  }

  @Test
  void everyCitationIsShownWithTenLinesAroundItHoweverManyThereAre() throws Exception {
    List<Sentence> sentences = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int line = 1; line <= 9_000; line++) {
      text.append("// line ").append(line).append(" of a file that says little\n");
    }
    for (int i = 0; i < 200; i++) {
      sentences.add(say("Fact " + i + ".", at("Long.java", 20 + 44 * i, 22 + 44 * i)));
    }
    SourceText source = SourceText.of(text.toString());
    Path folder = temp.resolve("site");

    WRITER.write(
        DemoWiki.of(page("overview", new Block.Paragraph(sentences))),
        path -> Optional.of(source),
        Optional.of(LINKS),
        folder);

    StrictHtml lines = StrictHtml.read(Files.readString(folder.resolve("index.lines.html")));
    List<String> shown =
        lines.elements.stream()
            .map(element -> element.attributes().getOrDefault("data-line", ""))
            .toList();
    for (int i = 0; i < 200; i++) {
      assertThat(shown).contains(Integer.toString(10 + 44 * i), Integer.toString(32 + 44 * i));
    }
    assertThat(folder.resolve("index.html")).content().doesNotContain("data-line=");
  }

  /** Page, style and scripts together, as a reader loads them first. */
  @Test
  void thePagesOfALargeAndDenseWikiWeighLittle() throws Exception {
    SourceText source =
        SourceText.of("int some = 1; // a line of usual length in this file\n".repeat(9_000));
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      List<Sentence> sentences = new ArrayList<>();
      for (int fact = 0; fact < (i < 3 ? 250 : 4); fact++) {
        String path =
            "server/src/main/java/dev/fernpost/part%d/LongNameOfAType%d.java"
                .formatted(i, fact % 40);
        sentences.add(
            say(
                "A fact of some twenty words, number " + fact + ".",
                at(path, 1 + 30 * fact, 9 + 30 * fact)));
      }
      pages.add(page("server-part-with-a-name-" + i, new Block.Paragraph(sentences)));
    }
    Path folder = temp.resolve("site");

    WRITER.write(
        DemoWiki.of(pages.toArray(Page[]::new)),
        path -> Optional.of(source),
        Optional.of(LINKS),
        folder);

    long shared = 0;
    for (String asset : List.of("wiki.css", "theme.js", "tree.js", "wiki.js")) {
      shared += Files.size(folder.resolve("assets/" + asset));
    }
    long list = Files.size(folder.resolve("assets/pages.js"));
    for (Page page : pages.subList(1, pages.size())) {
      assertThat(Files.size(folder.resolve("pages/" + page.slug() + ".html")) + shared + list)
          .isLessThanOrEqualTo(FIRST_VIEW_BYTES_MAX);
    }
    assertThat(Files.size(folder.resolve("index.html")) + shared)
        .isLessThanOrEqualTo(FIRST_VIEW_BYTES_MAX);
  }

  /** A screen reader spelled the English of a Korean page by Korean rules. */
  @Test
  void whatIsComposedOnAPageOfAnotherLanguageSaysInWhichItIs() throws Exception {
    Block.SymbolCard card =
        new Block.SymbolCard(
            "ParcelTracker",
            "class",
            "class ParcelTracker",
            at("tracking/ParcelTracker.java", 21, 92),
            Optional.empty(),
            List.of(say("Used by five files.")));
    Page page =
        new Page(
            "overview",
            "Overview",
            Optional.empty(),
            "About it.",
            List.of(
                DemoWiki.section(
                    "", paragraph(say("소포를 추적합니다.")), new Block.Symbols(List.of(card)))),
            Optional.of(new Page.Checking(3, 0, 0, List.of())));
    Wiki wiki = DemoWiki.of(page);
    Authorship by = new Authorship("a model", 1, Map.of(), "en", "ko");

    Path folder = write("site", wiki.written(List.of(page), by));

    assertThat(folder.resolve("index.html"))
        .content()
        .contains(
            "<article lang=\"ko\">",
            "<section class=\"symbol\" id=\"s-parceltracker\" lang=\"en\">");
  }

  /** Links led to files that stand beside none of it, and nothing said which page was meant. */
  @Test
  void linksOfAllPagesAsOneTextLeadToAPageThatIsNamedInIt() throws Exception {
    String text = Files.readString(write("site", DemoWiki.wiki()).resolve("llms-full.txt"));

    List<String> links =
        Pattern.compile("\\]\\(([a-z0-9-]+\\.md)")
            .matcher(text)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(links).hasSizeGreaterThan(2);
    for (String link : links) {
      assertThat(text).contains("\n---\n\n`" + link + "`\n\n# ");
    }
  }

  /** Weighed by guess, a page grew past the limit; letters of other scripts were counted as one. */
  @Test
  void everyPageIsWeighedAsItIsRead() throws Exception {
    SourceText source = SourceText.of("değer = hesapla(ölçü); // satır satır\n".repeat(4_000));
    List<Page> pages = new ArrayList<>();
    for (int count = 1; count < 60; count++) {
      List<Sentence> sentences = new ArrayList<>();
      for (int fact = 0; fact < 3 * count; fact++) {
        sentences.add(say("Şu ölçü çok büyük.", at("a/b.py", 1 + 20 * fact, 9 + 20 * fact)));
      }
      pages.add(page("p" + count, new Block.Paragraph(sentences)));
    }
    Path folder = temp.resolve("site");

    WRITER.write(
        DemoWiki.of(pages.toArray(Page[]::new)),
        path -> Optional.of(source),
        Optional.of(LINKS),
        folder);

    long beside = Files.size(folder.resolve("assets/pages.js"));
    for (String asset : List.of("wiki.css", "theme.js", "tree.js", "wiki.js")) {
      beside += Files.size(folder.resolve("assets/" + asset));
    }
    long heaviest = 0;
    for (Page page : pages.subList(1, pages.size())) {
      Path file = folder.resolve("pages/" + page.slug() + ".html");
      heaviest = Math.max(heaviest, Files.size(file) + beside);
    }
    assertThat(heaviest).isBetween(FIRST_VIEW_BYTES_MAX - 6_000, FIRST_VIEW_BYTES_MAX);
  }

  /** Text cannot be left out; a drawing also stands in words and as a table. */
  @Test
  void theLastDrawingsGiveWayWhereTheTextLeavesThemNoRoom() throws Exception {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      blocks.add(paragraph(say("A fact of the usual length that many readers look for.")));
    }
    for (int i = 0; i < 14; i++) {
      blocks.add(new Block.Figure(DemoWiki.moduleMap()));
    }
    Page page = page("drawn", blocks.toArray(Block[]::new));

    Path folder = write("site", DemoWiki.of(page("overview"), page));

    String html = Files.readString(folder.resolve("pages/drawn.html"));
    assertThat(html.split("<figcaption", -1).length).isEqualTo(15);
    assertThat(html.split("<svg", -1).length).isBetween(4, 13);
    assertThat(html.indexOf("<svg")).isLessThan(html.indexOf("d-2-title"));
    long weight = Files.size(folder.resolve("pages/drawn.html"));
    for (String asset : List.of("wiki.css", "theme.js", "tree.js", "wiki.js")) {
      weight += Files.size(folder.resolve("assets/" + asset));
    }
    assertThat(weight).isBetween(FIRST_VIEW_BYTES_MAX - 6_000, FIRST_VIEW_BYTES_MAX);
  }

  @Test
  void linesThatOverlapAreEmbeddedOnce() throws Exception {
    Wiki wiki =
        DemoWiki.of(
            page(
                "overview",
                paragraph(
                    say("One.", at("tracking/ParcelTracker.java", 40, 45)),
                    say("Two.", at("tracking/ParcelTracker.java", 43, 60)),
                    say("Far.", at("tracking/ParcelTracker.java", 90, 91)))));

    StrictHtml page = StrictHtml.read(Files.readString(write("site", wiki).resolve("index.html")));

    List<String> lines =
        page.elements.stream()
            .map(element -> element.attributes().getOrDefault("data-line", ""))
            .filter(number -> !number.isEmpty())
            .toList();
    assertThat(lines)
        .doesNotHaveDuplicates()
        .startsWith("30")
        .contains("70", "80")
        .doesNotContain("71");
  }

  @Test
  void theSearchIndexStaysBelowItsLimit() throws Exception {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      pages.add(page("p" + i, paragraph(say("Şöyle bir cümle ".repeat(20)))));
    }
    SiteSettings small = new SiteSettings("en", 10, 60, 3_000, 400, 8_000);
    Path folder = temp.resolve("site");

    new SiteWriter(small)
        .write(DemoWiki.of(pages.toArray(Page[]::new)), TEXT, Optional.empty(), folder);

    assertThat(Files.size(folder.resolve("assets/search-index.js"))).isBetween(6_000L, 8_010L);
  }

  @Test
  void sixtyPagesAreWrittenWellWithinASecond() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Page model = DemoWiki.wiki().pages().get(i % 4);
      pages.add(
          new Page("p" + i, model.title(), Optional.empty(), model.summary(), model.sections()));
    }
    Wiki wiki = DemoWiki.of(pages.toArray(Page[]::new));
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long start = thread.getCurrentThreadCpuTime();
      write("round" + round, wiki);
      best = Math.min(best, (thread.getCurrentThreadCpuTime() - start) / 1_000_000);
    }

    // of the processor, not of the clock, so that a busy machine does not fail the build
    assertThat(best).isLessThan(1_000);
  }

  @Test
  void theInterfaceSpeaksTurkishToo() throws Exception {
    Path folder = temp.resolve("site");

    new SiteWriter(SiteSettings.standard().in("tr"))
        .write(DemoWiki.wiki(), TEXT, Optional.of(LINKS), folder);

    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("<html lang=\"tr\">", "Bu sayfada", "Kanıtlar", "13.577 satır");
  }

  @Test
  void aFolderThatHoldsSomethingIsRefused() throws Exception {
    Files.writeString(temp.resolve("mine.txt"), "keep me");

    assertThatThrownBy(() -> WRITER.write(DemoWiki.wiki(), TEXT, Optional.empty(), temp))
        .isInstanceOfSatisfying(
            SiteException.class,
            e -> assertThat(e.kind()).isEqualTo(SiteException.Kind.FOLDER_NOT_EMPTY))
        .hasMessageContaining("mine.txt");
  }

  @Test
  void slugsThatCannotBeFileNamesAreRefusedAllAtOnce() {
    Wiki wiki = DemoWiki.of(page("../../etc"), page("ok"), page("ok"), page("A"), page("é"));

    assertThatThrownBy(() -> WRITER.write(wiki, TEXT, Optional.empty(), temp.resolve("site")))
        .isInstanceOf(SiteException.class)
        .hasMessageContainingAll("'../../etc'", "'ok' occurs twice", "'A'", "'é'");
    assertThat(temp.resolve("site")).doesNotExist();
  }
}
