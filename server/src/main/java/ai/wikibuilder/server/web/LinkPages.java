package ai.wikibuilder.server.web;

import ai.wikibuilder.server.accounts.AccountException;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.Logins;
import ai.wikibuilder.server.accounts.Registration;
import ai.wikibuilder.server.secrets.RandomSecret;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages that links in letters, invitations and the start of the server lead to. Opening one
 * does nothing: programs that look at mail open links too. The form does.
 */
@Controller
final class LinkPages {
  private final Registration registration;
  private final Logins logins;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  LinkPages(Registration registration, Logins logins) {
    this.registration = registration;
    this.logins = logins;
  }

  @GetMapping("/register")
  ResponseEntity<String> register(
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String invitation) {
    return html(HttpStatus.OK, registerPage(link, invitation));
  }

  private static FormPage registerPage(String link, String invitation) {
    boolean first = !link.isEmpty();
    return new FormPage(
        first ? "The first account" : "Make an account",
        first
            ? "This account runs the installation: plans, tenants, spending."
            : "With the address the invitation was sent to.",
        "/register",
        first ? Map.of("link", link) : Map.of("invitation", invitation),
        true,
        true,
        "",
        Optional.of("Make the account"),
        Optional.empty());
  }

  @PostMapping("/register")
  ResponseEntity<String> registered(
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String invitation,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password) {
    return attempted(
        registerPage(link, invitation),
        email,
        () -> {
          EmailAddress address = EmailAddress.parse(email);
          if (!link.isEmpty()) {
            registration.registerFirst(address, password, new RandomSecret(link));
          } else if (!invitation.isEmpty()) {
            registration.registerInvited(address, password, new RandomSecret(invitation));
          } else {
            registration.registerOpenly(address, password);
            return FormPage.saying(
                "Look into your mail", "A letter is on its way to you; open the link in it.");
          }
          return FormPage.saying(
              "The account is made", "You can log in with this address and password now.");
        });
  }

  @GetMapping("/verify")
  ResponseEntity<String> verify(@RequestParam(defaultValue = "") String link) {
    return html(HttpStatus.OK, verifyPage(link));
  }

  private static FormPage verifyPage(String link) {
    return new FormPage(
        "Verify your address",
        "This says that the letter has reached you.",
        "/verify",
        Map.of("link", link),
        false,
        false,
        "",
        Optional.of("Verify"),
        Optional.empty());
  }

  @PostMapping("/verify")
  ResponseEntity<String> verified(@RequestParam(defaultValue = "") String link) {
    return attempted(
        verifyPage(link),
        "",
        () -> {
          registration.verify(new RandomSecret(link));
          return FormPage.saying("The address is verified", "You can log in now.");
        });
  }

  @GetMapping("/reset")
  ResponseEntity<String> reset(@RequestParam(defaultValue = "") String link) {
    return html(HttpStatus.OK, resetPage(link));
  }

  private static FormPage resetPage(String link) {
    return new FormPage(
        "A new password",
        "Every session of yours ends with it, on every device.",
        "/reset",
        Map.of("link", link),
        false,
        true,
        "",
        Optional.of("Take this password"),
        Optional.empty());
  }

  @PostMapping("/reset")
  ResponseEntity<String> wasReset(
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String password) {
    return attempted(
        resetPage(link),
        "",
        () -> {
          logins.reset(new RandomSecret(link), password);
          return FormPage.saying("The password is changed", "You can log in with it now.");
        });
  }

  /** What is shown after the attempt: what came of it, or the form again with the reason. */
  private ResponseEntity<String> attempted(FormPage form, String email, Attempt attempt) {
    try {
      return html(HttpStatus.OK, attempt.made());
    } catch (AccountException e) {
      HttpStatus status =
          switch (e.kind()) {
            case INVALID, LINK -> HttpStatus.BAD_REQUEST;
            case CREDENTIALS, UNVERIFIED, CLOSED -> HttpStatus.FORBIDDEN;
            case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
          };
      return html(status, form.with(String.valueOf(e.getMessage()), email));
    }
  }

  private interface Attempt {
    FormPage made();
  }

  private ResponseEntity<String> html(HttpStatus status, FormPage page) {
    StringOutput text = new StringOutput();
    templates.render("form.jte", page, text);
    return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body(text.toString());
  }
}
