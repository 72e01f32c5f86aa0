/**
 * A model server for tests and measurements, on loopback, in all four formats.
 *
 * <p>In: requests as providers take them. Out: replies a {@link Script} decides, honest or not, and
 * faults on demand. Entry: {@link ScriptedModelServer}. Seeded: the same prompts in the same order
 * get the same replies.
 */
@NullMarked
package ai.wikibuilder.models.scripted;

import org.jspecify.annotations.NullMarked;
