/**
 * The formats providers speak: one request out, one reply in.
 *
 * <p>In: a {@link ModelCall} or texts. Out: a {@link WireReply} or vectors, or a {@code
 * ModelException} whose kind says what went wrong. Entry: {@link Wire}; nothing but {@code
 * models.gate} calls it. Four formats: that of OpenAI, which most others copy, Anthropic, Gemini
 * and Bedrock's Converse. Every connection is made by {@code outbound}. No retries, no counting, no
 * waiting: those are the gate's.
 */
@NullMarked
package ai.wikibuilder.models.wire;

import org.jspecify.annotations.NullMarked;
