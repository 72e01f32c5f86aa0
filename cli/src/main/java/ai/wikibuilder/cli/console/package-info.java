/**
 * How the command line speaks: results and progress, as text or as JSON, and the end of a command
 * that is interrupted. Entry: {@link Console}.
 */
@NullMarked
package ai.wikibuilder.cli.console;

import org.jspecify.annotations.NullMarked;
