package ai.wikibuilder.server.api.accounts;

import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.tenants.Membership;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.Tenant;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tenants and who is in them. */
@RestController
@RequestMapping("/api/tenants")
final class TenantApi {
  private static final int NAME_LENGTH_MAX = 100;

  private final Tenants tenants;
  private final People people;
  private final Admission admission;

  TenantApi(Tenants tenants, People people, Admission admission) {
    this.tenants = tenants;
    this.people = people;
    this.admission = admission;
  }

  /**
   * A tenant.
   *
   * @param kind personal or organisation
   * @param role what the caller may do in it
   */
  record TenantReply(UUID id, String kind, String name, String plan, String role) {
    static TenantReply of(Tenant tenant, Role role) {
      return new TenantReply(
          tenant.id().value(), tenant.kind(), tenant.name(), tenant.plan(), role.word());
    }
  }

  @GetMapping
  List<TenantReply> list(@AuthenticationPrincipal Caller caller) {
    Admission.require(caller, Scope.READ);
    return tenants.of(caller.user()).stream()
        .filter(found -> caller.mayReach(found.tenant().id()))
        .map(found -> TenantReply.of(found.tenant(), found.role()))
        .toList();
  }

  record TenantRequest(@Nullable String name) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TenantReply found(@AuthenticationPrincipal Caller caller, @RequestBody TenantRequest wish) {
    Admission.require(caller, Scope.ACCOUNT);
    String name = Input.name(wish.name(), NAME_LENGTH_MAX);
    return TenantReply.of(tenants.foundOrganisation(caller.user(), name), Role.OWNER);
  }

  record DissolveRequest(@Nullable String name) {}

  /** Deletes an organisation and everything of it; its name tells that nothing else was meant. */
  @PostMapping("/{id}/delete")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void dissolve(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody DissolveRequest wish) {
    TenantId tenant = admission.admit(caller, id, Role.OWNER, Scope.ACCOUNT);
    String name = tenants.find(tenant).orElseThrow(TenantException::notFound).name();
    Input.requireName(name, wish.name());
    tenants.dissolve(tenant);
  }

  record MemberReply(UUID userId, String email, String role, Instant since) {}

  @GetMapping("/{id}/members")
  List<MemberReply> members(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    TenantId tenant = admission.admit(caller, id, Role.READER, Scope.READ);
    List<Membership> members = tenants.members(tenant);
    Map<UserId, EmailAddress> addresses =
        people.addresses(members.stream().map(Membership::user).toList());
    return members.stream()
        .filter(member -> addresses.containsKey(member.user()))
        .map(member ->
            new MemberReply(
                member.user().value(),
                String.valueOf(addresses.get(member.user())),
                member.role().word(),
                member.since()))
        .toList();
  }

  record RoleRequest(@Nullable String role) {}

  @PatchMapping("/{id}/members/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID userId,
      @RequestBody RoleRequest wish) {
    TenantId tenant = admission.admit(caller, id, Role.OWNER, Scope.ACCOUNT);
    tenants.change(tenant, new UserId(userId), role(wish.role()));
  }

  static Role role(@Nullable String word) {
    return Role.ofWord(Input.text("role", word, NAME_LENGTH_MAX))
        .orElseThrow(() -> new InvalidInput("role: expected owner, member or reader"));
  }

  /** An owner takes anybody out; everybody may leave. */
  @DeleteMapping("/{id}/members/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID userId) {
    UserId user = new UserId(userId);
    Role least = user.equals(caller.user()) ? Role.READER : Role.OWNER;
    tenants.remove(admission.admit(caller, id, least, Scope.ACCOUNT), user);
  }
}
