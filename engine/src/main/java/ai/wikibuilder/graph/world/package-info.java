/**
 * Collects what a repository shows to the world around it: build files, entry points, settings,
 * tables.
 *
 * <p>In: files one by one. Out: {@link World}. Entry: {@link WorldCollector}.
 */
@NullMarked
package ai.wikibuilder.graph.world;

import org.jspecify.annotations.NullMarked;
