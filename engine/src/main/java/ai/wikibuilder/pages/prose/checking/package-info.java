/**
 * What becomes of a page or an answer that a model wrote: what holds is shown with the lines that
 * show it, what nothing proves is marked, what does not hold is sent back once and then taken out.
 *
 * <p>In: {@code prose.reading.Prose} or single statements, {@code prose.EvidencePack}. Out: {@link
 * CheckedProse}, {@link Verdict}, {@link RepairRequest}. Entry: {@link ProseChecker}. It uses no
 * model and knows nothing of who wrote.
 */
@NullMarked
package ai.wikibuilder.pages.prose.checking;

import org.jspecify.annotations.NullMarked;
