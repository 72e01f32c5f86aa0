/**
 * Looks into a question step by step, and reports what was found and what was not.
 *
 * <p>In: a question. Out: a {@link ai.wikibuilder.answers.research.ResearchRun}, kept after each
 * step, and the page of its report. Entry: {@link ai.wikibuilder.answers.research.Researcher}.
 * Limits: {@link ai.wikibuilder.answers.research.ResearchSettings}. Every step brings evidence that
 * was not there before, or is the last.
 */
@NullMarked
package ai.wikibuilder.answers.research;

import org.jspecify.annotations.NullMarked;
