package ai.wikibuilder.site;

import static ai.wikibuilder.site.markup.Attribute.attr;
import static ai.wikibuilder.site.markup.Attribute.cls;
import static ai.wikibuilder.site.markup.Attribute.flag;
import static ai.wikibuilder.site.markup.Attribute.href;
import static ai.wikibuilder.site.markup.Attribute.id;
import static ai.wikibuilder.site.markup.Attribute.src;
import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.evidence.EvidenceBook;
import ai.wikibuilder.site.markup.Attribute;
import ai.wikibuilder.site.markup.Attribute.Name;
import ai.wikibuilder.site.markup.Html;
import ai.wikibuilder.site.markup.PagePolicy;
import ai.wikibuilder.site.markup.Tag;
import ai.wikibuilder.site.markup.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one page with all that stands around its text. One thread, one page. */
final class PageHtml {
  /**
   * Up to this many pages the file of the first page has the whole tree, and all of it is open;
   * above it the file has the upper levels and a script adds the others.
   */
  private static final int OPEN_TREE_PAGE_COUNT_MAX = 40;

  /** Levels of a large tree that stand in the file of the first page. */
  private static final int UPPER_LEVEL_COUNT = 2;

  private final Sheet sheet;
  private Html html = new Html();
  private final Page page;
  private final SiteMap map;
  private final InterfaceText words;

  PageHtml(Sheet sheet) {
    this.sheet = sheet;
    this.page = sheet.page();
    this.map = sheet.map();
    this.words = sheet.words();
  }

  /**
   * What is written of a page.
   *
   * @param html the page itself
   * @param lines a file of the lines it cites, when they are too many for the page
   */
  record Written(String html, Optional<String> lines) {
    /** Bytes of the page's own file. */
    int byteCount() {
      return html.getBytes(UTF_8).length;
    }
  }

  /**
   * The whole file, and the one with its lines: they stand on the page where there is room. One
   * that has too much even without them is written all the same; a lean one holds least.
   */
  Written write() {
    text();
    if (sheet.evidence().isEmpty()) {
      return new Written(page(new Html()), Optional.empty());
    }
    EvidenceBook.Plan plan = sheet.evidence().plan();
    Html section = new Html();
    SourceHtml sources = new SourceHtml(sheet, section, "");
    if (sheet.room().isLean()) {
      sources.way();
    } else {
      sources.evidence(plan);
      Written whole = new Written(page(section), Optional.empty());
      if (whole.byteCount() <= sheet.room().byteCountMax()) {
        return whole;
      }
      section = new Html();
      new SourceHtml(sheet, section, "").places();
    }
    return new Written(page(section), Optional.of(new LinesHtml(sheet, plan).write()));
  }

  private String page(Html evidence) {
    html = new Html();
    html.doctype().open(Tag.HTML, attr(Name.LANG, words.language())).line();
    head();
    html.open(Tag.BODY, attr(Name.DATA_ROOT, map.toRoot(page))).line();
    html.link(Target.anchor("content"), cls("skip")).text(words.of("skip")).close(Tag.A).line();
    bar();
    html.open(Tag.DIV, cls("frame")).line();
    tree();
    html.open(Tag.MAIN, id("content"), attr(Name.TABINDEX, -1)).line();
    html.open(Tag.H1).heading(page.title()).close(Tag.H1).line();
    contents();
    article(evidence);
    around();
    html.close(Tag.MAIN).line().close(Tag.DIV).line();
    html.close(Tag.BODY).line().close(Tag.HTML).line();
    return html.finish();
  }

  private Target asset(String name) {
    return Target.file(map.toRoot(page) + "assets/" + name);
  }

  private void head() {
    Wiki wiki = map.wiki();
    String name = wiki.snapshot().name();
    html.open(Tag.HEAD).line();
    html.open(Tag.META, attr(Name.CHARSET, "utf-8")).line();
    PagePolicy.write(html);
    meta("referrer", "no-referrer");
    meta("color-scheme", "light dark");
    meta("description", map.isOverview(page) ? wiki.summary() : page.summary());
    html.leaf(Tag.TITLE, map.isOverview(page) ? name : page.title() + " · " + name).line();
    html.open(Tag.LINK, attr(Name.REL, "stylesheet"), href(asset("wiki.css"))).line();
    html.bare(Tag.SCRIPT, src(asset("theme.js"))).line();
    html.bare(Tag.SCRIPT, src(asset("wiki.js")), flag(Name.DEFER)).line();
    html.close(Tag.HEAD).line();
  }

  private void meta(String name, String content) {
    html.open(Tag.META, attr(Name.NAME, name), attr(Name.CONTENT, content)).line();
  }

  private void bar() {
    Wiki wiki = map.wiki();
    html.open(Tag.HEADER, cls("bar")).line();
    html.link(map.link(page, map.overview()), cls("name"));
    html.text(wiki.snapshot().name()).close(Tag.A).line();
    html.open(Tag.SPAN, cls("commit")).leaf(Tag.CODE, wiki.snapshot().label()).close(Tag.SPAN);
    Optional<Target> host = map.links().flatMap(links -> Target.web(links.repository()));
    if (host.isPresent()) {
      html.line().link(host.get(), cls("out host")).text(words.of("repository")).close(Tag.A);
    }
    html.line();
    find();
    html.leaf(
        Tag.BUTTON,
        words.of("theme"),
        id("theme"),
        attr(Name.TYPE, "button"),
        attr(Name.DATA_SYSTEM, words.of("theme.system")),
        attr(Name.DATA_LIGHT, words.of("theme.light")),
        attr(Name.DATA_DARK, words.of("theme.dark")),
        attr(Name.DATA_CLOSE, words.of("evidence.close")),
        attr(Name.DATA_LARGER, words.of("diagram.larger")),
        attr(Name.DATA_SMALLER, words.of("diagram.smaller")),
        attr(Name.DATA_IN, words.of("diagram.in")),
        attr(Name.DATA_OUT, words.of("diagram.out")),
        attr(Name.DATA_FIT, words.of("diagram.fit")),
        flag(Name.HIDDEN));
    html.line().close(Tag.HEADER).line();
  }

  /** The search field; without script there is nothing to search with, so it waits hidden. */
  private void find() {
    html.open(Tag.DIV, cls("find"), id("find"), attr(Name.ROLE, "search"), flag(Name.HIDDEN));
    html.open(
        Tag.INPUT,
        id("query"),
        attr(Name.TYPE, "search"),
        attr(Name.ROLE, "combobox"),
        attr(Name.PLACEHOLDER, words.of("search.hint")),
        attr(Name.ARIA_LABEL, words.of("search")),
        attr(Name.ARIA_CONTROLS, "results"),
        attr(Name.ARIA_EXPANDED, "false"),
        attr(Name.ARIA_AUTOCOMPLETE, "list"),
        attr(Name.AUTOCOMPLETE, "off"),
        attr(Name.SPELLCHECK, "false"),
        attr(Name.DATA_NONE, words.of("search.none")),
        attr(Name.DATA_FOUND, words.of("search.found")),
        attr(Name.DATA_KIND, kinds()));
    html.bare(
        Tag.DIV,
        id("results"),
        cls("results"),
        attr(Name.ROLE, "listbox"),
        attr(Name.ARIA_LABEL, words.of("search")),
        flag(Name.HIDDEN));
    html.bare(Tag.SPAN, id("found"), cls("unseen"), attr(Name.ARIA_LIVE, "polite"));
    html.close(Tag.DIV).line();
  }

  private String kinds() {
    return String.join(
        "|",
        words.of("kind.page"),
        words.of("kind.symbol"),
        words.of("kind.heading"),
        words.of("kind.text"));
  }

  /**
   * The tree of pages. The first page holds its upper levels; on others what is above and below the
   * page stands in their file. A script puts the whole tree in its place; on a lean page, whose
   * text has to lead further down, it reads the list for it when the page is drawn.
   */
  private void tree() {
    html.open(Tag.DETAILS, cls("menu")).leaf(Tag.SUMMARY, words.of("pages")).close(Tag.DETAILS);
    html.line();
    boolean large = map.wiki().pages().size() > OPEN_TREE_PAGE_COUNT_MAX;
    boolean lean = sheet.room().isLean() && !map.isOverview(page);
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(cls("tree"));
    attributes.add(id("tree"));
    attributes.add(attr(Name.ARIA_LABEL, words.of("pages.label")));
    attributes.add(attr(Name.DATA_BELOW, words.of("subpages", "{0}")));
    if (lean || (large && map.isOverview(page))) {
      attributes.add(flag(Name.DATA_MORE));
    }
    html.open(Tag.NAV, attributes.toArray(Attribute[]::new)).line();
    if (map.isOverview(page)) {
      branch(map.top(), large ? UPPER_LEVEL_COUNT : Integer.MAX_VALUE);
    } else {
      html.open(Tag.UL).line();
      if (map.above(page).isEmpty()) {
        html.open(Tag.LI).link(map.link(page, map.overview())).breakable(map.overview().title());
        html.close(Tag.A).close(Tag.LI).line();
      }
      way(map.above(page), 0);
      html.close(Tag.UL).line();
    }
    html.close(Tag.NAV).line();
    if (!lean) {
      html.bare(Tag.SCRIPT, src(asset(map.isOverview(page) ? "first.js" : "pages.js")));
    }
    html.bare(Tag.SCRIPT, src(asset("tree.js"))).line();
  }

  /** From the top down to the page, and what is right below it. */
  private void way(List<Page> above, int depth) {
    html.open(Tag.LI);
    if (depth == above.size()) {
      html.link(map.link(page, page), attr(Name.ARIA_CURRENT, "page")).breakable(page.title());
      html.close(Tag.A);
      if (!map.below(page).isEmpty() && !sheet.room().isLean()) {
        html.open(Tag.UL).line();
        for (Page below : map.below(page)) {
          html.open(Tag.LI).link(map.link(page, below)).breakable(below.title());
          html.close(Tag.A).close(Tag.LI).line();
        }
        html.close(Tag.UL);
      }
    } else {
      html.link(map.link(page, above.get(depth))).breakable(above.get(depth).title()).close(Tag.A);
      html.open(Tag.UL).line();
      way(above, depth + 1);
      html.close(Tag.UL);
    }
    html.close(Tag.LI).line();
  }

  private void branch(List<Page> pages, int levels) {
    html.open(Tag.UL).line();
    for (Page one : pages) {
      List<Page> below = map.below(one);
      html.open(Tag.LI);
      if (one.slug().equals(page.slug())) {
        html.link(map.link(page, one), attr(Name.ARIA_CURRENT, "page"));
      } else {
        html.link(map.link(page, one));
      }
      html.breakable(one.title()).close(Tag.A);
      if (!below.isEmpty() && levels > 1) {
        html.open(Tag.DETAILS, flag(Name.OPEN));
        html.bare(Tag.SUMMARY, attr(Name.ARIA_LABEL, words.of("subpages", one.title())));
        branch(below, levels - 1);
        html.close(Tag.DETAILS);
      }
      html.close(Tag.LI).line();
    }
    html.close(Tag.UL);
  }

  /** The headings of the page; a single one needs no list. */
  private void contents() {
    List<String> anchors = new ArrayList<>();
    List<String> headings = new ArrayList<>();
    for (int i = 0; i < page.sections().size(); i++) {
      if (!sheet.anchors().sections().get(i).isEmpty()) {
        anchors.add(sheet.anchors().sections().get(i));
        headings.add(page.sections().get(i).heading());
      }
    }
    if (!sheet.evidence().isEmpty()) {
      anchors.add("evidence");
      headings.add(words.of("evidence"));
    }
    if (anchors.size() < 3) {
      return;
    }
    html.open(Tag.NAV, cls("contents"), attr(Name.ARIA_LABEL, words.of("contents")));
    html.leaf(Tag.P, words.of("contents"), cls("lead")).open(Tag.UL).line();
    for (int i = 0; i < anchors.size(); i++) {
      html.open(Tag.LI).link(Target.anchor(anchors.get(i))).heading(headings.get(i));
      html.close(Tag.A).close(Tag.LI).line();
    }
    html.close(Tag.UL).close(Tag.NAV).line();
  }

  /** Written first, because what it cites decides what stands around it. */
  private void text() {
    Html text = sheet.html();
    SentenceHtml sentences = new SentenceHtml(sheet);
    BlockHtml blocks = new BlockHtml(sheet, sentences, new SourceHtml(sheet));
    for (int i = 0; i < page.sections().size(); i++) {
      Page.Section section = page.sections().get(i);
      if (!section.heading().isEmpty()) {
        String anchor = sheet.anchors().sections().get(i);
        text.open(Tag.H2, id(anchor)).link(Target.anchor(anchor)).heading(section.heading());
        text.close(Tag.A).close(Tag.H2).line();
      }
      for (Block block : section.blocks()) {
        blocks.write(block);
      }
    }
    page.checking().ifPresent(sentences::checking);
  }

  private void article(Html evidence) {
    String language = map.wiki().authorship().languageOf(page);
    if (language.isEmpty() || language.equals(words.language())) {
      html.open(Tag.ARTICLE).line();
    } else {
      html.open(Tag.ARTICLE, attr(Name.LANG, language)).line();
    }
    html.include(sheet.html()).include(evidence).close(Tag.ARTICLE).line();
  }

  private void around() {
    html.open(Tag.FOOTER).line();
    html.open(Tag.NAV, cls("around"), attr(Name.ARIA_LABEL, words.of("pages"))).line();
    neighbour(-1, "previous");
    neighbour(1, "next");
    html.close(Tag.NAV).line();
    Wiki.Numbers numbers = map.wiki().numbers();
    StringBuilder text = new StringBuilder();
    if (map.isOverview(page)) {
      text.append(
          words.of(
              "numbers",
              words.number(numbers.fileCount()),
              words.number(numbers.lineCount()),
              words.number(numbers.symbolCount())));
      int skipped = numbers.skippedCount();
      if (skipped > 0) {
        text.append("; ").append(words.of("numbers.skipped", words.number(skipped)));
      }
      text.append(". ");
    }
    if (map.isOverview(page) && map.wiki().quality().claims() > 0) {
      quality();
    }
    html.leaf(Tag.P, text + words.of("made"), cls("quiet")).line();
    String label = map.wiki().snapshot().label();
    html.open(Tag.P, cls("quiet"), id("written"), attr(Name.DATA_SINCE, words.of("written.since")));
    html.text(words.of("written", label)).close(Tag.P).line().close(Tag.FOOTER).line();
  }

  /** What the checker found, in a few lines at the foot of the first page. */
  private void quality() {
    html.open(Tag.SECTION, cls("quality"), attr(Name.ARIA_LABEL, words.of("quality")));
    html.leaf(Tag.P, words.of("quality"), cls("lead")).open(Tag.UL);
    words.quality(map.wiki()).forEach(line -> html.leaf(Tag.LI, line));
    html.close(Tag.UL).close(Tag.SECTION).line();
  }

  private void neighbour(int steps, String key) {
    Optional<Page> there = map.neighbour(page, steps);
    if (there.isPresent()) {
      html.link(map.link(page, there.get()), cls(key));
      html.leaf(Tag.SPAN, words.of(key), cls("quiet")).text(" ").text(there.get().title());
      html.close(Tag.A).line();
    }
  }
}
