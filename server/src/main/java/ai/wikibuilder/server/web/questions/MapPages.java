package ai.wikibuilder.server.web.questions;

import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.NamedRepositories;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.library.WikiFrame;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The path through the code that answers a question, drawn. Its address can be sent around. */
@Controller
final class MapPages {
  private static final int QUESTION_LENGTH_MAX = 1_000;

  private final Pages pages;
  private final Admission admission;
  private final NamedRepositories repositories;
  private final Reading reading;

  /** Wikis, and how they are shown. */
  @Component
  record Reading(Wikis wikis, WikiFrame frame) {}

  MapPages(Pages pages, Admission admission, NamedRepositories repositories, Reading reading) {
    this.pages = pages;
    this.admission = admission;
    this.repositories = repositories;
    this.reading = reading;
  }

  @GetMapping("/repositories/{id}/map")
  ResponseEntity<String> map(
      Frame frame, @PathVariable UUID id, @RequestParam(defaultValue = "") String question) {
    Repository repository = repositories.find(frame, id, Role.READER);
    TenantId tenant = repository.tenant();
    boolean canBuild = admission.isIn(frame.caller(), tenant, Role.MEMBER);
    MapView view = new MapView(id, repository.address().name(), question, canBuild);
    if (question.isBlank()) {
      return form(frame, view);
    }
    return Pages.attempt(
        () -> {
          String asked = Input.lines("question", question, QUESTION_LENGTH_MAX);
          admission.count(frame.caller(), tenant, Work.MAP);
          try (ReadWiki wiki = reading.wikis().open(tenant, repository.id())) {
            return reading
                .frame()
                .page(
                    wiki.page(wiki.map(asked)), frame.words(), WikiFrame.Strip.apart(id, canBuild));
          }
        },
        refusal -> form(frame.with(refusal), view));
  }

  private ResponseEntity<String> form(Frame frame, MapView view) {
    return pages.show(
        "questions/map.jte",
        frame.titled(frame.say("map.title", view.name()), Section.LIBRARY),
        view);
  }
}
