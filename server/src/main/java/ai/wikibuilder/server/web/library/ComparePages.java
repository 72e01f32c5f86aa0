package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.wikis.Comparisons;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed between two states of a repository, in the frame of its wiki. */
@Controller
@RequestMapping("/repositories/{id}/compare")
final class ComparePages {
  private final Admission admission;
  private final Repositories repositories;
  private final Comparisons comparisons;
  private final WikiFrame frame;

  ComparePages(
      Admission admission, Repositories repositories, Comparisons comparisons, WikiFrame frame) {
    this.admission = admission;
    this.repositories = repositories;
    this.comparisons = comparisons;
    this.frame = frame;
  }

  private TenantId admitted(Frame visitor, UUID id) {
    return admission.admit(
        visitor.caller(),
        repositories.tenantOf(new RepositoryId(id)).value(),
        Role.READER,
        Scope.READ);
  }

  /** Where a form with two choices leads. */
  @GetMapping
  ResponseEntity<String> choose(
      Frame visitor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    TenantId _ = admitted(visitor, id);
    boolean isChosen = !from.isEmpty() && !to.isEmpty() && (from + to).matches("[0-9a-f-]+");
    String repository = "/repositories/" + id;
    return Pages.go(
        new LocalPath(isChosen ? "%s/compare/%s..%s".formatted(repository, from, to) : repository));
  }

  @GetMapping("/{from}..{to}")
  ResponseEntity<String> compare(
      Frame visitor, @PathVariable UUID id, @PathVariable String from, @PathVariable String to) {
    TenantId tenant = admitted(visitor, id);
    admission.count(visitor.caller(), tenant, Work.COMPARISON);
    Comparisons.Ends ends = new Comparisons.Ends(from, to);
    String html = comparisons.page(tenant, new RepositoryId(id), ends, visitor.words().language());
    boolean canBuild = admission.isIn(visitor.caller(), tenant, Role.MEMBER);
    return frame.page(html, visitor.words(), WikiFrame.Strip.apart(id, canBuild));
  }
}
