/**
 * Reads the repository's own documents into parts with their lines: paragraphs and code blocks
 * under their headings.
 *
 * <p>Markdown is parsed by commonmark; reStructuredText and plain text by blank lines. Entry:
 * {@link DocumentReader}.
 */
@NullMarked
package ai.wikibuilder.pages.documents;

import org.jspecify.annotations.NullMarked;
