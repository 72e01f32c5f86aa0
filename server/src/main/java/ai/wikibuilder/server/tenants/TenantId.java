package ai.wikibuilder.server.tenants;

import java.util.UUID;

/** Whose rows: a person's own tenant or an organisation. */
public record TenantId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
