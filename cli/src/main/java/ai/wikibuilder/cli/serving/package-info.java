/**
 * {@code aiwiki serve}: reads the configuration, starts the server and waits until it is told to
 * stop.
 *
 * <p>In: the configuration and flags. Out: a running {@code ai.wikibuilder.server.Server}. Entry:
 * {@link ai.wikibuilder.cli.serving.ServeCommand}; nothing else of the command line knows the
 * server.
 */
@NullMarked
package ai.wikibuilder.cli.serving;

import org.jspecify.annotations.NullMarked;
