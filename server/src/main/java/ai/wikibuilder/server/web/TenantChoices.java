package ai.wikibuilder.server.web;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which tenant a page is about, and which others it could be about. Threads may share it. */
@Component
public final class TenantChoices {
  private final Tenants tenants;
  private final Admission admission;

  TenantChoices(Tenants tenants, Admission admission) {
    this.tenants = tenants;
    this.admission = admission;
  }

  /**
   * The tenant that is named in the address, the person's own when none is.
   *
   * @throws TenantException NOT_FOUND for what is foreign, unknown or no id, FORBIDDEN
   */
  public TenantId named(Caller caller, String id, Role role) {
    return id.isEmpty() ? caller.personalTenant() : admitted(caller, new Form.Id(id), role);
  }

  /** The tenant that a form names; it always names one. */
  public TenantId sent(Caller caller, Form form, Role role) {
    return admitted(caller, new Form.Id(form.value("tenant")), role);
  }

  private TenantId admitted(Caller caller, Form.Id id, Role role) {
    UUID value = id.value().orElseThrow(TenantException::notFound);
    return admission.admit(caller, value, role, Scope.ACCOUNT);
  }

  /** Those in which the caller has at least the role, the person's own first. */
  public List<TenantChoice> of(Caller caller, TenantId current, Role role) {
    return tenants.of(caller.user()).stream()
        .filter(found -> found.role().mayAsMuchAs(role))
        .map(found ->
            new TenantChoice(
                found.tenant().id().value(),
                found.tenant().name(),
                found.tenant().kind().equals("personal"),
                found.tenant().id().equals(current)))
        .toList();
  }
}
