package ai.wikibuilder.server.web.entry;

import ai.wikibuilder.server.accounts.AccountSettings;
import ai.wikibuilder.server.accounts.AddressChange;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.Logins;
import ai.wikibuilder.server.accounts.Registration;
import ai.wikibuilder.server.accounts.RegistrationMode;
import ai.wikibuilder.server.providers.Providers;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.web.Field;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Pages.Saying;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.entry.EntryForm.Elsewhere;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Making an account, and the pages that links in letters, invitations and the start of the server
 * lead to. Opening one does nothing: programs that look at mail open links too. The form does.
 */
@Controller
final class LinkPages {
  private static final String FORM = "entry/form.jte";

  private final Pages pages;
  private final Registration registration;
  private final Logins logins;
  private final AddressChange addresses;
  private final AccountSettings settings;
  private final Providers providers;

  LinkPages(
      Pages pages,
      Registration registration,
      Logins logins,
      AddressChange addresses,
      AccountSettings settings,
      Providers providers) {
    this.pages = pages;
    this.registration = registration;
    this.logins = logins;
    this.addresses = addresses;
    this.settings = settings;
    this.providers = providers;
  }

  @GetMapping("/register")
  ResponseEntity<String> register(
      Frame frame,
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String invitation) {
    if (link.isEmpty()
        && invitation.isEmpty()
        && settings.registration() != RegistrationMode.OPEN) {
      return pages.say(
          HttpStatus.FORBIDDEN,
          frame,
          saying(
              "Accounts are made by invitation",
              "Ask an owner of your organisation for an invitation; its link leads here.",
              "Sign in"));
    }
    return pages.show(
        FORM,
        frame.titled(registerTitle(link), Section.NONE),
        registerForm(link, invitation, "").or(providers.choices()));
  }

  private static String registerTitle(String link) {
    return link.isEmpty() ? "Make an account" : "The first account";
  }

  private static EntryForm registerForm(String link, String invitation, String typed) {
    String lead =
        !link.isEmpty()
            ? "This account runs the installation: plans, tenants, spending."
            : invitation.isEmpty()
                ? "A letter will ask you to verify the address."
                : "With the address the invitation was sent to.";
    Map<String, String> hidden =
        !link.isEmpty()
            ? Map.of("link", link)
            : invitation.isEmpty() ? Map.of() : Map.of("invitation", invitation);
    return new EntryForm(
        lead,
        "/register",
        hidden,
        List.of(
            Field.email("email", "E-mail address", typed),
            Field.newPassword("password", "Password")),
        "Make the account",
        List.of(Elsewhere.signIn()));
  }

  @PostMapping("/register")
  ResponseEntity<String> registered(Frame frame, Form form) {
    String link = form.value("link");
    String invitation = form.value("invitation");
    return Pages.attempt(
        () -> pages.say(HttpStatus.OK, frame, made(form)),
        refusal ->
            pages.show(
                refusal.status(),
                FORM,
                frame.titled(registerTitle(link), Section.NONE).with(refusal),
                registerForm(link, invitation, form.value("email")).or(providers.choices())));
  }

  private Saying made(Form form) {
    EmailAddress address = EmailAddress.parse(form.value("email"));
    String password = form.value("password");
    if (!form.value("link").isEmpty()) {
      registration.registerFirst(address, password, new RandomSecret(form.value("link")));
    } else if (!form.value("invitation").isEmpty()) {
      registration.registerInvited(address, password, new RandomSecret(form.value("invitation")));
    } else {
      registration.registerOpenly(address, password);
      return saying(
          "Look into your mail", "A letter is on its way to you; open the link in it.", "Sign in");
    }
    return saying(
        "The account is made", "You can sign in with this address and password now.", "Sign in");
  }

  @GetMapping("/verify")
  ResponseEntity<String> verify(Frame frame, @RequestParam(defaultValue = "") String link) {
    return pages.show(FORM, verifyFrame(frame), verifyForm(link));
  }

  private static Frame verifyFrame(Frame frame) {
    return frame.titled("Verify your address", Section.NONE);
  }

  private static EntryForm verifyForm(String link) {
    return oneButton("This says that the letter has reached you.", "/verify", link, "Verify");
  }

  /** The form that opens a link: reading the page alone, as mail scanners do, opens nothing. */
  private static EntryForm oneButton(String words, String path, String link, String button) {
    return new EntryForm(words, path, Map.of("link", link), List.of(), button, List.of());
  }

  /** Opens the link of the form and says what came of it; where that is refused, shows it again. */
  private ResponseEntity<String> open(
      Frame again, EntryForm form, Consumer<RandomSecret> act, Saying done) {
    String link = form.hidden().getOrDefault("link", "");
    return Pages.attempt(
        () -> {
          act.accept(new RandomSecret(link));
          return pages.say(HttpStatus.OK, again, done);
        },
        refusal -> pages.show(refusal.status(), FORM, again.with(refusal), form));
  }

  @PostMapping("/verify")
  ResponseEntity<String> verified(Frame frame, Form form) {
    return open(
        verifyFrame(frame),
        verifyForm(form.value("link")),
        registration::verify,
        saying("The address is verified", "You can sign in now.", "Sign in"));
  }

  @GetMapping("/email")
  ResponseEntity<String> email(Frame frame, @RequestParam(defaultValue = "") String link) {
    return pages.show(FORM, emailFrame(frame), emailForm(link));
  }

  private static Frame emailFrame(Frame frame) {
    return frame.titled("Your new address", Section.NONE);
  }

  private static EntryForm emailForm(String link) {
    return oneButton(
        "This makes the address that the letter was sent to the address of your account.",
        "/email",
        link,
        "Take this address");
  }

  @PostMapping("/email")
  ResponseEntity<String> emailConfirmed(Frame frame, Form form) {
    return open(
        emailFrame(frame),
        emailForm(form.value("link")),
        addresses::confirm,
        saying(
            "Your account has another address",
            "You sign in with it from now on. Sessions go on as they are.",
            "Sign in"));
  }

  @GetMapping("/forgot")
  ResponseEntity<String> forgot(Frame frame) {
    return pages.show(FORM, forgotFrame(frame), forgotForm(""));
  }

  private static Frame forgotFrame(Frame frame) {
    return frame.titled("A forgotten password", Section.NONE);
  }

  private static EntryForm forgotForm(String typed) {
    return new EntryForm(
        "If there is an account of this address, a letter with a link to a new password goes there.",
        "/forgot",
        Map.of(),
        List.of(Field.email("email", "E-mail address", typed)),
        "Send the letter",
        List.of(Elsewhere.signIn()));
  }

  @PostMapping("/forgot")
  ResponseEntity<String> wasForgotten(Frame frame, Form form) {
    return Pages.attempt(
        () -> {
          logins.forget(EmailAddress.parse(form.value("email")));
          return pages.say(
              HttpStatus.OK,
              frame,
              saying(
                  "Look into your mail",
                  "If there is an account of this address, a letter is on its way. Its link works"
                      + " for an hour.",
                  "Back to signing in"));
        },
        refusal ->
            pages.show(
                refusal.status(),
                FORM,
                forgotFrame(frame).with(refusal),
                forgotForm(form.value("email"))));
  }

  @GetMapping("/reset")
  ResponseEntity<String> reset(Frame frame, @RequestParam(defaultValue = "") String link) {
    return pages.show(FORM, resetFrame(frame), resetForm(link));
  }

  private static Frame resetFrame(Frame frame) {
    return frame.titled("A new password", Section.NONE);
  }

  private static EntryForm resetForm(String link) {
    return new EntryForm(
        "Every session of yours ends with it, on every device.",
        "/reset",
        Map.of("link", link),
        List.of(Field.newPassword("password", "New password")),
        "Take this password",
        List.of());
  }

  @PostMapping("/reset")
  ResponseEntity<String> wasReset(Frame frame, Form form) {
    String link = form.value("link");
    return Pages.attempt(
        () -> {
          logins.reset(new RandomSecret(link), form.value("password"));
          return pages.say(
              HttpStatus.OK,
              frame,
              saying("The password is changed", "You can sign in with it now.", "Sign in"));
        },
        refusal ->
            pages.show(refusal.status(), FORM, resetFrame(frame).with(refusal), resetForm(link)));
  }

  private static Saying saying(String title, String text, String link) {
    return new Saying(title, text, new LocalPath("/signin"), link);
  }
}
