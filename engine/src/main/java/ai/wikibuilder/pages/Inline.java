package ai.wikibuilder.pages;

/** A part of a sentence. All text is plain; escaping is the site's business. */
public sealed interface Inline {
  record Plain(String text) implements Inline {}

  /** A name or a fragment of code. */
  record Code(String text) implements Inline {}

  record Strong(String text) implements Inline {}

  /** The repository's own words, shown in quotation marks. */
  record Quote(String text) implements Inline {}

  /**
   * A link to a page of the wiki, and there to the section that is headed {@code text} where it has
   * one: parts without a page of their own are such sections. From a page to itself it is a link
   * only where there is such a section.
   *
   * @param slug of an existing page
   */
  record PageLink(String slug, String text) implements Inline {}

  /**
   * A link out of the wiki.
   *
   * @param address http or https
   */
  record ExternalLink(String address, String text) implements Inline {}
}
