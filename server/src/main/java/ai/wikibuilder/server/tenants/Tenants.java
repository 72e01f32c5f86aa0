package ai.wikibuilder.server.tenants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The tenants there are and who is in them. Threads may share it.
 *
 * <p>A person's list of tenants and the founding of one are system transactions: they happen before
 * there is a tenant to speak for. Everything else is the tenant's own.
 */
public final class Tenants {
  /** Organisations one person may found. */
  private static final int FOUNDED_COUNT_MAX = 50;

  private final TenantTransactions transactions;
  private final SystemTransactions system;
  private final Clock clock;

  public Tenants(TenantTransactions transactions, SystemTransactions system, Clock clock) {
    this.transactions = transactions;
    this.system = system;
    this.clock = clock;
  }

  /** Adds a tenant on the plan {@code free}, in the transaction of whoever founds it. */
  public TenantId found(SystemRows rows, String kind, String name) {
    TenantId id = new TenantId(UUID.randomUUID());
    rows.sql(
            "INSERT INTO tenants (id, kind, name, plan, created_at) VALUES (:id, :kind, :name, 'free', :now)")
        .param("id", id.value())
        .param("kind", kind)
        .param("name", name)
        .param("now", now())
        .update();
    return id;
  }

  /** Adds a member; a membership that is there already stays as it is. */
  public void join(SystemRows rows, TenantId tenant, UserId user, Role role) {
    rows.sql(
            """
            INSERT INTO memberships (tenant_id, user_id, role, created_at)
            VALUES (:tenant, :user, :role, :now) ON CONFLICT DO NOTHING
            """)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("role", role.word())
        .param("now", now())
        .update();
  }

  /**
   * A new organisation with the person as its owner.
   *
   * @throws TenantException TOO_MANY
   */
  public Tenant foundOrganisation(UserId founder, String name) {
    return system.run(rows -> {
      int owned =
          rows.sql(
                  """
                  SELECT count(*) FROM memberships m JOIN tenants t ON t.id = m.tenant_id
                  WHERE m.user_id = :user AND m.role = 'owner' AND t.kind = 'organisation'
                  """)
              .param("user", founder.value())
              .query((row, _) -> row.getInt(1))
              .single();
      if (owned >= FOUNDED_COUNT_MAX) {
        throw new TenantException(
            TenantException.Kind.TOO_MANY,
            "You own %d organisations, and that is the most.".formatted(owned));
      }
      TenantId id = found(rows, "organisation", name);
      join(rows, id, founder, Role.OWNER);
      rows.record(id, new AuditEntry(AuditAction.ORGANISATION_FOUNDED, name));
      return new Tenant(id, "organisation", name, "free");
    });
  }

  /** What the tenant is; none when there is none of that id. */
  public Optional<Tenant> find(TenantId id) {
    return transactions.in(
        id,
        rows ->
            rows.sql("SELECT id, kind, name, plan FROM tenants WHERE id = :tenant")
                .query((row, _) -> tenant(row))
                .optional());
  }

  /** The tenants a person is in, the person's own first, then by name. */
  public List<TenantOfMember> of(UserId user) {
    return system.run(rows ->
        rows.sql(
                """
                SELECT t.id, t.kind, t.name, t.plan, m.role FROM memberships m
                JOIN tenants t ON t.id = m.tenant_id
                WHERE m.user_id = :user ORDER BY t.kind = 'personal' DESC, t.name, t.id
                """)
            .param("user", user.value())
            .query((row, _) -> new TenantOfMember(tenant(row), role(row.getString("role"))))
            .list());
  }

  /** What the person may do there; none for who is not in it, and for a tenant that is none. */
  public Optional<Role> roleOf(UserId user, TenantId tenant) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT m.role FROM memberships m JOIN tenants t ON t.id = m.tenant_id
                    WHERE m.tenant_id = :tenant AND m.user_id = :user AND t.disabled_at IS NULL
                    """)
                .param("user", user.value())
                .query((row, _) -> role(row.getString(1)))
                .optional());
  }

  /** Everybody in the tenant, in the order they came. */
  public List<Membership> members(TenantId tenant) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT user_id, role, created_at FROM memberships
                    WHERE tenant_id = :tenant ORDER BY created_at, user_id
                    """)
                .query((row, _) ->
                    new Membership(
                        tenant,
                        new UserId(row.getObject("user_id", UUID.class)),
                        role(row.getString("role")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /**
   * Gives a member another role. Who becomes a reader may leave nothing here any more, nor see or
   * take back what was left: it is deleted.
   *
   * @throws TenantException NOT_FOUND when the person is not in it, LAST_OWNER
   */
  public void change(TenantId tenant, UserId user, Role role) {
    transactions.in(
        tenant,
        rows -> {
          keepAnOwner(rows, user, role != Role.OWNER);
          rows.record(new AuditEntry(AuditAction.ROLE_CHANGED, user + " to " + role.word()));
          if (!role.mayAsMuchAs(Role.MEMBER)) {
            forgetWhatWasLeft(rows, user);
          }
          return rows.sql(
                  "UPDATE memberships SET role = :role WHERE tenant_id = :tenant AND user_id = :user")
              .param("role", role.word())
              .param("user", user.value())
              .update();
        });
  }

  /**
   * Takes a member out; tokens that were made for the tenant stop working with it, an invitation to
   * the address is worthless, and what the member left in it is deleted.
   *
   * @throws TenantException NOT_FOUND when the person is not in it, LAST_OWNER
   */
  public void remove(TenantId tenant, UserId user) {
    String address = lowerAddress(user);
    transactions.in(
        tenant,
        rows -> {
          keepAnOwner(rows, user, true);
          rows.record(new AuditEntry(AuditAction.MEMBER_REMOVED, user.toString()));
          forgetWhatWasLeft(rows, user);
          rows.sql("DELETE FROM api_tokens WHERE tenant_id = :tenant AND user_id = :user")
              .param("user", user.value())
              .update();
          rows.sql(
                  """
                  DELETE FROM invitations
                  WHERE tenant_id = :tenant AND accepted_at IS NULL AND lower(email) = :address
                  """)
              .param("address", address)
              .update();
          return rows.sql("DELETE FROM memberships WHERE tenant_id = :tenant AND user_id = :user")
              .param("user", user.value())
              .update();
        });
  }

  private String lowerAddress(UserId user) {
    return system.run(rows ->
        rows.sql("SELECT lower(email) FROM users WHERE id = :user")
            .param("user", user.value())
            .query((row, _) -> row.getString(1))
            .optional()
            .orElse(""));
  }

  /**
   * Ends an organisation with every row of it, whoever else is in it; each of its members can read
   * that afterwards. A build that runs finds its rows gone and ends; files are removed by the
   * workers once nobody reads them.
   *
   * @throws TenantException NOT_FOUND, PERSONAL for a person's own tenant: it goes with its person
   */
  public void dissolve(TenantId tenant) {
    system.run(rows -> {
      Tenant found =
          rows.sql("SELECT id, kind, name, plan FROM tenants WHERE id = :id FOR UPDATE")
              .param("id", tenant.value())
              .query((row, _) -> tenant(row))
              .optional()
              .orElseThrow(TenantException::notFound);
      if (!found.kind().equals("organisation")) {
        throw new TenantException(
            TenantException.Kind.PERSONAL,
            "A personal tenant is deleted with its account alone; delete the account.");
      }
      List<UserId> members =
          rows.sql("SELECT user_id FROM memberships WHERE tenant_id = :id ORDER BY user_id")
              .param("id", tenant.value())
              .query((row, _) -> new UserId(row.getObject("user_id", UUID.class)))
              .list();
      AuditAction deleted = AuditAction.ORGANISATION_DELETED;
      members.forEach(member -> rows.record(member, new AuditEntry(deleted, found.name())));
      rows.record(new AuditEntry(deleted, tenant.toString()));
      return rows.sql("DELETE FROM tenants WHERE id = :id").param("id", tenant.value()).update();
    });
  }

  /**
   * A model key and git tokens are the person's own, so nobody else is to work with them; schedules
   * and webhooks ask for builds in the person's name, which would be refused from now on without
   * anybody being told.
   */
  private static void forgetWhatWasLeft(TenantRows rows, UserId user) {
    List<String> providers = deleted(rows, user, "model_keys", "provider");
    providers.forEach(
        provider -> rows.record(new AuditEntry(AuditAction.MODEL_KEY_REMOVED, provider)));
    List<String> hosts = deleted(rows, user, "git_credentials", "host");
    hosts.forEach(host -> rows.record(new AuditEntry(AuditAction.GIT_TOKEN_REMOVED, host)));
    deleted(rows, user, "schedules", "repository_id");
    deleted(rows, user, "webhooks", "id");
  }

  private static List<String> deleted(TenantRows rows, UserId user, String table, String shown) {
    return rows.sql(
            "DELETE FROM %s WHERE tenant_id = :tenant AND user_id = :user RETURNING %s::text"
                .formatted(table, shown))
        .param("user", user.value())
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** Locks the memberships, so that two owners cannot take each other out at once. */
  private static void keepAnOwner(TenantRows rows, UserId user, boolean ceases) {
    List<Membership> all =
        rows.sql(
                "SELECT user_id, role FROM memberships WHERE tenant_id = :tenant ORDER BY user_id FOR UPDATE")
            .query((row, _) ->
                new Membership(
                    rows.tenant(),
                    new UserId(row.getObject("user_id", UUID.class)),
                    role(row.getString("role")),
                    Instant.EPOCH))
            .list();
    Membership found =
        all.stream()
            .filter(member -> member.user().equals(user))
            .findFirst()
            .orElseThrow(TenantException::notFound);
    long owners = all.stream().filter(member -> member.role() == Role.OWNER).count();
    if (ceases && found.role() == Role.OWNER && owners == 1) {
      throw new TenantException(
          TenantException.Kind.LAST_OWNER,
          "This is the last owner; make somebody else owner first, or delete the organisation.");
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Tenant tenant(ResultSet row) throws SQLException {
    return new Tenant(
        new TenantId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        row.getString("name"),
        row.getString("plan"));
  }

  private static Role role(String word) {
    return Role.ofWord(word).orElseThrow(); // a constraint of the table allows no other
  }
}
