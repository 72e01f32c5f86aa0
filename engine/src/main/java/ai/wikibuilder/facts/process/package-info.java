/**
 * Work done in a child process that may loop, crash or eat memory: one piece of work is lost, not
 * the process.
 *
 * <p>In: pieces of work, each a kind and bytes. Out: the child's answer as bytes, or what became of
 * the piece. Entries: {@link Supervisor} on this side, {@link Worker} in the child. Knows nothing
 * of what the bytes mean.
 */
@NullMarked
package ai.wikibuilder.facts.process;

import org.jspecify.annotations.NullMarked;
