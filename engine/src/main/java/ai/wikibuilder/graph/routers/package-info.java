/**
 * Follows routers to the routers they are mounted on, so that a route has the path a client asks
 * for.
 *
 * <p>In: files cut into tokens, and where their imports lead. Out: entry points with whole paths.
 * Entry: {@link RouterReader} for a file, {@link RoutePaths} for all. A prefix that the code does
 * not write down is left out.
 */
@NullMarked
package ai.wikibuilder.graph.routers;

import org.jspecify.annotations.NullMarked;
