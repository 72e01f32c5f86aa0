/**
 * Cuts texts into words, strings and signs, comments left out, so that build files, routes,
 * configuration and schemas can be read the same way whatever the parser knows of their language.
 *
 * <p>In: a text and its language. Out: {@link Tokens}; for indented key files {@link YamlLines}.
 * Entry: {@link Tokens#of}. Time and memory grow with the length of the text and nothing else; no
 * text, however broken, is an error.
 */
@NullMarked
package ai.wikibuilder.graph.tokens;

import org.jspecify.annotations.NullMarked;
