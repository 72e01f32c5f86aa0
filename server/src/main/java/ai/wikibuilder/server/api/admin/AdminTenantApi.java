package ai.wikibuilder.server.api.admin;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.operator.Decisions;
import ai.wikibuilder.server.operator.Installation;
import ai.wikibuilder.server.operator.Listed;
import ai.wikibuilder.server.operator.Operator;
import ai.wikibuilder.server.operator.Spend;
import ai.wikibuilder.server.operator.TenantLine;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All tenants: how much they use, never what is in them. */
@RestController
@RequestMapping("/api/admin")
final class AdminTenantApi {
  private final Installation installation;
  private final Decisions decisions;

  AdminTenantApi(Installation installation, Decisions decisions) {
    this.installation = installation;
    this.decisions = decisions;
  }

  /**
   * A tenant.
   *
   * @param tokens of this month, UTC
   */
  record AdminTenant(
      UUID id,
      String kind,
      String name,
      String plan,
      int members,
      int repositories,
      long tokens,
      long microDollars,
      Instant createdAt,
      @Nullable Instant disabledAt) {
    static AdminTenant of(TenantLine line) {
      return new AdminTenant(
          line.id(),
          line.kind(),
          line.name(),
          line.plan(),
          line.members(),
          line.repositories(),
          line.tokens(),
          line.microDollars(),
          line.createdAt(),
          line.disabledAt().orElse(null));
    }
  }

  record AdminTenants(List<AdminTenant> tenants, @Nullable UUID next) {}

  @GetMapping("/tenants")
  AdminTenants tenants(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID before) {
    Listed<TenantLine> found =
        installation.tenants(Operator.of(caller), Optional.ofNullable(before));
    return new AdminTenants(
        found.lines().stream().map(AdminTenant::of).toList(), found.next().orElse(null));
  }

  /**
   * What is to change; what is not named stays.
   *
   * @param plan name of a plan
   */
  record TenantChange(@Nullable String plan, @Nullable Boolean disabled) {}

  @PatchMapping("/tenants/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody TenantChange wish) {
    Operator operator = Operator.of(caller);
    if (wish.plan() == null && wish.disabled() == null) {
      throw new InvalidInput("expected plan, disabled or both, got neither");
    }
    if (wish.plan() != null) {
      decisions.assign(operator, new TenantId(id), wish.plan());
    }
    if (wish.disabled() != null) {
      decisions.setDisabled(operator, new TenantId(id), wish.disabled());
    }
  }

  /** What one tenant has used this month, UTC. */
  record AdminSpend(UUID tenantId, String name, long calls, long tokens, long microDollars) {
    static AdminSpend of(Spend spend) {
      return new AdminSpend(
          spend.tenant(), spend.name(), spend.calls(), spend.tokens(), spend.microDollars());
    }
  }

  @GetMapping("/spend")
  List<AdminSpend> spend(@AuthenticationPrincipal Caller caller) {
    return installation.spend(Operator.of(caller)).stream().map(AdminSpend::of).toList();
  }
}
