/**
 * Questions to wikis: answered with the tenant's models, or without one, kept as conversations.
 *
 * <p>In: a question of somebody who may read the repository. Out: {@link
 * ai.wikibuilder.answers.json.AnswerJson}, sentence by sentence on the way. Entries: {@link
 * ai.wikibuilder.server.answers.Answering}, {@link ai.wikibuilder.server.answers.Conversations}.
 */
@ApplicationModule(
    allowedDependencies = {
      "tenants",
      "jobs",
      "jobs::events",
      "repositories",
      "storage",
      "wikis",
      "models",
      "quota"
    })
@NullMarked
package ai.wikibuilder.server.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
