/**
 * Pages about modules: what is in them, who uses them, what they use, their files, settings and
 * tests.
 *
 * <p>In: {@code pages.material.Material}. Entry: {@link ModulePage}.
 */
@NullMarked
package ai.wikibuilder.pages.modules;

import org.jspecify.annotations.NullMarked;
