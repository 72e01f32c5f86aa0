package ai.wikibuilder.server.tenants;

import ai.wikibuilder.server.secrets.RandomSecret;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invitations to tenants; each is good for one address, once. Threads may share it. */
public final class Invitations {
  /** How long an invitation is good for. */
  private static final Duration LIFE = Duration.ofDays(7);

  /** Open invitations of one tenant. */
  private static final int OPEN_COUNT_MAX = 200;

  /** Invitations of one tenant within a day, withdrawn ones too: each may be a letter. */
  private static final int DAILY_COUNT_MAX = 200;

  private static final Duration DAY = Duration.ofDays(1);

  private final TenantTransactions transactions;
  private final SecureRandom random;
  private final Clock clock;

  public Invitations(TenantTransactions transactions, SecureRandom random, Clock clock) {
    this.transactions = transactions;
    this.random = random;
    this.clock = clock;
  }

  /**
   * An invitation and the secret that goes out with it, which is shown this once.
   *
   * @param organisation name of the tenant
   */
  public record Sent(Invitation invitation, RandomSecret secret, String organisation) {}

  /**
   * Invites an address. An open invitation of the same address is worthless from then on.
   *
   * @throws TenantException PERSONAL for a person's own tenant, TOO_MANY when too many are open
   */
  public Sent invite(TenantId tenant, String email, Role role, UserId by) {
    RandomSecret secret = RandomSecret.made(random, "inv_");
    Instant now = clock.instant();
    Invitation invitation =
        new Invitation(UUID.randomUUID(), tenant, email, role, now, now.plus(LIFE));
    return transactions.in(
        tenant,
        rows -> {
          String organisation = organisation(rows);
          forgetOpen(rows, email);
          requireRoom(rows);
          rows.sql(
                  """
                  INSERT INTO invitations
                    (id, tenant_id, email, role, hashed_secret, invited_by, created_at, expires_at)
                  VALUES (:id, :tenant, :email, :role, :hash, :by, :now, :expires)
                  """)
              .param("id", invitation.id())
              .param("email", email)
              .param("role", role.word())
              .param("hash", secret.hash())
              .param("by", by.value())
              .param("now", now.atOffset(ZoneOffset.UTC))
              .param("expires", invitation.expiresAt().atOffset(ZoneOffset.UTC))
              .update();
          rows.record(new AuditEntry(AuditAction.INVITED, email + " as " + role.word()));
          return new Sent(invitation, secret, organisation);
        });
  }

  /** The newest is the one that is meant: who has an older one keeps no other role in reserve. */
  private static void forgetOpen(TenantRows rows, String email) {
    rows.sql(
            """
            DELETE FROM invitations
            WHERE tenant_id = :tenant AND email = :email AND accepted_at IS NULL
            """)
        .param("email", email)
        .update();
  }

  private static String organisation(TenantRows rows) {
    return rows.sql("SELECT name FROM tenants WHERE id = :tenant AND kind = 'organisation'")
        .query((row, _) -> row.getString(1))
        .optional()
        .orElseThrow(() ->
            new TenantException(
                TenantException.Kind.PERSONAL,
                "A personal tenant has one member. Make an organisation to invite others."));
  }

  private void requireRoom(TenantRows rows) {
    int open =
        rows.sql(
                """
                SELECT count(*) FROM invitations
                WHERE tenant_id = :tenant AND accepted_at IS NULL AND expires_at > :now
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((row, _) -> row.getInt(1))
            .single();
    int lately =
        rows.sql(
                """
                SELECT count(*) FROM audit_entries WHERE tenant_id = :tenant AND action = :invited
                  AND happened_at > :yesterday
                """)
            .param("invited", AuditAction.INVITED.word())
            .param("yesterday", clock.instant().minus(DAY).atOffset(ZoneOffset.UTC))
            .query((row, _) -> row.getInt(1))
            .single();
    if (lately >= DAILY_COUNT_MAX) {
      throw new TenantException(
          TenantException.Kind.TOO_MANY,
          "At most %d addresses are invited within a day; go on tomorrow."
              .formatted(DAILY_COUNT_MAX));
    }
    if (open >= OPEN_COUNT_MAX) {
      throw new TenantException(
          TenantException.Kind.TOO_MANY, "There are %d open invitations already.".formatted(open));
    }
  }

  /** Those that can still be accepted, the newest first. */
  public List<Invitation> open(TenantId tenant) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM invitations
                    WHERE tenant_id = :tenant AND accepted_at IS NULL AND expires_at > :now
                    ORDER BY created_at DESC, id
                    """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> invitation(row))
                .list());
  }

  /**
   * Makes it worthless.
   *
   * @throws TenantException NOT_FOUND when the tenant has none of that id
   */
  public void withdraw(TenantId tenant, UUID id) {
    boolean gone =
        transactions.in(
            tenant,
            rows -> {
              Optional<String> email =
                  rows.sql(
                          """
                          DELETE FROM invitations WHERE tenant_id = :tenant AND id = :id
                          RETURNING email
                          """)
                      .param("id", id)
                      .query((row, _) -> row.getString(1))
                      .optional();
              email.ifPresent(
                  found -> rows.record(new AuditEntry(AuditAction.INVITATION_WITHDRAWN, found)));
              return email.isPresent();
            });
    if (!gone) {
      throw TenantException.notFound();
    }
  }

  /** What became of an invitation that somebody shows. */
  public sealed interface Shown {
    /** It is used up now. */
    record Accepted(Invitation invitation) implements Shown {}

    /** Somebody accepted it before. */
    record Used() implements Refused {}

    /** It is too old. */
    record Expired() implements Refused {}

    /** There is none of that secret; it may have been withdrawn. */
    record Unknown() implements Refused {}
  }

  /** Why an invitation is no good. */
  public sealed interface Refused extends Shown {}

  /**
   * Uses an invitation up, in the transaction of whoever registers or joins: nobody is a member
   * before it has ended, so it is the system's.
   */
  public Shown accept(SystemRows rows, RandomSecret secret) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Optional<Shown> accepted =
        rows.sql(
                """
                UPDATE invitations SET accepted_at = :now
                WHERE hashed_secret = :hash AND accepted_at IS NULL AND expires_at > :now
                RETURNING *
                """)
            .param("hash", secret.hash())
            .param("now", now)
            .query((row, _) -> (Shown) new Shown.Accepted(invitation(row)))
            .optional();
    return accepted.orElseGet(() -> refusal(rows, secret).orElseGet(Shown.Unknown::new));
  }

  /** Why an invitation would be refused; empty when it would be taken. Nothing is used up. */
  public Optional<Refused> refusal(SystemRows rows, RandomSecret secret) {
    Optional<Optional<Refused>> known =
        rows.sql(
                """
                SELECT accepted_at IS NOT NULL, expires_at <= :now FROM invitations
                WHERE hashed_secret = :hash
                """)
            .param("hash", secret.hash())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((row, _) -> refusal(row))
            .optional();
    return known.orElseGet(() -> Optional.of(new Shown.Unknown()));
  }

  private static Optional<Refused> refusal(ResultSet row) throws SQLException {
    if (row.getBoolean(1)) {
      return Optional.of(new Shown.Used());
    }
    return row.getBoolean(2) ? Optional.of(new Shown.Expired()) : Optional.empty();
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        new TenantId(row.getObject("tenant_id", UUID.class)),
        row.getString("email"),
        Role.ofWord(row.getString("role")).orElseThrow(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
