package ai.wikibuilder.server.web.questions;

import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.answers.KeptConversation;
import ai.wikibuilder.server.answers.SharedConversations;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Conversations that somebody in the organisation shares, to be read. */
@Controller
final class SharedPages {
  private final Pages pages;
  private final Admission admission;
  private final Repositories repositories;
  private final SharedConversations shared;

  SharedPages(
      Pages pages, Admission admission, Repositories repositories, SharedConversations shared) {
    this.pages = pages;
    this.admission = admission;
    this.repositories = repositories;
    this.shared = shared;
  }

  @GetMapping("/shared/{id}")
  ResponseEntity<String> show(Frame frame, @PathVariable UUID id) {
    TenantId tenant =
        admission.admit(frame.caller(), shared.tenantOf(id).value(), Role.READER, Scope.READ);
    KeptConversation kept = shared.find(tenant, id);
    Repository repository = repositories.find(tenant, kept.repository());
    return pages.show(
        HttpStatus.OK,
        "questions/shared.jte",
        frame.titled(kept.title(), Section.LIBRARY),
        new SharedView(
            repository.id().value(),
            repository.address().name(),
            frame.words().minute(kept.continuedAt()),
            ShownTurns.of(frame.words(), repository, kept),
            admission.isIn(frame.caller(), tenant, Role.MEMBER)));
  }
}
