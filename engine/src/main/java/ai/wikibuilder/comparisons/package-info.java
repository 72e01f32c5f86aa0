/**
 * What changed in a repository from one state to another: parts and what ties them together, what
 * it offers, what it depends on, what can be set, its tables and its files.
 *
 * <p>In: two {@link Version}s. Out: {@link Comparison}, and a page that shows it, made by {@link
 * ComparisonPage}. Lists on the page have limits; the comparison has everything.
 */
@NullMarked
package ai.wikibuilder.comparisons;

import org.jspecify.annotations.NullMarked;
