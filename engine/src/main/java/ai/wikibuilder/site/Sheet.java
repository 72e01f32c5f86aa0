package ai.wikibuilder.site;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.site.evidence.EvidenceBook;
import ai.wikibuilder.site.markup.Html;
import ai.wikibuilder.site.markup.Target;
import java.util.Optional;

/**
 * What is at hand while one page is written.
 *
 * @param map all pages and their files
 * @param words of the interface
 * @param html takes the page
 * @param evidence collects what is cited
 * @param anchors the page's places
 * @param room how much the page may hold, and whether it is written as leanly as can be
 */
record Sheet(
    SiteMap map,
    InterfaceText words,
    SiteSettings settings,
    Page page,
    Html html,
    EvidenceBook evidence,
    PageAnchors anchors,
    Room room) {
  /**
   * What a page may weigh.
   *
   * @param byteCountMax of its own file, what is loaded beside it taken off
   * @param isLean whether everything that can wait is left to other files: marks lead straight to
   *     the lines, and the list of pages is read after the page is drawn
   * @param drawingCountMax drawings it shows; those behind them stand in words and as a table
   */
  record Room(int byteCountMax, boolean isLean, int drawingCountMax) {
    /** Whatever can stand on the page. */
    static Room whole(int byteCountMax) {
      return new Room(byteCountMax, false, Integer.MAX_VALUE);
    }

    /** What can wait is left to other files. */
    static Room lean(int byteCountMax, int drawingCountMax) {
      return new Room(byteCountMax, true, drawingCountMax);
    }
  }

  /** The place that shows the lines of a citation. */
  Target lines(int number) {
    String anchor = "e-" + number;
    return room.isLean() ? Target.file(linesFile() + "#" + anchor) : Target.anchor(anchor);
  }

  /**
   * The language of what is composed on the page, where its text is in another one: readers' aids
   * are told which words are in which.
   */
  Optional<String> composedApart() {
    String composed = map.wiki().authorship().composedIn();
    return Optional.of(composed)
        .filter(language ->
            !language.isEmpty() && !language.equals(map.wiki().authorship().languageOf(page)));
  }

  /** The file beside the page that shows the lines it cites, as seen from the page. */
  String linesFile() {
    return linesFile(map.isOverview(page) ? "index" : page.slug());
  }

  static String linesFile(String name) {
    return name + ".lines.html";
  }
}
