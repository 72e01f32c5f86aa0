package ai.wikibuilder.server.tenants;

import java.util.UUID;

/** Whose rows: a person's own tenant or an organisation. */
public record TenantId(UUID value) {
  /**
   * Whose wikis all tenants may read and none may write; {@code public_tenant()} in the database.
   */
  public static final TenantId PUBLIC =
      new TenantId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

  @Override
  public String toString() {
    return value.toString();
  }
}
