package ai.wikibuilder.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.site.data.Edition;
import java.util.Map;

/**
 * Writes the list of all pages as a script, from which {@code tree.js} makes the tree beside each
 * page: so a page's own file need not change when another one comes or goes. One thread.
 *
 * <pre>
 * self.aiwikiPages={"at":COMMIT,"pages":[[FILE,TITLE,DEPTH,WRITTEN_AT],...]};
 * </pre>
 *
 * <p>In reading order. WRITTEN_AT is the commit a page was written at, left out where that is
 * COMMIT.
 */
final class PageList {
  /** The commit of one page that stayed as it was, in short, with what stands around it. */
  private static final int LABEL_BYTES = 12;

  private final SiteMap map;
  private final Map<String, Edition> editions;

  PageList(SiteMap map, Map<String, Edition> editions) {
    this.map = map;
    this.editions = editions;
  }

  /** Bytes of the list of all pages at most, whenever each was written. */
  static int byteCountMax(SiteMap map) {
    int labels = map.wiki().pages().size() * LABEL_BYTES;
    return new PageList(map, Map.of()).all().getBytes(UTF_8).length + labels;
  }

  /** All pages. */
  String all() {
    StringBuilder out = head();
    map.top().forEach(page -> entry(out, page, 0));
    return out.append("]};\n").toString();
  }

  /** The first page alone. */
  String first() {
    StringBuilder out = head();
    line(out, map.overview(), 0);
    return out.append("]};\n").toString();
  }

  private StringBuilder head() {
    StringBuilder out = new StringBuilder("self.aiwikiPages={\"at\":");
    SearchIndex.quote(out, map.wiki().snapshot().label());
    return out.append(",\"pages\":[");
  }

  private void entry(StringBuilder out, Page page, int depth) {
    line(out, page, depth);
    map.below(page).forEach(below -> entry(out, below, depth + 1));
  }

  private void line(StringBuilder out, Page page, int depth) {
    out.append(out.charAt(out.length() - 1) == '[' ? "[" : ",[");
    SearchIndex.quote(out, map.file(page));
    out.append(',');
    SearchIndex.quote(out, page.title());
    out.append(',').append(depth);
    Edition edition = editions.get(page.slug());
    if (edition != null && !edition.label().equals(map.wiki().snapshot().label())) {
      out.append(',');
      SearchIndex.quote(out, edition.label());
    }
    out.append(']');
  }
}
