/**
 * Which lines a page shows as its evidence.
 *
 * <p>In: what a page cites, and the texts. Out: blocks of lines. Entry: {@link EvidenceBook}.
 */
@NullMarked
package ai.wikibuilder.site.evidence;

import org.jspecify.annotations.NullMarked;
