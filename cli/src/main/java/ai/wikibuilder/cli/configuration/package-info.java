/**
 * What the command line is told before a command begins: values from the environment, {@code
 * config.yaml} and the defaults.
 *
 * <p>In: the environment and the data folder. Out: {@link Configuration}. Entry: {@link
 * Configuration#read}; {@link Setting} lists every key.
 */
@NullMarked
package ai.wikibuilder.cli.configuration;

import org.jspecify.annotations.NullMarked;
