package ai.wikibuilder.site;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.site.evidence.EvidenceBook;
import ai.wikibuilder.site.markup.Html;

/**
 * What is at hand while one page is written.
 *
 * @param map all pages and their files
 * @param words of the interface
 * @param html takes the page
 * @param evidence collects what is cited
 * @param anchors the page's places
 */
record Sheet(
    SiteMap map,
    InterfaceText words,
    SiteSettings settings,
    Page page,
    Html html,
    EvidenceBook evidence,
    PageAnchors anchors) {
  /** The file beside the page that shows the lines it cites, as seen from the page. */
  String linesFile() {
    return linesFile(map.isOverview(page) ? "index" : page.slug());
  }

  static String linesFile(String name) {
    return name + ".lines.html";
  }
}
