/**
 * Markup that cannot go wrong: HTML and SVG as calls with types, so that text is always escaped and
 * an address is always one that may be followed.
 *
 * <p>In: text of any origin. Out: HTML. Entry: {@link Html}; beside it {@link CodeText}, which
 * colours code, and {@link VisibleText}, which shows characters that hide. Reads nothing, writes no
 * file.
 */
@NullMarked
package ai.wikibuilder.site.markup;

import org.jspecify.annotations.NullMarked;
