/**
 * What readers reported as wrong: it is checked again, put right or taken out, and does not come
 * back with a later build, whoever writes the page then.
 *
 * <p>In: a sentence of a page and what is wrong with it. Out: {@link Correction}, and wikis without
 * what was reported. Entry: {@link CorrectionsFile}, which keeps them beside the wiki; {@link
 * Corrections} applies them.
 */
@NullMarked
package ai.wikibuilder.pages.corrections;

import org.jspecify.annotations.NullMarked;
