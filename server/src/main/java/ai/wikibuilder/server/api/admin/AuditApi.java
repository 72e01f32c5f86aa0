package ai.wikibuilder.server.api.admin;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.audit.Audit;
import ai.wikibuilder.server.audit.AuditPage;
import ai.wikibuilder.server.operator.Decisions;
import ai.wikibuilder.server.operator.Operator;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has happened: in a tenant for its owners, anywhere for the operator. */
@RestController
final class AuditApi {
  private final Audit audit;
  private final Decisions decisions;
  private final Admission admission;

  AuditApi(Audit audit, Decisions decisions, Admission admission) {
    this.audit = audit;
    this.decisions = decisions;
    this.admission = admission;
  }

  /**
   * One entry.
   *
   * @param who address of the person who did it, {@code operator}, or empty
   * @param tenant name of the tenant; empty for what concerns the installation
   */
  record AuditLine(
      UUID id,
      String action,
      String subject,
      String who,
      String tenant,
      String address,
      Instant happenedAt) {
    static AuditLine of(AuditPage.Line line) {
      return new AuditLine(
          line.id(),
          line.action(),
          line.subject(),
          line.who(),
          line.tenant(),
          line.address(),
          line.happenedAt());
    }
  }

  record AuditReply(List<AuditLine> entries, @Nullable UUID next) {
    static AuditReply of(AuditPage page) {
      return new AuditReply(
          page.lines().stream().map(AuditLine::of).toList(), page.next().orElse(null));
    }
  }

  @GetMapping("/api/tenants/{id}/audit")
  AuditReply ofTenant(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID before) {
    TenantId tenant = admission.admit(caller, id, Role.OWNER, Scope.ACCOUNT);
    return AuditReply.of(audit.of(tenant, Optional.ofNullable(before)));
  }

  @GetMapping("/api/admin/audit")
  AuditReply ofInstallation(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID before) {
    return AuditReply.of(decisions.audit(Operator.of(caller), Optional.ofNullable(before)));
  }
}
