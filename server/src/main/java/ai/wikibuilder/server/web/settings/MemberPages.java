package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.accounts.AccountSettings;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.Registration;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Membership;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.Tenant;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import ai.wikibuilder.server.tenants.UserId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.settings.OrganisationView.Invited;
import ai.wikibuilder.server.web.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who is in an organisation, and who is invited to it. */
@Controller
final class MemberPages {
  private static final String ONE = OrganisationPages.HERE + "/{id}";

  private final Pages pages;
  private final Tenants tenants;
  private final Invitations invitations;
  private final Registration registration;
  private final People people;
  private final Admission admission;
  private final AccountSettings settings;

  MemberPages(
      Pages pages,
      Tenants tenants,
      Invitations invitations,
      Registration registration,
      People people,
      Admission admission,
      AccountSettings settings) {
    this.pages = pages;
    this.tenants = tenants;
    this.invitations = invitations;
    this.registration = registration;
    this.people = people;
    this.admission = admission;
    this.settings = settings;
  }

  @GetMapping(ONE)
  ResponseEntity<String> show(Frame frame, @PathVariable UUID id) {
    TenantId tenant = admit(frame, id, Role.READER);
    return show(HttpStatus.OK, frame, tenant, Typed.NOTHING);
  }

  private TenantId admit(Frame frame, UUID id, Role role) {
    return admission.admit(frame.caller(), id, role, Scope.ACCOUNT);
  }

  private record Typed(String email, String role, Optional<Invited> invited) {
    static final Typed NOTHING = new Typed("", "member", Optional.empty());
  }

  private ResponseEntity<String> show(
      HttpStatus status, Frame frame, TenantId tenant, Typed typed) {
    Tenant found = tenants.find(tenant).orElseThrow(TenantException::notFound);
    if (!found.kind().equals("organisation")) {
      throw TenantException.notFound();
    }
    return pages.show(
        status,
        "settings/organisation.jte",
        frame.titled(found.name(), Section.SETTINGS),
        view(frame, found, typed));
  }

  private OrganisationView view(Frame frame, Tenant found, Typed typed) {
    Caller caller = frame.caller();
    TenantId tenant = found.id();
    boolean owner = tenants.roleOf(caller.user(), tenant).filter(Role.OWNER::equals).isPresent();
    return new OrganisationView(
        tenant.value(),
        found.name(),
        owner,
        caller.user().value(),
        members(frame.words(), tenant),
        owner ? open(frame.words(), tenant) : List.of(),
        typed.invited(),
        typed.email(),
        typed.role());
  }

  private List<OrganisationView.Member> members(Words words, TenantId tenant) {
    List<Membership> members = tenants.members(tenant);
    Map<UserId, EmailAddress> addresses =
        people.addresses(members.stream().map(Membership::user).toList());
    return members.stream()
        .filter(member -> addresses.containsKey(member.user()))
        .map(member ->
            new OrganisationView.Member(
                member.user().value(),
                String.valueOf(addresses.get(member.user())),
                member.role().word(),
                words.day(member.since())))
        .toList();
  }

  private List<OrganisationView.Open> open(Words words, TenantId tenant) {
    return invitations.open(tenant).stream()
        .map(invitation ->
            new OrganisationView.Open(
                invitation.id(),
                invitation.email(),
                invitation.role().word(),
                words.day(invitation.expiresAt())))
        .toList();
  }

  @PostMapping(ONE + "/members/{user}/role")
  ResponseEntity<String> change(
      Frame frame, Form form, @PathVariable UUID id, @PathVariable UUID user) {
    TenantId tenant = admit(frame, id, Role.OWNER);
    return attempt(
        frame,
        tenant,
        () -> tenants.change(tenant, new UserId(user), role(form)),
        Done.ROLE_CHANGED);
  }

  private static Role role(Form form) {
    return Role.ofWord(form.value("role"))
        .orElseThrow(() -> new InvalidInput("role: expected owner, member or reader"));
  }

  private ResponseEntity<String> attempt(Frame frame, TenantId tenant, Runnable act, Done done) {
    return Pages.attempt(
        () -> {
          act.run();
          return Pages.go(OrganisationPages.HERE + "/" + tenant, done);
        },
        refusal -> show(refusal.status(), frame.with(refusal), tenant, Typed.NOTHING));
  }

  @PostMapping(ONE + "/members/{user}/remove")
  ResponseEntity<String> remove(Frame frame, @PathVariable UUID id, @PathVariable UUID user) {
    TenantId tenant = admit(frame, id, Role.OWNER);
    return attempt(
        frame, tenant, () -> tenants.remove(tenant, new UserId(user)), Done.MEMBER_REMOVED);
  }

  @PostMapping(ONE + "/leave")
  ResponseEntity<String> leave(Frame frame, @PathVariable UUID id) {
    TenantId tenant = admit(frame, id, Role.READER);
    return Pages.attempt(
        () -> {
          tenants.remove(tenant, frame.caller().user());
          return Pages.go(OrganisationPages.HERE, Done.LEFT);
        },
        refusal -> show(refusal.status(), frame.with(refusal), tenant, Typed.NOTHING));
  }

  @PostMapping(ONE + "/delete")
  ResponseEntity<String> delete(Frame frame, Form form, @PathVariable UUID id) {
    TenantId tenant = admit(frame, id, Role.OWNER);
    return Pages.attempt(
        () -> {
          String name = tenants.find(tenant).orElseThrow(TenantException::notFound).name();
          Input.requireName(name, form.value("name"));
          tenants.dissolve(tenant);
          return Pages.go(OrganisationPages.HERE, Done.ORGANISATION_DELETED);
        },
        refusal -> show(refusal.status(), frame.with(refusal), tenant, Typed.NOTHING));
  }

  @PostMapping(ONE + "/invitations")
  ResponseEntity<String> invite(Frame frame, Form form, @PathVariable UUID id) {
    TenantId tenant = admit(frame, id, Role.OWNER);
    return Pages.attempt(
        () -> {
          EmailAddress email = EmailAddress.parse(form.value("email"));
          Invitations.Sent sent =
              registration.invite(tenant, email, role(form), frame.caller().user());
          Invited invited =
              new Invited(
                  email.text(),
                  settings.pages().resolve("/invitation?invitation=") + sent.secret().text(),
                  registration.sendsLetters());
          return show(
              HttpStatus.CREATED, frame, tenant, new Typed("", "member", Optional.of(invited)));
        },
        refusal ->
            show(
                refusal.status(),
                frame.with(refusal),
                tenant,
                new Typed(form.value("email"), form.value("role"), Optional.empty())));
  }

  @PostMapping(ONE + "/invitations/{invitation}/withdraw")
  ResponseEntity<String> withdraw(
      Frame frame, @PathVariable UUID id, @PathVariable UUID invitation) {
    TenantId tenant = admit(frame, id, Role.OWNER);
    return attempt(
        frame, tenant, () -> invitations.withdraw(tenant, invitation), Done.INVITATION_WITHDRAWN);
  }
}
