/**
 * The models of a configuration, put together.
 *
 * <p>In: {@link ModelSettings}, the same for the command line and a server. Out: a {@code Gate} for
 * each build or question, an embedder, and a {@link Preflight} that tells before any work whether
 * all of it would answer. Entry: {@link Models}.
 */
@NullMarked
package ai.wikibuilder.models.access;

import org.jspecify.annotations.NullMarked;
