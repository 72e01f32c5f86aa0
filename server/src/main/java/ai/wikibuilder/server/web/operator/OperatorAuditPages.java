package ai.wikibuilder.server.web.operator;

import ai.wikibuilder.server.operator.Decisions;
import ai.wikibuilder.server.operator.Operator;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.settings.AuditView;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What has happened anywhere in the installation. */
@Controller
final class OperatorAuditPages {
  private final Pages pages;
  private final Decisions decisions;

  OperatorAuditPages(Pages pages, Decisions decisions) {
    this.pages = pages;
    this.decisions = decisions;
  }

  @GetMapping("/operator/audit")
  ResponseEntity<String> show(Frame frame, @RequestParam(defaultValue = "") String before) {
    return pages.show(
        "operator/audit.jte",
        frame.titled(frame.say("audit"), Section.OPERATOR),
        AuditView.of(
            frame.words(),
            decisions.audit(Operator.of(frame.caller()), new Form.Id(before).value())));
  }
}
