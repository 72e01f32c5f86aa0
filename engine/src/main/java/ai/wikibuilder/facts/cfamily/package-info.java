/**
 * What the grammars of C, C++ and C# need to be told, because they see a text before the
 * preprocessor.
 *
 * <p>In: the bytes of one file. Out: whether a header is C++ ({@link
 * ai.wikibuilder.facts.cfamily.HeaderLanguage}), and the bytes without what would lead the grammar
 * astray: macros ({@link ai.wikibuilder.facts.cfamily.MacroMask}), conditional lines ({@link
 * ai.wikibuilder.facts.cfamily.ConditionalMask}). No macro is expanded, no condition decided.
 */
@NullMarked
package ai.wikibuilder.facts.cfamily;

import org.jspecify.annotations.NullMarked;
