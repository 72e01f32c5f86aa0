/**
 * The engine put together as the configuration says, for commands to work with.
 *
 * <p>In: {@code cli.configuration.Configuration}. Entry: {@link Workbench}.
 */
@NullMarked
package ai.wikibuilder.cli.workbench;

import org.jspecify.annotations.NullMarked;
