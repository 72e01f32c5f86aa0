package ai.wikibuilder.server.api.accounts;

import ai.wikibuilder.server.accounts.Account;
import ai.wikibuilder.server.accounts.AddressChange;
import ai.wikibuilder.server.accounts.Departure;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.Proofs;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.AccountExport;
import ai.wikibuilder.server.api.AccountExport.ExportReply;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.tenants.TenantException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's account as a whole: everything that is kept, and the end of it. */
@RestController
@RequestMapping("/api/account")
final class AccountApi {
  private final AccountExport export;
  private final People people;
  private final Proofs proofs;
  private final Departure departure;
  private final AddressChange addresses;

  AccountApi(
      AccountExport export,
      People people,
      Proofs proofs,
      Departure departure,
      AddressChange addresses) {
    this.export = export;
    this.people = people;
    this.proofs = proofs;
    this.departure = departure;
    this.addresses = addresses;
  }

  @GetMapping("/export")
  ExportReply export(@AuthenticationPrincipal Caller caller) {
    Admission.require(caller, Scope.ACCOUNT);
    return export.of(caller);
  }

  /**
   * Another address.
   *
   * @param password the present one; none for an account that has none
   */
  record EmailRequest(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
      return "EmailRequest";
    }
  }

  /** Sends a letter to another address; it holds once the link in it was opened. */
  @PostMapping("/email")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void changeEmail(@AuthenticationPrincipal Caller caller, @RequestBody EmailRequest wish) {
    Admission.require(caller, Scope.ACCOUNT);
    EmailAddress wanted = EmailAddress.parse(Input.secret("email", wish.email()));
    Account account = people.find(caller.user()).orElseThrow(TenantException::notFound);
    proofs.require(account, () -> Input.secret("password", wish.password()), caller.family());
    addresses.ask(account, wanted);
  }

  record DeleteRequest(@Nullable String password) {
    @Override
    public String toString() {
      return "DeleteRequest";
    }
  }

  /** Deletes everything of the caller, who proves once more who is asking. */
  @PostMapping("/delete")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@AuthenticationPrincipal Caller caller, @RequestBody DeleteRequest wish) {
    Admission.require(caller, Scope.ACCOUNT);
    Account account = people.find(caller.user()).orElseThrow(TenantException::notFound);
    proofs.require(account, () -> Input.secret("password", wish.password()), caller.family());
    departure.depart(caller.user());
  }
}
