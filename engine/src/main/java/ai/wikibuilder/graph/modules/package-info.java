/**
 * Cuts the folders of a repository into modules and counts what ties them together.
 *
 * <p>In: paths, line counts and the lines that cross. Out: {@link CodeModule} and {@link
 * ModuleDependency}. Entry: {@link ModuleCutter}. A folder below a build file or a source root is a
 * module, and so are, in a folder of very many included files, those of one first word; folders of
 * tests and examples are not, unless there is nothing else.
 */
@NullMarked
package ai.wikibuilder.graph.modules;

import org.jspecify.annotations.NullMarked;
