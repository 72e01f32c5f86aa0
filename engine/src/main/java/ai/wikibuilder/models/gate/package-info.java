/**
 * The one way to a provider: every call is counted, reserved, kept within rates, sent, tried again
 * by a named policy, and settled.
 *
 * <p>In: a {@code ChatRequest}, or texts to embed. Out: a reply, or a {@code ModelException}.
 * Entry: {@link Gate}. What is kept: replies by content, see {@link ReplyCache}.
 */
@NullMarked
package ai.wikibuilder.models.gate;

import org.jspecify.annotations.NullMarked;
