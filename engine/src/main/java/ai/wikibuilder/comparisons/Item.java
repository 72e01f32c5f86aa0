package ai.wikibuilder.comparisons;

import ai.wikibuilder.pages.Evidence;
import java.util.Optional;

/**
 * One thing of one state. Immutable.
 *
 * @param content what makes it what it is; shown to people
 * @param place lines that show it
 * @param weight how much there is to it
 */
record Item(String content, Optional<Evidence> place, double weight) {}
