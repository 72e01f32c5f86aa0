/**
 * A wiki as data: {@code wiki.json}, written and read back.
 *
 * <p>In: {@code pages.Wiki}. Out: text, and the same wiki again. Entries: {@link WikiJson}, {@link
 * WikiJsonReader}. The format is written down in {@code docs/formats/wiki-json.md}.
 */
@NullMarked
package ai.wikibuilder.site.data;

import org.jspecify.annotations.NullMarked;
