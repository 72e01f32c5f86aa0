package ai.wikibuilder.server.web.providers;

import ai.wikibuilder.server.accounts.Identities;
import ai.wikibuilder.server.accounts.Proofs;
import ai.wikibuilder.server.providers.Providers;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.UserId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Field;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A person's logins at other providers: which there are, one more, one less. */
@Controller
final class LoginPages {
  private static final String HERE = "/settings/logins";

  private final Pages pages;
  private final Identities identities;
  private final Providers providers;
  private final Proofs proofs;

  LoginPages(Pages pages, Identities identities, Providers providers, Proofs proofs) {
    this.pages = pages;
    this.identities = identities;
    this.providers = providers;
    this.proofs = proofs;
  }

  @GetMapping(HERE)
  ResponseEntity<String> show(Frame frame) {
    return show(HttpStatus.OK, frame);
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame) {
    UserId user = frame.caller().user();
    LoginsView view =
        new LoginsView(
            identities.of(user).stream()
                .map(identity ->
                    new LoginsView.Linked(
                        identity.id(),
                        providers.label(identity.authority()),
                        identity.shownAs(),
                        frame.words().day(identity.createdAt())))
                .toList(),
            providers.choices(),
            Optional.of(Field.password("proof", frame.say("password.yours")))
                .filter(_ -> proofs.isAskedFor(frame.caller())));
    return pages.show(
        status,
        "providers/logins.jte",
        frame.titled(frame.say("settings.logins"), Section.SETTINGS),
        view);
  }

  @PostMapping(HERE + "/unlink")
  ResponseEntity<String> unlink(Frame frame, Form form) {
    return Pages.attempt(
        () -> {
          boolean gone =
              new Form.Id(form.value("id"))
                  .value()
                  .filter(id -> identities.unlink(frame.caller().user(), id))
                  .isPresent();
          if (!gone) {
            throw TenantException.notFound();
          }
          return Pages.go(HERE, Done.LOGIN_UNLINKED);
        },
        refusal -> show(refusal.status(), frame.with(refusal)));
  }
}
