/**
 * What several commands are told in the same words: which repository, and who writes its pages.
 *
 * <p>In: words of the command line. Out: {@code source.SourceRequest}, {@code
 * pages.prose.ProseSettings}. Entries: {@link SourceOptions}, {@link WriterOptions}.
 */
@NullMarked
package ai.wikibuilder.cli.arguments;

import org.jspecify.annotations.NullMarked;
