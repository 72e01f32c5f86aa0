package ai.wikibuilder.server.api.accounts;

import ai.wikibuilder.server.accounts.Account;
import ai.wikibuilder.server.accounts.AccountException;
import ai.wikibuilder.server.accounts.AddressChange;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.Logins;
import ai.wikibuilder.server.accounts.Registration;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Device;
import ai.wikibuilder.server.accounts.tokens.TokenFamilies;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.secrets.RandomSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registration, login and renewal. Nobody is known yet when these are called. */
@RestController
@RequestMapping("/api/auth")
final class AuthApi {
  private final Registration registration;
  private final Logins logins;
  private final TokenFamilies families;
  private final AddressChange addresses;

  AuthApi(
      Registration registration, Logins logins, TokenFamilies families, AddressChange addresses) {
    this.registration = registration;
    this.logins = logins;
    this.families = families;
    this.addresses = addresses;
  }

  /**
   * Who registers.
   *
   * @param invitation secret of an invitation; without one, registration must be open
   * @param firstAccount secret of the link that the start of the server printed
   */
  record RegisterRequest(
      @Nullable String email,
      @Nullable String password,
      @Nullable String invitation,
      @Nullable String firstAccount) {}

  record RegisterReply(String state, @Nullable UUID userId, @Nullable UUID tenantId) {}

  @PostMapping("/register")
  ResponseEntity<RegisterReply> register(@RequestBody RegisterRequest wish) {
    EmailAddress email = email(wish.email());
    String password = Input.secret("password", wish.password());
    Optional<Account> made = register(wish, email, password);
    return made.map(account ->
            ResponseEntity.status(HttpStatus.CREATED)
                .body(
                    new RegisterReply(
                        "registered", account.id().value(), account.personalTenant().value())))
        .orElseGet(() ->
            ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(new RegisterReply("letter_sent", null, null)));
  }

  private Optional<Account> register(RegisterRequest wish, EmailAddress email, String password) {
    if (wish.firstAccount() != null) {
      return Optional.of(
          registration.registerFirst(email, password, new RandomSecret(wish.firstAccount())));
    }
    if (wish.invitation() != null) {
      return Optional.of(
          registration.registerInvited(email, password, new RandomSecret(wish.invitation())));
    }
    registration.registerOpenly(email, password);
    return Optional.empty();
  }

  record LoginRequest(@Nullable String email, @Nullable String password) {}

  /**
   * A pair of tokens.
   *
   * @param expiresIn seconds the access token is good for
   * @param refreshToken good for one refresh
   */
  record TokenReply(String accessToken, String tokenType, long expiresIn, String refreshToken) {}

  @PostMapping("/login")
  TokenReply login(@RequestBody LoginRequest wish, HttpServletRequest request) {
    Account account = logins.enter(email(wish.email()), Input.secret("password", wish.password()));
    return reply(families.begin(account.id(), device(request)));
  }

  record RefreshRequest(@Nullable String refreshToken) {}

  @PostMapping("/refresh")
  TokenReply refresh(@RequestBody RefreshRequest wish) {
    RandomSecret shown = new RandomSecret(Input.secret("refreshToken", wish.refreshToken()));
    return reply(
        families
            .refresh(shown)
            .orElseThrow(() ->
                new AccountException(
                    AccountException.Kind.CREDENTIALS,
                    "This refresh token is unknown, used or too old; log in again.")));
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(@AuthenticationPrincipal Caller caller) {
    caller.family().ifPresent(family -> families.end(caller.user(), family));
  }

  record LinkRequest(@Nullable String link) {}

  /**
   * Proof of an address.
   *
   * @param link secret of the link that a letter took there
   * @param password the one that the address was registered with
   */
  record VerifyRequest(@Nullable String link, @Nullable String password) {}

  @PostMapping("/verify")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void verify(@RequestBody VerifyRequest wish) {
    registration.verify(
        new RandomSecret(Input.secret("link", wish.link())),
        Input.secret("password", wish.password()));
  }

  /** Takes the address that the link was sent to; the link itself is the proof. */
  @PostMapping("/email")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirmEmail(@RequestBody LinkRequest wish) {
    addresses.confirm(new RandomSecret(Input.secret("link", wish.link())));
  }

  record ForgetRequest(@Nullable String email) {}

  @PostMapping("/forget")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void forget(@RequestBody ForgetRequest wish) {
    logins.forget(email(wish.email()));
  }

  record ResetRequest(@Nullable String link, @Nullable String password) {}

  @PostMapping("/reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reset(@RequestBody ResetRequest wish) {
    logins.reset(
        new RandomSecret(Input.secret("link", wish.link())),
        Input.secret("password", wish.password()));
  }

  private static EmailAddress email(@Nullable String typed) {
    return EmailAddress.parse(Input.secret("email", typed));
  }

  private static Device device(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    String name =
        agent == null || agent.isBlank() ? "unknown" : agent.replaceAll("\\p{Cntrl}", " ");
    return new Device(name, request.getRemoteAddr());
  }

  private static TokenReply reply(TokenFamilies.Pair pair) {
    return new TokenReply(
        pair.accessToken(), "Bearer", pair.accessLife().toSeconds(), pair.refresh().text());
  }
}
