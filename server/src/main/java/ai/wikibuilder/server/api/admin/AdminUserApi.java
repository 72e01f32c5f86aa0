package ai.wikibuilder.server.api.admin;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.operator.Decisions;
import ai.wikibuilder.server.operator.Installation;
import ai.wikibuilder.server.operator.Listed;
import ai.wikibuilder.server.operator.Operator;
import ai.wikibuilder.server.operator.PersonLine;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All accounts. */
@RestController
@RequestMapping("/api/admin/users")
final class AdminUserApi {
  private final Installation installation;
  private final Decisions decisions;

  AdminUserApi(Installation installation, Decisions decisions) {
    this.installation = installation;
    this.decisions = decisions;
  }

  /**
   * A person.
   *
   * @param sessions logins that are good, in browsers and of the API
   */
  record AdminUser(
      UUID id,
      String email,
      boolean operator,
      boolean verified,
      int sessions,
      Instant createdAt,
      @Nullable Instant lastLoginAt,
      @Nullable Instant disabledAt) {
    static AdminUser of(PersonLine line) {
      return new AdminUser(
          line.id(),
          line.email(),
          line.operator(),
          line.verified(),
          line.sessions(),
          line.createdAt(),
          line.lastLoginAt().orElse(null),
          line.disabledAt().orElse(null));
    }
  }

  record AdminUsers(List<AdminUser> users, @Nullable UUID next) {}

  @GetMapping
  AdminUsers users(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID before) {
    Listed<PersonLine> found =
        installation.people(Operator.of(caller), Optional.ofNullable(before));
    return new AdminUsers(
        found.lines().stream().map(AdminUser::of).toList(), found.next().orElse(null));
  }

  record UserChange(@Nullable Boolean disabled) {}

  @PatchMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody UserChange wish) {
    Operator operator = Operator.of(caller);
    if (wish.disabled() == null) {
      throw new InvalidInput("disabled: expected true or false, got nothing");
    }
    decisions.setDisabled(operator, new UserId(id), wish.disabled());
  }

  @DeleteMapping("/{id}/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endSessions(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    decisions.endSessions(Operator.of(caller), new UserId(id));
  }
}
