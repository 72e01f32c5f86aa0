/**
 * What a model is given to write from, and what its answers are held against: numbered pieces of
 * the repository, never links.
 *
 * <p>Out: {@link EvidencePack}, the pieces a page or an answer is written from. A writer cites them
 * by their marks alone; paths and lines are put in by code.
 */
@NullMarked
package ai.wikibuilder.pages.prose;

import org.jspecify.annotations.NullMarked;
