package ai.wikibuilder.pages.overview;

import java.util.Collection;
import java.util.regex.Pattern;

/** Knows sentences that say what a product is not or does not do. Stateless. */
final class Limits {
  private static final String OF_THE_WHOLE =
      "out of scope|not intended|not a replacement|no longer (?:maintained|supported)|maintenance"
          + " mode|not production";

  /** Words of a limit; a part or a word of the product may have it too. */
  static final Pattern WORDS =
      Pattern.compile(
          "(?i)\\b(?:"
              + OF_THE_WHOLE
              + "|is not (?:a|an|meant|designed|suitable|supported|for)|does not"
              + " (?:support|aim|provide|include|handle|try))\\b");

  private static final Pattern WHOLE = Pattern.compile("(?i)\\b(?:" + OF_THE_WHOLE + ")\\b");

  /** How a sentence begins that is about the product. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?i)(?:it|this|there|the)(?: (?:project|library|repository|package|tool|program|server"
              + "|framework|application|app|code|software|module|gem|crate))?"
              + " (?:is|are|was|has|does|will|can)\\b");

  /** Headings below which the product is still meant; below others “it” is one of its parts. */
  private static final Pattern OF_PRODUCT =
      Pattern.compile(
          "(?i).*\\b(?:about|overview|introduction|what|why|scope|goals?|limit\\w*|caveats?|status|features?"
              + "|notes?|faq|is|not|background|motivation|philosophy|description)\\b.*");

  private Limits() {}

  /** Whether a sentence below a heading is about the product rather than about what it names. */
  static boolean mayStandBelow(String heading) {
    return heading.isBlank() || OF_PRODUCT.matcher(heading).matches();
  }

  /**
   * Whether a sentence with such words speaks of the product.
   *
   * @param names what the product is called
   */
  static boolean isOfProduct(String sentence, Collection<String> names) {
    return WHOLE.matcher(sentence).find()
        || SUBJECT.matcher(sentence).lookingAt()
        || names.stream()
            .anyMatch(name ->
                Pattern.compile("(?i)(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                    .matcher(sentence)
                    .find());
  }
}
