package ai.wikibuilder.server.web.entry;

import ai.wikibuilder.server.accounts.AccountSettings;
import ai.wikibuilder.server.accounts.AddressChange;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.Logins;
import ai.wikibuilder.server.accounts.OneTimeLinks.Purpose;
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
import ai.wikibuilder.server.web.words.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
          saying(frame, "register.closed", "register.closed.text", "signin"));
    }
    if (!link.isEmpty() && registration.isBegun()) {
      return pages.say(
          HttpStatus.GONE, frame, saying(frame, "register.begun", "register.begun.text", "signin"));
    }
    return ifOpen(
        pages,
        frame,
        () -> requireOpen(link, invitation),
        () ->
            pages.show(
                FORM,
                frame.titled(frame.say(registerTitle(link)), Section.NONE),
                registerForm(frame.words(), hidden(link, invitation), "").or(providers.choices())));
  }

  private void requireOpen(String link, String invitation) {
    if (!link.isEmpty()) {
      registration.requireOpen(Purpose.FIRST_ACCOUNT, new RandomSecret(link));
    } else if (!invitation.isEmpty()) {
      registration.requireOpen(new RandomSecret(invitation));
    }
  }

  /** A page behind a link, or why the link leads nowhere: nobody types anything in vain. */
  static ResponseEntity<String> ifOpen(
      Pages pages, Frame frame, Runnable check, Supplier<ResponseEntity<String>> page) {
    return Pages.attempt(
        () -> {
          check.run();
          return page.get();
        },
        refusal ->
            pages.say(
                refusal.status(),
                frame,
                new Saying(
                    frame.say("link.gone"),
                    frame.words().retell(refusal.message()),
                    new LocalPath("/signin"),
                    frame.say("signin"))));
  }

  private ResponseEntity<String> form(Frame frame, Purpose purpose, String link, EntryForm form) {
    return ifOpen(
        pages,
        frame,
        () -> registration.requireOpen(purpose, new RandomSecret(link)),
        () -> pages.show(FORM, frame, form));
  }

  private static String registerTitle(String link) {
    return link.isEmpty() ? "register" : "register.first";
  }

  private static Map<String, String> hidden(String link, String invitation) {
    if (!link.isEmpty()) {
      return Map.of("link", link);
    }
    return invitation.isEmpty() ? Map.of() : Map.of("invitation", invitation);
  }

  private static EntryForm registerForm(Words words, Map<String, String> hidden, String typed) {
    String lead =
        hidden.containsKey("link")
            ? "register.first.lead"
            : hidden.isEmpty() ? "register.open.lead" : "register.invited.lead";
    return new EntryForm(
        words.say(lead),
        "/register",
        hidden,
        List.of(
            Field.email("email", words.say("email"), typed),
            Field.newPassword("password", words.say("password"), words.say("password.hint"))),
        words.say("register.make"),
        List.of(Elsewhere.signIn(words)));
  }

  @PostMapping("/register")
  ResponseEntity<String> registered(Frame frame, Form form) {
    String link = form.value("link");
    String invitation = form.value("invitation");
    return Pages.attempt(
        () -> pages.say(HttpStatus.OK, frame, made(frame, form)),
        refusal ->
            pages.show(
                refusal.status(),
                FORM,
                frame.titled(frame.say(registerTitle(link)), Section.NONE).with(refusal),
                registerForm(frame.words(), hidden(link, invitation), form.value("email"))
                    .or(providers.choices())));
  }

  private Saying made(Frame frame, Form form) {
    EmailAddress address = EmailAddress.parse(form.value("email"));
    String password = form.value("password");
    if (!form.value("link").isEmpty()) {
      registration.registerFirst(address, password, new RandomSecret(form.value("link")));
    } else if (!form.value("invitation").isEmpty()) {
      registration.registerInvited(address, password, new RandomSecret(form.value("invitation")));
    } else {
      registration.registerOpenly(address, password);
      return saying(frame, "mail", "mail.register", "signin");
    }
    return saying(frame, "registered", "registered.text", "signin");
  }

  @GetMapping("/verify")
  ResponseEntity<String> verify(Frame frame, @RequestParam(defaultValue = "") String link) {
    return form(verifyFrame(frame), Purpose.VERIFICATION, link, verifyForm(frame.words(), link));
  }

  private static Frame verifyFrame(Frame frame) {
    return frame.titled(frame.say("verify"), Section.NONE);
  }

  private static EntryForm verifyForm(Words words, String link) {
    return new EntryForm(
        words.say("verify.lead"),
        "/verify",
        Map.of("link", link),
        List.of(Field.password("password", words.say("password"))),
        words.say("verify.act"),
        List.of(Elsewhere.signIn(words)));
  }

  /** The form that opens a link: reading the page alone, as mail scanners do, opens nothing. */
  private static EntryForm oneButton(Words words, String key, String path, String link) {
    return new EntryForm(
        words.say(key + ".lead"),
        path,
        Map.of("link", link),
        List.of(),
        words.say(key + ".act"),
        List.of());
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
        verifyForm(frame.words(), form.value("link")),
        link -> registration.verify(link, form.value("password")),
        saying(frame, "verified", "verified.text", "signin"));
  }

  @GetMapping("/email")
  ResponseEntity<String> email(Frame frame, @RequestParam(defaultValue = "") String link) {
    return form(emailFrame(frame), Purpose.ADDRESS, link, emailForm(frame.words(), link));
  }

  private static Frame emailFrame(Frame frame) {
    return frame.titled(frame.say("email.new"), Section.NONE);
  }

  private static EntryForm emailForm(Words words, String link) {
    return oneButton(words, "email.new", "/email", link);
  }

  @PostMapping("/email")
  ResponseEntity<String> emailConfirmed(Frame frame, Form form) {
    return open(
        emailFrame(frame),
        emailForm(frame.words(), form.value("link")),
        addresses::confirm,
        saying(frame, "email.changed", "email.changed.text", "signin"));
  }

  @GetMapping("/forgot")
  ResponseEntity<String> forgot(Frame frame) {
    return pages.show(FORM, forgotFrame(frame), forgotForm(frame.words(), ""));
  }

  private static Frame forgotFrame(Frame frame) {
    return frame.titled(frame.say("forgot"), Section.NONE);
  }

  private static EntryForm forgotForm(Words words, String typed) {
    return new EntryForm(
        words.say("forgot.lead"),
        "/forgot",
        Map.of(),
        List.of(Field.email("email", words.say("email"), typed)),
        words.say("letter.send"),
        List.of(Elsewhere.signIn(words)));
  }

  @PostMapping("/forgot")
  ResponseEntity<String> wasForgotten(Frame frame, Form form) {
    return Pages.attempt(
        () -> {
          logins.forget(EmailAddress.parse(form.value("email")));
          return pages.say(
              HttpStatus.OK, frame, saying(frame, "mail", "mail.forgot", "signin.back"));
        },
        refusal ->
            pages.show(
                refusal.status(),
                FORM,
                forgotFrame(frame).with(refusal),
                forgotForm(frame.words(), form.value("email"))));
  }

  @GetMapping("/reset")
  ResponseEntity<String> reset(Frame frame, @RequestParam(defaultValue = "") String link) {
    return form(resetFrame(frame), Purpose.RESET, link, resetForm(frame.words(), link));
  }

  private static Frame resetFrame(Frame frame) {
    return frame.titled(frame.say("reset"), Section.NONE);
  }

  private static EntryForm resetForm(Words words, String link) {
    return new EntryForm(
        words.say("reset.lead"),
        "/reset",
        Map.of("link", link),
        List.of(
            Field.newPassword("password", words.say("password.new"), words.say("password.hint"))),
        words.say("reset.act"),
        List.of(
            new Elsewhere(new LocalPath("/forgot"), words.say("reset.again")),
            Elsewhere.signIn(words)));
  }

  @PostMapping("/reset")
  ResponseEntity<String> wasReset(Frame frame, Form form) {
    String link = form.value("link");
    return Pages.attempt(
        () -> {
          logins.reset(new RandomSecret(link), form.value("password"));
          return pages.say(
              HttpStatus.OK, frame, saying(frame, "reset.done", "reset.done.text", "signin"));
        },
        refusal ->
            pages.show(
                refusal.status(),
                FORM,
                resetFrame(frame).with(refusal),
                resetForm(frame.words(), link)));
  }

  private static Saying saying(Frame frame, String title, String text, String link) {
    return new Saying(frame.say(title), frame.say(text), new LocalPath("/signin"), frame.say(link));
  }
}
