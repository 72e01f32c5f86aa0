package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.accounts.Account;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Moment;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A person's own account. */
@Controller
final class ProfilePages {
  private final Pages pages;
  private final People people;

  ProfilePages(Pages pages, People people) {
    this.pages = pages;
    this.people = people;
  }

  @GetMapping("/settings")
  ResponseEntity<String> settings() {
    return Pages.go(new LocalPath("/settings/profile"));
  }

  @GetMapping("/settings/profile")
  ResponseEntity<String> show(Frame frame) {
    Account account = people.find(frame.caller().user()).orElseThrow(TenantException::notFound);
    return pages.show(
        "settings/profile.jte",
        frame.titled("Profile", Section.SETTINGS),
        new ProfileView(account.email().text(), Moment.day(account.createdAt())));
  }
}
