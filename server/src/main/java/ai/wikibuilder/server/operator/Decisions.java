package ai.wikibuilder.server.operator;

import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.audit.Audit;
import ai.wikibuilder.server.audit.AuditPage;
import ai.wikibuilder.server.quota.Plan;
import ai.wikibuilder.server.quota.Plans;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the operator changes; each change is written down. Threads may share it. */
@Component
public final class Decisions {
  private final SystemTransactions system;
  private final People people;
  private final Sessions sessions;
  private final Plans plans;
  private final Audit audit;
  private final Clock clock;

  Decisions(
      SystemTransactions system,
      People people,
      Sessions sessions,
      Plans plans,
      Audit audit,
      Clock clock) {
    this.system = system;
    this.people = people;
    this.sessions = sessions;
    this.plans = plans;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Puts a tenant on another plan.
   *
   * @throws TenantException NOT_FOUND when there is no such tenant or no such plan
   */
  public void assign(Operator operator, TenantId tenant, String plan) {
    requirePlan(plan);
    system.run(rows -> {
      int changed =
          rows.sql("UPDATE tenants SET plan = :plan WHERE id = :id AND kind <> 'public'")
              .param("plan", plan)
              .param("id", tenant.value())
              .update();
      return written(rows, tenant, changed, new AuditEntry(AuditAction.PLAN_ASSIGNED, plan));
    });
  }

  private void requirePlan(String name) {
    if (plans.find(name).isEmpty()) {
      throw TenantException.notFound();
    }
  }

  private static int written(SystemRows rows, TenantId tenant, int changed, AuditEntry entry) {
    if (changed == 0) {
      throw TenantException.notFound();
    }
    rows.record(tenant, entry);
    return changed;
  }

  /**
   * Shuts a tenant, for all its members, or opens it again; nothing in it is lost.
   *
   * @throws TenantException NOT_FOUND
   */
  public void setDisabled(Operator operator, TenantId tenant, boolean disabled) {
    AuditAction action = disabled ? AuditAction.TENANT_DISABLED : AuditAction.TENANT_ENABLED;
    system.run(rows -> {
      int changed =
          rows.sql(
                  """
                  UPDATE tenants
                  SET disabled_at = CASE WHEN :disabled THEN CAST(:now AS timestamptz) END
                  WHERE id = :id AND kind <> 'public'
                  """)
              .param("disabled", disabled)
              .param("now", clock.instant().atOffset(ZoneOffset.UTC))
              .param("id", tenant.value())
              .update();
      return written(rows, tenant, changed, new AuditEntry(action, tenant.toString()));
    });
  }

  /**
   * Shuts an account, which ends its sessions, or opens it again.
   *
   * @throws TenantException NOT_FOUND; FORBIDDEN for the operator's own, since nobody could open it
   *     again
   */
  public void setDisabled(Operator operator, UserId user, boolean disabled) {
    if (operator.user().equals(user)) {
      throw new TenantException(
          TenantException.Kind.FORBIDDEN, "You cannot shut your own account here.");
    }
    require(user);
    people.setDisabled(user, disabled);
  }

  private void require(UserId user) {
    if (people.find(user).isEmpty()) {
      throw TenantException.notFound();
    }
  }

  /**
   * Ends every session of a person.
   *
   * @throws TenantException NOT_FOUND
   */
  public void endSessions(Operator operator, UserId user) {
    require(user);
    sessions.endAll(user);
  }

  /**
   * Makes a plan that tenants can be put on.
   *
   * @throws TenantException TAKEN when there is one of that name; it is unchanged then
   */
  public void add(Operator operator, Plan plan) {
    if (!plans.add(plan)) {
      throw new TenantException(
          TenantException.Kind.TAKEN,
          "There is a plan %s already; choose another name, or edit that one."
              .formatted(plan.name()));
    }
  }

  /**
   * Changes what a plan allows, for every tenant that is on it.
   *
   * @throws TenantException NOT_FOUND when there is none of that name
   */
  public void edit(Operator operator, Plan plan) {
    requirePlan(plan.name());
    plans.change(plan);
  }

  /** What has happened anywhere, the newest first. */
  public AuditPage audit(Operator operator, Optional<UUID> before) {
    return audit.ofInstallation(before);
  }
}
