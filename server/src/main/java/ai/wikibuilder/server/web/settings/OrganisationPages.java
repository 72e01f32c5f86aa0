package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.tenants.Tenants;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Field;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The organisations a person is in; anybody may found one. */
@Controller
final class OrganisationPages {
  static final String HERE = "/settings/organisations";
  private static final int NAME_LENGTH_MAX = 100;

  private final Pages pages;
  private final Tenants tenants;

  OrganisationPages(Pages pages, Tenants tenants) {
    this.pages = pages;
    this.tenants = tenants;
  }

  @GetMapping(HERE)
  ResponseEntity<String> show(Frame frame) {
    return show(HttpStatus.OK, frame, "");
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, String typed) {
    return pages.show(
        status,
        "settings/organisations.jte",
        frame.titled(frame.say("settings.organisations"), Section.SETTINGS),
        new OrganisationsView(
            lines(frame.caller()),
            List.of(Field.text("name", frame.say("organisations.name"), typed))));
  }

  private List<OrganisationsView.Line> lines(Caller caller) {
    return tenants.of(caller.user()).stream()
        .filter(found -> found.tenant().kind().equals("organisation"))
        .map(found ->
            new OrganisationsView.Line(
                found.tenant().id().value(),
                found.tenant().name(),
                found.role().word(),
                found.tenant().plan()))
        .toList();
  }

  @PostMapping(HERE)
  ResponseEntity<String> found(Frame frame, Form form) {
    return Pages.attempt(
        () -> {
          String name = Input.name(form.value("name"), NAME_LENGTH_MAX);
          String id = tenants.foundOrganisation(frame.caller().user(), name).id().toString();
          return Pages.go(HERE + "/" + id, Done.ORGANISATION_FOUNDED);
        },
        refusal -> show(refusal.status(), frame.with(refusal), form.value("name")));
  }
}
