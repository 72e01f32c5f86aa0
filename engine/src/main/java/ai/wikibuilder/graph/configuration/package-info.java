/**
 * Finds what a program can be told from outside: environment variables and configuration keys.
 *
 * <p>In: one file cut into tokens. Out: {@link Setting}. Entry: {@link SettingFinder}. Only names
 * written literally are found; what a program puts together is not guessed.
 */
@NullMarked
package ai.wikibuilder.graph.configuration;

import org.jspecify.annotations.NullMarked;
