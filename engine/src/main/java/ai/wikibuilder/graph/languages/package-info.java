/**
 * What resolution must know about programming languages: how imports lead to files, which scopes
 * are visible, and what a line says about its variables.
 *
 * <p>Used by {@code graph} alone. Entry: {@link LanguageRules}, where a language is one line.
 */
@NullMarked
package ai.wikibuilder.graph.languages;

import org.jspecify.annotations.NullMarked;
