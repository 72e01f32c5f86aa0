/**
 * Puts in what build files take from a catalog of the same build: names and versions of
 * dependencies.
 *
 * <p>In: manifests and the texts of catalogs. Out: manifests that say what is meant. Entry: {@link
 * VersionCatalogs}. What no catalog has stays as it is written.
 */
@NullMarked
package ai.wikibuilder.graph.catalogs;

import org.jspecify.annotations.NullMarked;
