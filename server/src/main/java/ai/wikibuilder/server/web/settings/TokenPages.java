package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.accounts.Proofs;
import ai.wikibuilder.server.accounts.tokens.ApiTokens;
import ai.wikibuilder.server.accounts.tokens.ApiTokens.ApiToken;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Field;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.TenantChoices;
import ai.wikibuilder.server.web.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Personal tokens, for a script, CI or an agent. */
@Controller
final class TokenPages {
  private static final String HERE = "/settings/tokens";
  private static final int DAYS_MAX = 366;
  private static final String DAYS_USUAL = "90";
  private static final int NAME_LENGTH_MAX = 100;

  private final Pages pages;
  private final ApiTokens tokens;
  private final Proofs proofs;
  private final TenantChoices tenants;
  private final Clock clock;

  TokenPages(Pages pages, ApiTokens tokens, Proofs proofs, TenantChoices tenants, Clock clock) {
    this.pages = pages;
    this.tokens = tokens;
    this.proofs = proofs;
    this.tenants = tenants;
    this.clock = clock;
  }

  @GetMapping(HERE)
  ResponseEntity<String> show(Frame frame, @RequestParam(defaultValue = "") String tenant) {
    TenantId shown = tenants.named(frame.caller(), tenant, Role.READER);
    return show(
        HttpStatus.OK,
        frame,
        view(frame, shown, new Typed("", DAYS_USUAL, false), Optional.empty()));
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, TokensView view) {
    return pages.show(
        status,
        "settings/tokens.jte",
        frame.titled(frame.say("settings.tokens"), Section.SETTINGS),
        view);
  }

  private record Typed(String name, String days, boolean canWrite) {
    static Typed of(Form form) {
      return new Typed(form.value("name"), form.value("days"), form.isTicked("write"));
    }
  }

  private TokensView view(Frame frame, TenantId tenant, Typed typed, Optional<String> made) {
    Caller caller = frame.caller();
    return new TokensView(
        tenant.value(),
        tenants.of(caller, tenant, Role.READER),
        tokens.of(tenant, caller.user()).stream().map(token -> line(frame.words(), token)).toList(),
        made,
        fields(frame, typed),
        typed.canWrite());
  }

  private List<Field> fields(Frame frame, Typed typed) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.text("name", frame.say("name"), typed.name()).hinted(frame.say("tokens.name.hint")));
    fields.add(
        Field.number("days", frame.say("tokens.days"), typed.days())
            .hinted(frame.say("tokens.days.hint", Integer.toString(DAYS_MAX))));
    if (proofs.isAskedFor(frame.caller())) {
      fields.add(Field.password("proof", frame.say("password.yours")));
    }
    return fields;
  }

  private TokensView.Line line(Words words, ApiToken token) {
    return new TokensView.Line(
        token.id(),
        token.name(),
        token.scopes().stream()
            .sorted()
            .map(scope -> words.word("scope", scope.word()))
            .collect(Collectors.joining(", ")),
        words.day(token.expiresAt()),
        token.expiresAt().isBefore(clock.instant()),
        token.lastUsedAt().map(words::minute).orElse(words.say("tokens.never")));
  }

  @PostMapping(HERE)
  ResponseEntity<String> make(Frame frame, Form form) {
    Caller caller = frame.caller();
    TenantId tenant = tenants.sent(caller, form, Role.READER);
    return Pages.attempt(
        () -> {
          Set<Scope> scopes = EnumSet.of(Scope.READ);
          if (form.isTicked("write")) {
            scopes.add(Scope.WRITE);
          }
          ApiTokens.Wish wish =
              new ApiTokens.Wish(
                  Input.name(form.value("name"), NAME_LENGTH_MAX),
                  scopes,
                  days(form.value("days")));
          proofs.requireLately(caller, () -> form.value("proof"));
          String secret = tokens.make(tenant, caller.user(), wish).secret().text();
          return show(
              HttpStatus.CREATED,
              frame,
              view(frame, tenant, new Typed("", DAYS_USUAL, false), Optional.of(secret)));
        },
        refusal ->
            show(
                refusal.status(),
                frame.with(refusal),
                view(frame, tenant, Typed.of(form), Optional.empty())));
  }

  private static Duration days(String typed) {
    if (!typed.matches("[1-9]\\d{0,2}") || Integer.parseInt(typed) > DAYS_MAX) {
      throw new InvalidInput("days: expected 1 to %d".formatted(DAYS_MAX));
    }
    return Duration.ofDays(Integer.parseInt(typed));
  }

  @PostMapping(HERE + "/{id}/revoke")
  ResponseEntity<String> revoke(Frame frame, Form form, @PathVariable UUID id) {
    TenantId tenant = tenants.sent(frame.caller(), form, Role.READER);
    tokens.delete(tenant, frame.caller().user(), id);
    return Pages.go(HERE + "?tenant=" + tenant, Done.TOKEN_REVOKED);
  }
}
