package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Instant;

/**
 * A person with an account.
 *
 * @param operator whether the person runs the installation: plans, tenants, spending, never content
 * @param personalTenant the tenant that is the person's own
 */
public record Account(
    UserId id,
    EmailAddress email,
    boolean operator,
    TenantId personalTenant,
    boolean verified,
    boolean disabled,
    Instant createdAt) {}
