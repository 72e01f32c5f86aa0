/**
 * Who can be asked for replies and vectors, and where.
 *
 * <p>Entry: {@link Provider}, the presets; {@link Endpoint}, one of them at an address with a key.
 * Opens nothing.
 */
@NullMarked
package ai.wikibuilder.models.endpoints;

import org.jspecify.annotations.NullMarked;
