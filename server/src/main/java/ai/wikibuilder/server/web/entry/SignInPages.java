package ai.wikibuilder.server.web.entry;

import ai.wikibuilder.server.accounts.Account;
import ai.wikibuilder.server.accounts.AccountSettings;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.Logins;
import ai.wikibuilder.server.accounts.RegistrationMode;
import ai.wikibuilder.server.accounts.browsers.BrowserEntrance;
import ai.wikibuilder.server.providers.Providers;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Field;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.entry.EntryForm.Elsewhere;
import ai.wikibuilder.server.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a password, and out. */
@Controller
final class SignInPages {
  private static final String FORM = "entry/form.jte";

  private final Pages pages;
  private final Logins logins;
  private final BrowserEntrance entrance;
  private final AccountSettings settings;
  private final Providers providers;

  SignInPages(
      Pages pages,
      Logins logins,
      BrowserEntrance entrance,
      AccountSettings settings,
      Providers providers) {
    this.pages = pages;
    this.logins = logins;
    this.entrance = entrance;
    this.settings = settings;
    this.providers = providers;
  }

  @GetMapping("/signin")
  ResponseEntity<String> show(Frame frame, @RequestParam(defaultValue = "") String next) {
    LocalPath to = LocalPath.of(next);
    return frame.visit().isPresent()
        ? Pages.go(to)
        : pages.show(FORM, titled(frame), form(frame.words(), "", to));
  }

  private static Frame titled(Frame frame) {
    return frame.titled(frame.say("signin"), Section.NONE);
  }

  private EntryForm form(Words words, String typed, LocalPath next) {
    List<Elsewhere> links = new ArrayList<>();
    for (Providers.Choice provider : providers.choices()) {
      links.add(
          new Elsewhere(
              new LocalPath(provider.path() + "?next=" + encoded(next)),
              words.say("signin.with", provider.label())));
    }
    links.add(new Elsewhere(new LocalPath("/forgot"), words.say("signin.forgot")));
    if (settings.registration() == RegistrationMode.OPEN) {
      links.add(new Elsewhere(new LocalPath("/register"), words.say("register")));
    }
    return new EntryForm(
        words.say("signin.lead"),
        "/signin",
        Map.of("next", next.text()),
        List.of(
            Field.email("email", words.say("email"), typed),
            Field.password("password", words.say("password"))),
        words.say("signin"),
        links);
  }

  private static String encoded(LocalPath next) {
    return URLEncoder.encode(next.text(), StandardCharsets.UTF_8);
  }

  @PostMapping("/signin")
  ResponseEntity<String> enter(
      Frame frame, Form form, HttpServletRequest request, HttpServletResponse response) {
    LocalPath next = LocalPath.of(form.value("next"));
    return Pages.attempt(
        () -> {
          Account account =
              logins.enter(EmailAddress.parse(form.value("email")), form.value("password"));
          entrance.enter(account.id(), request, response);
          return Pages.go(next);
        },
        refusal ->
            pages.show(
                refusal.status(),
                FORM,
                titled(frame).with(refusal),
                form(frame.words(), form.value("email"), next)));
  }

  @GetMapping("/signout")
  ResponseEntity<String> toSignIn() {
    return Pages.go(LocalPath.FIRST);
  }

  @PostMapping("/signout")
  ResponseEntity<String> leave(HttpServletRequest request, HttpServletResponse response) {
    entrance.leave(request, response);
    return Pages.go("/signin", Done.SIGNED_OUT);
  }
}
