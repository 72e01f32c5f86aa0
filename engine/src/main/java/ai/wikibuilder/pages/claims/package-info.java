/**
 * Checks what pages say before anybody reads it: cited lines exist and carry the statement, quoted
 * words stand there, identifiers exist, numbers agree with what is counted, links and diagrams lead
 * somewhere.
 *
 * <p>In: {@code pages.Wiki}, the snapshot's text and its code graph. Out: {@code pages.Quality}.
 * Entry: {@link ClaimChecker}. It knows nothing of who wrote the pages and uses no model.
 */
@NullMarked
package ai.wikibuilder.pages.claims;

import org.jspecify.annotations.NullMarked;
