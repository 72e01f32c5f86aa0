package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.audit.Audit;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.TenantChoices;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What has happened in a tenant, for its owners; in one's own, to one's account. */
@Controller
final class AuditPages {
  private final Pages pages;
  private final Audit audit;
  private final TenantChoices tenants;

  AuditPages(Pages pages, Audit audit, TenantChoices tenants) {
    this.pages = pages;
    this.audit = audit;
    this.tenants = tenants;
  }

  @GetMapping("/settings/audit")
  ResponseEntity<String> show(
      Frame frame,
      @RequestParam(defaultValue = "") String tenant,
      @RequestParam(defaultValue = "") String before) {
    TenantId shown = tenants.named(frame.caller(), tenant, Role.OWNER);
    return pages.show(
        "settings/audit.jte",
        frame.titled(frame.say("audit"), Section.SETTINGS),
        new TenantAuditView(
            shown.value(),
            tenants.of(frame.caller(), shown, Role.OWNER),
            AuditView.of(frame.words(), audit.of(shown, new Form.Id(before).value()))));
  }
}
