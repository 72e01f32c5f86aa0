/**
 * Who writes a wiki: it is composed from the code, or a model writes it, after a quote and under a
 * cap.
 *
 * <p>In: forms of members. Out: HTML. Entry: {@link ai.wikibuilder.server.web.writer.WriterPages}.
 */
@NullMarked
package ai.wikibuilder.server.web.writer;

import org.jspecify.annotations.NullMarked;
