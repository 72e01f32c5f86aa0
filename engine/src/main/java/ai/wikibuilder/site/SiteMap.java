package ai.wikibuilder.site;

import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.markup.Target;
import ai.wikibuilder.source.HostLinks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which pages there are, how they hang together, and where the file of each lies. Immutable.
 *
 * <p>The first page is {@code index.html}, the others are {@code pages/<slug>.html}. A page whose
 * parent does not come before it stands at the top of the tree.
 */
final class SiteMap {
  /** File systems take 255 bytes of a name; this leaves room for endings. */
  private static final int SLUG_CHAR_COUNT_MAX = 120;

  private final Wiki wiki;
  private final Optional<HostLinks> links;
  private final Map<String, Page> bySlug = new LinkedHashMap<>();
  private final Map<String, List<Page>> children = new HashMap<>();
  private final List<Page> top = new ArrayList<>();

  /**
   * Checks the names of the pages, which become names of files.
   *
   * @throws SiteException of kind {@code WIKI_NOT_WRITABLE} that names every slug at fault
   */
  SiteMap(Wiki wiki, Optional<HostLinks> links) {
    this.wiki = wiki;
    this.links = links;
    checkSlugs(wiki.pages());
    for (Page page : wiki.pages()) {
      Page parent = page.parent().map(bySlug::get).orElse(null);
      bySlug.put(page.slug(), page);
      if (parent == null) {
        top.add(page);
      } else {
        children.computeIfAbsent(parent.slug(), slug -> new ArrayList<>()).add(page);
      }
    }
  }

  private static void checkSlugs(List<Page> pages) {
    List<String> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Page page : pages) {
      if (!isFileName(page.slug())) {
        faults.add("'" + page.slug() + "' is no slug");
      } else if (!seen.add(page.slug())) {
        faults.add("'" + page.slug() + "' occurs twice");
      }
    }
    if (pages.isEmpty()) {
      faults.add("there is no page");
    }
    if (!faults.isEmpty()) {
      throw new SiteException(
          SiteException.Kind.WIKI_NOT_WRITABLE,
          "expected at least one page and slugs of lower-case letters, digits and hyphens, each once; "
              + String.join("; ", faults));
    }
  }

  private static boolean isFileName(String slug) {
    boolean plain = !slug.isEmpty() && slug.length() <= SLUG_CHAR_COUNT_MAX;
    for (int i = 0; i < slug.length() && plain; i++) {
      char c = slug.charAt(i);
      plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
    return plain;
  }

  Wiki wiki() {
    return wiki;
  }

  Optional<HostLinks> links() {
    return links;
  }

  Page overview() {
    return wiki.pages().getFirst();
  }

  boolean isOverview(Page page) {
    return page.slug().equals(overview().slug());
  }

  /** The pages at the top of the tree, in reading order. */
  List<Page> top() {
    return List.copyOf(top);
  }

  /** The pages right below one, in reading order. */
  List<Page> below(Page page) {
    return List.copyOf(children.getOrDefault(page.slug(), List.of()));
  }

  Optional<Page> page(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  /** The page {@code steps} after this one in reading order. */
  Optional<Page> neighbour(Page page, int steps) {
    int at = wiki.pages().indexOf(page) + steps;
    return at < 0 || at >= wiki.pages().size()
        ? Optional.empty()
        : Optional.of(wiki.pages().get(at));
  }

  /** The file of a page, relative to the root of the site. */
  String file(Page page) {
    return isOverview(page) ? "index.html" : "pages/" + page.slug() + ".html";
  }

  /** The Markdown file of a page as seen from the folder of pages. */
  String besidePages(Page page) {
    return isOverview(page) ? "../index.md" : page.slug() + ".md";
  }

  /**
   * All that stands around the text of a page, as one text: when it is the same, so is the frame of
   * the page. The overview shows the whole tree and the numbers of the wiki, others what is right
   * above, below and beside them.
   */
  String surroundings(Page page) {
    StringBuilder text = new StringBuilder();
    text.append(wiki.snapshot().name()).append('\n');
    text.append(links.map(HostLinks::repository).orElse("")).append('\n');
    text.append(wiki.authorship().composedIn()).append(' ');
    text.append(wiki.authorship().languageOf(page)).append('\n');
    List<Page> around = new ArrayList<>(isOverview(page) ? wiki.pages() : above(page));
    around.add(overview());
    around.addAll(below(page));
    neighbour(page, -1).ifPresent(around::add);
    neighbour(page, 1).ifPresent(around::add);
    for (Page one : around) {
      text.append(one.parent().orElse("")).append('/').append(one.slug()).append(' ');
      text.append(one.title()).append('\n');
    }
    if (isOverview(page)) {
      Wiki.Numbers numbers = wiki.numbers();
      Quality quality = wiki.quality();
      text.append(wiki.summary()).append('\n');
      text.append(numbers.fileCount()).append(' ').append(numbers.lineCount()).append(' ');
      text.append(numbers.symbolCount()).append(' ').append(numbers.skippedCount()).append(' ');
      text.append(quality.counts()).append(quality.findings().size());
      text.append(wiki.authorship()).append('\n');
    }
    for (Finding finding : wiki.quality().findings()) {
      text.append(finding.page().equals(page.slug()) ? finding + "\n" : "");
    }
    return text.toString();
  }

  /** The pages above one, the topmost first. */
  List<Page> above(Page page) {
    List<Page> above = new ArrayList<>();
    Optional<Page> at = page.parent().map(bySlug::get);
    while (at.isPresent() && above.size() < wiki.pages().size()) {
      above.addFirst(at.get());
      at = at.get().parent().map(bySlug::get);
    }
    return above;
  }

  /** What leads from a page to the root of the site: empty or {@code ../}. */
  String toRoot(Page from) {
    return isOverview(from) ? "" : "../";
  }

  /** A link from one page to another. */
  Target link(Page from, Page to) {
    if (isOverview(from)) {
      return Target.file(file(to));
    }
    return Target.file(isOverview(to) ? "../index.html" : to.slug() + ".html");
  }

  /** A link to the section of another page that is headed so, else to that page. */
  Target link(Page from, Page to, String heading) {
    Target page = link(from, to);
    boolean headed = to.sections().stream().anyMatch(one -> one.heading().equals(heading));
    return headed
        ? PageAnchors.of(to)
            .section(to, heading)
            .map(id -> Target.file(page.written() + "#" + id))
            .orElse(page)
        : page;
  }

  /**
   * Address of lines at the host; empty without a host or when the host's address is none to
   * follow.
   */
  Optional<Target> host(String path, int first, int last) {
    return links.flatMap(host -> Target.web(host.lines(path, first, last)));
  }
}
