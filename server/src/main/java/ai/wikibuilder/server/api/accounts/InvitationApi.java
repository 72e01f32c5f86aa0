package ai.wikibuilder.server.api.accounts;

import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.Registration;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.Invitation;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations to tenants. */
@RestController
final class InvitationApi {
  private final Invitations invitations;
  private final Registration registration;
  private final Admission admission;

  InvitationApi(Invitations invitations, Registration registration, Admission admission) {
    this.invitations = invitations;
    this.registration = registration;
    this.admission = admission;
  }

  record InvitationReply(UUID id, String email, String role, Instant createdAt, Instant expiresAt) {
    static InvitationReply of(Invitation invitation) {
      return new InvitationReply(
          invitation.id(),
          invitation.email(),
          invitation.role().word(),
          invitation.createdAt(),
          invitation.expiresAt());
    }
  }

  @GetMapping("/api/tenants/{id}/invitations")
  List<InvitationReply> list(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    TenantId tenant = admission.admit(caller, id, Role.OWNER, Scope.ACCOUNT);
    return invitations.open(tenant).stream().map(InvitationReply::of).toList();
  }

  record InvitationRequest(@Nullable String email, @Nullable String role) {}

  /**
   * An invitation, with its secret, shown this once.
   *
   * @param invitation what the invited person registers or joins with
   * @param letter whether a letter with it is on its way to the address
   */
  record InvitationMade(String invitation, boolean letter, InvitationReply details) {}

  @PostMapping("/api/tenants/{id}/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  InvitationMade invite(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody InvitationRequest wish) {
    TenantId tenant = admission.admit(caller, id, Role.OWNER, Scope.ACCOUNT);
    EmailAddress email = EmailAddress.parse(Input.secret("email", wish.email()));
    Invitations.Sent sent =
        registration.invite(tenant, email, TenantApi.role(wish.role()), caller.user());
    return new InvitationMade(
        sent.secret().text(), registration.sendsLetters(), InvitationReply.of(sent.invitation()));
  }

  @DeleteMapping("/api/tenants/{id}/invitations/{invitationId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID invitationId) {
    invitations.withdraw(admission.admit(caller, id, Role.OWNER, Scope.ACCOUNT), invitationId);
  }

  record AcceptRequest(@Nullable String invitation) {}

  record AcceptReply(UUID tenantId) {}

  /** For somebody who has an account; others register with the invitation. */
  @PostMapping("/api/invitations/accept")
  AcceptReply accept(@AuthenticationPrincipal Caller caller, @RequestBody AcceptRequest wish) {
    Admission.require(caller, Scope.ACCOUNT);
    RandomSecret secret = new RandomSecret(Input.secret("invitation", wish.invitation()));
    return new AcceptReply(registration.join(caller.user(), secret).value());
  }
}
