/**
 * Measures what the product knows of each language on real repositories, beside ctags.
 *
 * <p>In: folders with git. Entry: {@link LanguagesBenchmark}, run by {@code benchmarks/run
 * languages}. Out: {@code docs/languages.md}. A language without a row there is not supported.
 */
@NullMarked
package ai.wikibuilder.benchmarks.languages;

import org.jspecify.annotations.NullMarked;
