package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folds pages too short to open into sections of the page above them. The overview stays whatever
 * its length; a page without a section is left out.
 */
final class Folding {
  /** Words below which a page is a section of its parent. */
  static final int WORD_COUNT_MIN = 150;

  private Folding() {}

  static List<Page> of(List<Page> written) {
    Map<String, Page> bySlug = new LinkedHashMap<>();
    written.forEach(page -> bySlug.put(page.slug(), page));
    Map<String, Optional<String>> moved = new HashMap<>();
    Map<String, Integer> ownSectionCounts = new HashMap<>();
    written.forEach(page -> ownSectionCounts.put(page.slug(), page.sections().size()));
    // children first, so that what they leave counts for the page above them
    for (int i = written.size() - 1; i > 0; i--) {
      Page page = bySlug.getOrDefault(written.get(i).slug(), written.get(i));
      String above = page.parent().orElse("");
      if (page.sections().isEmpty()) {
        bySlug.remove(page.slug());
        moved.put(page.slug(), Optional.empty());
      } else if (bySlug.containsKey(above) && WordCount.of(page) < WORD_COUNT_MIN) {
        bySlug.remove(page.slug());
        moved.put(page.slug(), Optional.of(above));
        // pages go from the last to the first, so each stands before those already there
        int at = ownSectionCounts.getOrDefault(above, 0);
        bySlug.computeIfPresent(above, (slug, parent) -> with(parent, page, at));
      }
    }
    Relinking relinking = new Relinking(moved);
    return bySlug.values().stream().map(relinking::page).toList();
  }

  /** The page's blocks under its title, behind the parent's own sections. */
  private static Page with(Page parent, Page folded, int at) {
    List<Block> blocks = new ArrayList<>();
    folded.sections().forEach(section -> blocks.addAll(section.blocks()));
    List<Page.Section> sections = new ArrayList<>(parent.sections());
    sections.add(at, new Page.Section(folded.title(), blocks));
    return new Page(parent.slug(), parent.title(), parent.parent(), parent.summary(), sections);
  }
}
