/**
 * Reads what build files say about a project: name, description, tools, commands, dependencies,
 * what it is made of.
 *
 * <p>In: a path and its text. Out: {@link Manifest}, every fact with its line. Entry: {@link
 * ManifestReader}. A file that cannot be read gives what was found up to there.
 */
@NullMarked
package ai.wikibuilder.graph.manifests;

import org.jspecify.annotations.NullMarked;
