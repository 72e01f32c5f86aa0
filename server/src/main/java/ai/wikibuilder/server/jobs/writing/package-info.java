/**
 * Who writes the pages of a build, with which key, and what that may cost.
 *
 * <p>In: a build of a tenant. Out: {@link ai.wikibuilder.server.jobs.writing.AuthorAtWork}. Entry:
 * {@link ai.wikibuilder.server.jobs.writing.Authors}. Every call of a model is entered in the
 * tenant's usage; the central key is under the plan's allowance, which is held back first.
 */
@NullMarked
package ai.wikibuilder.server.jobs.writing;

import org.jspecify.annotations.NullMarked;
