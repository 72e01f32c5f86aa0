/**
 * {@code /api}: what programs ask, with {@code Authorization: Bearer}. Everything is refused that
 * is not proven, before its body is read; what is foreign and what does not exist is answered
 * alike.
 *
 * <p>In: requests of RFC 9110. Out: JSON, and problems of RFC 9457. Entries: the classes named
 * {@code …Api} in the packages below; {@link ai.wikibuilder.server.api.Admission} decides who may
 * reach which tenant, {@link ai.wikibuilder.server.api.Problems} what failures become.
 */
@ApplicationModule(
    allowedDependencies = {
      "accounts",
      "accounts::tokens",
      "tenants",
      "secrets",
      "quota",
      "keys",
      "repositories",
      "storage",
      "jobs",
      "jobs::events",
      "jobs::schedules",
      "wikis",
      "answers",
      "corrections",
      "database",
      "hooks",
      "git",
      "providers",
      "audit",
      "operator",
      "telemetry"
    })
@NullMarked
package ai.wikibuilder.server.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
