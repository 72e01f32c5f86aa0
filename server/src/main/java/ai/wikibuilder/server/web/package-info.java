/**
 * Pages for people, in a browser; a little script makes them follow what goes on, none needs it.
 * Whoever is signed in has a session and its cookie; {@code /api} never looks at it, and these
 * pages never look at a token.
 *
 * <p>In: requests of a browser. Out: HTML by templates that are compiled with the program. Entries:
 * {@link ai.wikibuilder.server.web.Pages} shows a page, {@link ai.wikibuilder.server.web.Frame} is
 * what it stands in; the packages below hold the pages by subject. {@code PageSecurity} says what
 * is open. A form works when it came from a page of ours: it holds a word that belongs to the
 * browser's secret, and the browser says that it comes from here.
 */
@ApplicationModule(
    allowedDependencies = {
      "accounts",
      "accounts::browsers",
      "accounts::tokens",
      "answers",
      "api",
      "audit",
      "corrections",
      "database",
      "git",
      "hooks",
      "jobs",
      "jobs::events",
      "jobs::schedules",
      "keys",
      "operator",
      "providers",
      "quota",
      "repositories",
      "secrets",
      "storage",
      "tenants",
      "wikis",
      "telemetry"
    })
@NullMarked
package ai.wikibuilder.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
