package ai.wikibuilder.server.api.accounts;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.quota.Plan;
import ai.wikibuilder.server.quota.Plans;
import ai.wikibuilder.server.quota.Usage;
import ai.wikibuilder.server.quota.UsageSummary;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.Tenant;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans, and what a tenant has used of its own. */
@RestController
final class UsageApi {
  private final Plans plans;
  private final Usage usage;
  private final Tenants tenants;
  private final Admission admission;

  UsageApi(Plans plans, Usage usage, Tenants tenants, Admission admission) {
    this.plans = plans;
    this.usage = usage;
    this.tenants = tenants;
    this.admission = admission;
  }

  @GetMapping("/api/plans")
  List<Plan> plans(@AuthenticationPrincipal Caller caller) {
    Admission.require(caller, Scope.READ);
    return plans.all();
  }

  record UsageReply(UUID tenantId, Plan plan, UsageTotals used, List<UsageLine> latest) {}

  /**
   * What was used since {@code monthFrom}.
   *
   * @param builds since midnight, UTC
   */
  record UsageTotals(
      Instant monthFrom, int builds, int repositories, long tokens, long microDollars) {}

  record UsageLine(
      String kind,
      @Nullable String model,
      long tokensIn,
      long tokensOut,
      long microDollars,
      Instant usedAt) {}

  @GetMapping("/api/usage")
  UsageReply usage(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID tenant) {
    TenantId admitted = admission.admit(caller, tenant, Role.READER, Scope.READ);
    Tenant found = tenants.find(admitted).orElseThrow(TenantException::notFound);
    Plan plan = plans.find(found.plan()).orElseThrow();
    UsageSummary used = usage.thisMonth(admitted);
    return new UsageReply(
        admitted.value(),
        plan,
        new UsageTotals(
            used.monthFrom(),
            used.builds(),
            used.repositories(),
            used.tokens(),
            used.microDollars()),
        used.latest().stream()
            .map(entry ->
                new UsageLine(
                    entry.kind(),
                    entry.model().orElse(null),
                    entry.tokensIn(),
                    entry.tokensOut(),
                    entry.microDollars(),
                    entry.usedAt()))
            .toList());
  }
}
