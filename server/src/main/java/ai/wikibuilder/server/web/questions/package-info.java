/**
 * Questions of people: answered while they watch, kept as conversations, or drawn as a path through
 * the code.
 *
 * <p>In: requests of somebody who is signed in. Out: HTML, and for pages with script the answer
 * sentence by sentence. Entries: {@link ai.wikibuilder.server.web.questions.AskPages}, {@link
 * ai.wikibuilder.server.web.questions.MapPages}.
 */
@NullMarked
package ai.wikibuilder.server.web.questions;

import org.jspecify.annotations.NullMarked;
