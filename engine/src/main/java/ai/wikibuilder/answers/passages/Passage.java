package ai.wikibuilder.answers.passages;

import java.util.Map;
import java.util.Set;

/**
 * A page from one heading to the next. Immutable.
 *
 * @param path of the Markdown file in the wiki's folder
 * @param startLine 1-based, the heading's
 * @param endLine 1-based, included
 * @param title of the page
 * @param heading empty before the first one
 * @param named stems of title and heading
 * @param told stems of the text, with how often each stands there
 */
record Passage(
    String path,
    int startLine,
    int endLine,
    String title,
    String heading,
    Set<String> named,
    Map<String, Integer> told) {
  Passage {
    named = Set.copyOf(named);
    told = Map.copyOf(told);
  }
}
