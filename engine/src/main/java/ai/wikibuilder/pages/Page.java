package ai.wikibuilder.pages;

import java.util.List;
import java.util.Optional;

/**
 * One page of a wiki. Immutable.
 *
 * @param slug stable name in addresses: lower-case letters, digits and hyphens; {@code overview} is
 *     the first page
 * @param parent slug of the page above it in the tree
 * @param summary one line for lists, search and {@code llms.txt}
 */
public record Page(
    String slug, String title, Optional<String> parent, String summary, List<Section> sections) {
  public Page {
    sections = List.copyOf(sections);
  }

  /**
   * A part of a page.
   *
   * @param heading empty for what stands before the first heading
   */
  public record Section(String heading, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }
}
