package ai.wikibuilder.pages.overview;

import java.util.Collection;
import java.util.regex.Pattern;

/** Tells the sentence of a document that says for whom the product is. Stateless. */
final class Audience {
  private static final String PEOPLE =
      "(?:developers|teams|people|users|beginners|engineers|scientists|researchers|companies"
          + "|administrators|operators|anyone|everyone|those)";

  /** What is meant for building something says its use, not its readers. */
  static final Pattern WORDS =
      Pattern.compile(
          "(?i)\\b(?:(?:is|are) (?:meant|designed|intended|made|built|aimed) (?:for|at) (?!\\w+ing\\b)"
              + "|(?:is|are) for "
              + PEOPLE
              + "\\b"
              + "|(?:aimed at|ideal for|suited for|suitable for|perfect for) (?!that\\b|\\w+ing\\b)"
              + "|for "
              + PEOPLE
              + "(?! (?:of|who|with|on|to)\\b)\\b)");

  /** How a sentence begins that is about the product; others are about instructions or money. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?i)(?:it|this (?:project|library|repository|package|tool|program|server|framework"
              + "|application|app|software|module|gem|crate)|the (?:project|library|tool|server"
              + "|framework|application|app|software)|(?:meant|designed|intended|made|built|aimed"
              + "|ideal|perfect|great|suited|suitable|for)\\b)(?:\\W.*+)?+");

  private Audience() {}

  /**
   * Whether a sentence with such words speaks of the product.
   *
   * @param names what the product is called
   */
  static boolean isOfProduct(String sentence, Collection<String> names) {
    String words = sentence.replaceFirst("^(?:The )?[*_`\"“]*+", "");
    return SUBJECT.matcher(sentence).matches()
        || names.stream()
            .anyMatch(name ->
                name.length() > 1
                    && words.regionMatches(true, 0, name, 0, name.length())
                    && words.substring(name.length()).matches("(?s)(?:[^\\w-].*+)?+"));
  }
}
