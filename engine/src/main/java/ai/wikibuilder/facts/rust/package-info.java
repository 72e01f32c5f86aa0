/**
 * What the grammar of Rust does not look into: items that stand in the braces of a macro.
 *
 * <p>In: the bytes of one file. Out: the bytes with the macro around such items blanked ({@link
 * ai.wikibuilder.facts.rust.MacroItems}), so that offsets and lines hold. No macro is expanded.
 */
@NullMarked
package ai.wikibuilder.facts.rust;

import org.jspecify.annotations.NullMarked;
