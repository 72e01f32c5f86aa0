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
 * @param checking how a model's page came out of its check, or what people had removed from one;
 *     empty for a composed page that nobody corrected
 */
public record Page(
    String slug,
    String title,
    Optional<String> parent,
    String summary,
    List<Section> sections,
    Optional<Checking> checking) {
  public Page {
    sections = List.copyOf(sections);
  }

  /** A composed page. */
  public Page(
      String slug, String title, Optional<String> parent, String summary, List<Section> sections) {
    this(slug, title, parent, summary, sections, Optional.empty());
  }

  /** The same page with other sections. */
  public Page with(List<Section> others) {
    return new Page(slug, title, parent, summary, others, checking);
  }

  /** The same page in another sentence where pages are listed. */
  public Page summedUp(String other) {
    return new Page(slug, title, parent, other, sections, checking);
  }

  /** The same page with what its check found. */
  public Page checked(Checking found) {
    return new Page(slug, title, parent, summary, sections, Optional.of(found));
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

  /**
   * What a page's foot says of its statements.
   *
   * @param verified statements that were found to hold
   * @param repaired those of them that held only when written anew
   * @param uncited statements that nothing speaks against and nothing proves
   * @param removed statements that were taken out, shown struck through
   */
  public record Checking(int verified, int repaired, int uncited, List<Removed> removed) {
    public Checking {
      removed = List.copyOf(removed);
    }
  }

  /**
   * A statement that was taken out.
   *
   * @param why in a few words; in the language it was found in
   */
  public record Removed(List<Inline> words, String why) {
    public Removed {
      words = List.copyOf(words);
    }
  }
}
