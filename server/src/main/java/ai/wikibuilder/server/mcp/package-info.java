/**
 * The Model Context Protocol at {@code /mcp}: agents read and ask the wikis of one tenant.
 *
 * <p>In: requests with a token, as for {@code /api}; each stands for itself, so any process answers
 * it. Out: the six tools of {@code answers.tools}. Entry: {@link
 * ai.wikibuilder.server.mcp.TenantTools}. The protocol's library is at home here.
 */
@ApplicationModule(
    allowedDependencies = {
      "accounts::tokens",
      "api",
      "tenants",
      "repositories",
      "storage",
      "wikis",
      "answers",
      "quota"
    })
@NullMarked
package ai.wikibuilder.server.mcp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
