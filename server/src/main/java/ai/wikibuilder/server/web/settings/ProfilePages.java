package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.accounts.Account;
import ai.wikibuilder.server.accounts.AddressChange;
import ai.wikibuilder.server.accounts.Departure;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.Logins;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.Proofs;
import ai.wikibuilder.server.accounts.browsers.BrowserEntrance;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Field;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A person's own account: another address, another password, the end of it. */
@Controller
final class ProfilePages {
  private static final String HERE = "/settings/profile";

  private final Pages pages;
  private final People people;
  private final Logins logins;
  private final Proofs proofs;
  private final Sessions sessions;
  private final Departure departure;
  private final AddressChange addresses;
  private final BrowserEntrance entrance;

  ProfilePages(
      Pages pages,
      People people,
      Logins logins,
      Proofs proofs,
      Sessions sessions,
      Departure departure,
      AddressChange addresses,
      BrowserEntrance entrance) {
    this.pages = pages;
    this.people = people;
    this.logins = logins;
    this.proofs = proofs;
    this.sessions = sessions;
    this.departure = departure;
    this.addresses = addresses;
    this.entrance = entrance;
  }

  @GetMapping("/settings")
  ResponseEntity<String> settings() {
    return Pages.go(new LocalPath(HERE));
  }

  @GetMapping(HERE)
  ResponseEntity<String> show(Frame frame) {
    return show(HttpStatus.OK, frame, "");
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, String typed) {
    Account account = account(frame);
    List<Field> address =
        new ArrayList<>(List.of(Field.email("email", frame.say("profile.new-address"), typed)));
    List<Field> password = new ArrayList<>();
    List<Field> deletion = new ArrayList<>();
    if (proofs.isByPassword(account.id())) {
      address.add(Field.password("address-proof", frame.say("password.yours")));
      password.add(Field.password("present", frame.say("password.present")));
      password.add(
          Field.newPassword("password", frame.say("password.new"), frame.say("password.hint")));
      deletion.add(Field.password("proof", frame.say("password.yours")));
    }
    ProfileView view =
        new ProfileView(
            account.email().text(),
            addresses.wanted(account.id()).map(EmailAddress::text),
            frame.words().day(account.createdAt()),
            address,
            password,
            deletion);
    return pages.show(
        status,
        "settings/profile.jte",
        frame.titled(frame.say("settings.profile"), Section.SETTINGS),
        view);
  }

  private Account account(Frame frame) {
    return people.find(frame.caller().user()).orElseThrow(TenantException::notFound);
  }

  @PostMapping("/settings/email")
  ResponseEntity<String> changeAddress(Frame frame, Form form) {
    return Pages.attempt(
        () -> {
          EmailAddress wanted = EmailAddress.parse(form.value("email"));
          Account account = account(frame);
          proofs.require(account, () -> form.value("address-proof"), frame.caller().family());
          addresses.ask(account, wanted);
          return Pages.go(HERE, Done.EMAIL_ASKED);
        },
        refusal -> show(refusal.status(), frame.with(refusal), form.value("email")));
  }

  @PostMapping("/settings/password")
  ResponseEntity<String> change(Frame frame, Form form) {
    return Pages.attempt(
        () -> {
          logins.change(account(frame), form.value("present"), form.value("password"));
          if (!form.isTicked("others")) {
            return Pages.go(HERE, Done.PASSWORD_CHANGED);
          }
          sessions.endOthers(frame.caller().user(), frame.caller().family().orElseThrow());
          return Pages.go(HERE, Done.PASSWORD_CHANGED_OTHERS_ENDED);
        },
        refusal -> show(refusal.status(), frame.with(refusal), ""));
  }

  @PostMapping("/settings/delete")
  ResponseEntity<String> delete(Frame frame, Form form, HttpServletResponse response) {
    return Pages.attempt(
        () -> {
          proofs.require(account(frame), () -> form.value("proof"), frame.caller().family());
          departure.depart(frame.caller().user());
          entrance.forget(response);
          return Pages.go("/signin", Done.ACCOUNT_DELETED);
        },
        refusal -> show(refusal.status(), frame.with(refusal), ""));
  }
}
