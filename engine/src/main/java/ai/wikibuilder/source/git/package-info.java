/**
 * The git library, kept from everything but object databases and guarded http.
 *
 * <p>Entry: {@link IsolatedGit}. The library's settings hold for the whole process; here is the one
 * place that sets them.
 */
@NullMarked
package ai.wikibuilder.source.git;

import org.jspecify.annotations.NullMarked;
