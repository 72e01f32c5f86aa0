/**
 * Reads what a model wrote: Markdown becomes headings, sentences with the marks they carry, and
 * requests for diagrams. Whatever could lead a reader's browser elsewhere is left behind here: raw
 * HTML, images, addresses of links.
 *
 * <p>In: the text of an answer. Out: {@link Prose}. Entry: {@link ProseReader}, or {@link
 * ProseStream} while the answer is still arriving. Nothing is believed and nothing is looked up.
 */
@NullMarked
package ai.wikibuilder.pages.prose.reading;

import org.jspecify.annotations.NullMarked;
