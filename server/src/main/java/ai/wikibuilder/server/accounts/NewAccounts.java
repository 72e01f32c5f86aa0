package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.Invitation;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds a person with the person's own tenant, whichever way the person came. */
@Component
final class NewAccounts {
  private static final int NAME_LENGTH_MAX = 100;

  private final Tenants tenants;
  private final Invitations invitations;
  private final AccountSettings settings;
  private final Clock clock;

  NewAccounts(Tenants tenants, Invitations invitations, AccountSettings settings, Clock clock) {
    this.tenants = tenants;
    this.invitations = invitations;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Somebody who is about to have an account.
   *
   * @param hash of the password; none for who comes by another provider
   */
  record NewUser(EmailAddress email, Optional<String> hash, boolean operator, boolean verified) {}

  static boolean anybody(SystemRows rows) {
    return rows.sql("SELECT EXISTS (SELECT FROM users)")
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  RegistrationMode mode() {
    return settings.registration();
  }

  AccountException closed() {
    return new AccountException(
        AccountException.Kind.CLOSED,
        settings.registration() == RegistrationMode.INVITE
            ? "Accounts are made by invitation here; ask an owner of your organisation for one."
            : "No accounts are made here.");
  }

  Account add(SystemRows rows, NewUser made) {
    UserId user = new UserId(UUID.randomUUID());
    TenantId own = tenants.found(rows, "personal", shortened(made.email().text()));
    @Nullable OffsetDateTime verified = made.verified() ? now() : null;
    rows.sql(
            """
            INSERT INTO users (id, email, email_key, hashed_password, operator, personal_tenant_of,
              created_at, verified_at)
            VALUES (:id, :email, :key, CAST(:hash AS text), :operator, :own, :now,
              CAST(:verified AS timestamptz))
            """)
        .param("id", user.value())
        .param("email", made.email().text())
        .param("key", made.email().key())
        .param("hash", made.hash().orElse(null))
        .param("operator", made.operator())
        .param("own", own.value())
        .param("now", now())
        .param("verified", verified)
        .update();
    tenants.join(rows, own, user, Role.OWNER);
    rows.record(own, user, new AuditEntry(AuditAction.REGISTERED, made.email().text()));
    return People.find(rows, user).orElseThrow();
  }

  /**
   * Uses up an invitation of somebody with that address. Whoever shows the secret of one may know
   * what became of it, and not for whom it is.
   *
   * @throws AccountException LINK, INVITATION_USED, INVITATION_EXPIRED, OTHER_ADDRESS; nothing is
   *     used up when the transaction ends with it
   */
  Invitation invited(SystemRows rows, RandomSecret secret, EmailAddress email) {
    return switch (invitations.accept(rows, secret)) {
      case Invitations.Shown.Accepted(Invitation invitation) -> {
        if (!email.isSameAs(invitation.email())) {
          throw new AccountException(
              AccountException.Kind.OTHER_ADDRESS,
              "This invitation is for another address than %s; use the account, or make one, of"
                      .formatted(email)
                  + " the address that it was sent to.");
        }
        yield invitation;
      }
      case Invitations.Refused refusal -> throw refused(refusal);
    };
  }

  /** Why an invitation is no good, for whoever holds it. */
  static AccountException refused(Invitations.Refused refusal) {
    return switch (refusal) {
      case Invitations.Shown.Used _ ->
          new AccountException(
              AccountException.Kind.INVITATION_USED,
              "This invitation was accepted before; if it was you, sign in, else ask for a new"
                  + " one.");
      case Invitations.Shown.Expired _ ->
          new AccountException(
              AccountException.Kind.INVITATION_EXPIRED,
              "This invitation is older than a week; ask for a new one.");
      case Invitations.Shown.Unknown _ -> Registration.linkGone();
    };
  }

  /** Makes the person a member of the tenant that invited the address. */
  void accept(SystemRows rows, Invitation invitation, Account account) {
    tenants.join(rows, invitation.tenant(), account.id(), invitation.role());
    rows.record(
        invitation.tenant(),
        account.id(),
        new AuditEntry(
            AuditAction.INVITATION_ACCEPTED, account.email() + " as " + invitation.role().word()));
  }

  /** Names the person's own tenant after another address, if it was named after the present one. */
  void rename(SystemRows rows, Account account, EmailAddress email) {
    rows.sql("UPDATE tenants SET name = :now WHERE id = :own AND name = :before")
        .param("now", shortened(email.text()))
        .param("own", account.personalTenant().value())
        .param("before", shortened(account.email().text()))
        .update();
  }

  /** Takes away an account that nobody ever entered, with its tenant. */
  void remove(SystemRows rows, Account unverified) {
    rows.sql("DELETE FROM users WHERE id = :id").param("id", unverified.id().value()).update();
    rows.sql("DELETE FROM tenants WHERE id = :own")
        .param("own", unverified.personalTenant().value())
        .update();
  }

  private static String shortened(String name) {
    return name.length() <= NAME_LENGTH_MAX ? name : name.substring(0, NAME_LENGTH_MAX);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
