/**
 * Stage 2: the text of one file becomes facts: symbols, references and imports with their lines.
 *
 * <p>In: {@code source.SourceText} and a path. Out: {@link FileFacts}. Entry: {@link
 * FactsExtractor}; stored facts are read by {@link FactsCodec}, and {@link Languages} is the table
 * of what is parsed. Parsing happens in a child process, because grammars may loop, crash or take
 * gigabytes; what goes wrong there costs one file, never the build.
 *
 * <p>Limits: {@link FactsLimits}.
 */
@NullMarked
package ai.wikibuilder.facts;

import org.jspecify.annotations.NullMarked;
