/**
 * Which file a module's name leads to: one class for each way in which languages name modules.
 *
 * <p>In: the paths of a repository ({@link SourceFiles}) and the names its packages have in their
 * manifests ({@link PackageFolders}). Out: the number of a file. Entry: {@link ModuleFinders}.
 * Knows nothing of symbols: what a file gives out under a name is asked in {@code graph}.
 */
@NullMarked
package ai.wikibuilder.graph.imports;

import org.jspecify.annotations.NullMarked;
