/**
 * From raw bytes to text: which encoding they are in, and whether people wrote them.
 *
 * <p>In: the bytes of one file. Out: UTF-8. Entry: {@link TextDecoder}. Reads no files and keeps
 * nothing.
 *
 * <p>Limits: the cost of everything here is a small number of passes over the bytes given.
 */
@NullMarked
package ai.wikibuilder.source.text;

import org.jspecify.annotations.NullMarked;
