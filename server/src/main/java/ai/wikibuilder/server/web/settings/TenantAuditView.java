package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.web.TenantChoice;
import java.util.List;
import java.util.UUID;

/** What has happened in one tenant. */
public record TenantAuditView(UUID tenant, List<TenantChoice> choices, AuditView audit) {
  public TenantAuditView {
    choices = List.copyOf(choices);
  }
}
