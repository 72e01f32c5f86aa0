/**
 * What a model may do to find evidence: search, read, look up symbols, their references and
 * callers, and list files, all of it in one repository and nowhere else.
 *
 * <p>In: a tool call of a model, which is not trusted. Out: {@link
 * ai.wikibuilder.answers.exploration.ToolResult}; what it shows is numbered on the tray. Entry:
 * {@link ai.wikibuilder.answers.exploration.Toolbox}. Limits: lines and places of one result.
 */
@NullMarked
package ai.wikibuilder.answers.exploration;

import org.jspecify.annotations.NullMarked;
