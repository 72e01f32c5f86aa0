/**
 * What the repository shows to the outside: routes, commands, schedules, exported names, and the
 * settings that steer it.
 *
 * <p>In: {@code pages.material.Material}. Entry: {@link ApiPage} and {@link ConfigurationPage}.
 */
@NullMarked
package ai.wikibuilder.pages.surface;

import org.jspecify.annotations.NullMarked;
