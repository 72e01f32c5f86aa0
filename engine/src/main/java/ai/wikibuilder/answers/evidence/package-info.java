/**
 * What an answer is written from: real lines of the repository, numbered as they are found.
 *
 * <p>In: places that were found. Out: {@link ai.wikibuilder.answers.evidence.EvidenceTray}, whose
 * numbers never change while it grows. Entry: {@link ai.wikibuilder.answers.evidence.Gatherer}.
 * Limit: the tokens of the tray; what does not fit is counted, never dropped in silence.
 */
@NullMarked
package ai.wikibuilder.answers.evidence;

import org.jspecify.annotations.NullMarked;
