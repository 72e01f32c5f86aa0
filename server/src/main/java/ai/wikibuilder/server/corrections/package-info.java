/**
 * Sentences of wikis that readers report as wrong: checked again at once, and out of every later
 * wiki of the repository when they do not hold, or when a reader knows better.
 *
 * <p>In: a sentence as it was copied. Out: what became of it, and a build that shows the wiki
 * without it. Entry: {@link ai.wikibuilder.server.corrections.ReportedSentences}.
 */
@ApplicationModule(
    allowedDependencies = {"tenants", "repositories", "storage", "wikis", "jobs", "quota"})
@NullMarked
package ai.wikibuilder.server.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
