/**
 * Code that stands inside files of another kind: scripts of web pages and components, code cells of
 * notebooks.
 *
 * <p>In: a language id and a text. Out: {@link ai.wikibuilder.facts.embedded.EmbeddedCode}, the
 * same text with everything but the code blanked out, so that offsets and lines hold. Limits: those
 * of the text, which is read once.
 */
@NullMarked
package ai.wikibuilder.facts.embedded;

import org.jspecify.annotations.NullMarked;
