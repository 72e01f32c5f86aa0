/**
 * What the grammars of C and C++ need to be told, because they see a text before the preprocessor.
 *
 * <p>In: the bytes of one file. Out: whether a header is C++ ({@link
 * ai.wikibuilder.facts.cfamily.HeaderLanguage}), and the bytes without the macros that would lead
 * the grammar astray ({@link ai.wikibuilder.facts.cfamily.MacroMask}). No macro is ever expanded.
 */
@NullMarked
package ai.wikibuilder.facts.cfamily;

import org.jspecify.annotations.NullMarked;
