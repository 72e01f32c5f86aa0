/**
 * The command line: arguments in, results on standard output, progress and errors on standard
 * error, exit codes that scripts can rely on.
 *
 * <p>Entry: {@link Main}. Everything it does is done by the engine.
 */
@NullMarked
package ai.wikibuilder.cli;

import org.jspecify.annotations.NullMarked;
