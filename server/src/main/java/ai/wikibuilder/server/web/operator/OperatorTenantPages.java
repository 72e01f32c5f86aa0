package ai.wikibuilder.server.web.operator;

import ai.wikibuilder.server.operator.Decisions;
import ai.wikibuilder.server.operator.Installation;
import ai.wikibuilder.server.operator.Listed;
import ai.wikibuilder.server.operator.Operator;
import ai.wikibuilder.server.operator.Spend;
import ai.wikibuilder.server.operator.TenantLine;
import ai.wikibuilder.server.quota.Plan;
import ai.wikibuilder.server.quota.Plans;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.words.Words;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tenants, their plans, and what they have spent. */
@Controller
final class OperatorTenantPages {
  private static final String HERE = "/operator/tenants";

  private final Pages pages;
  private final Installation installation;
  private final Decisions decisions;
  private final Plans plans;

  OperatorTenantPages(Pages pages, Installation installation, Decisions decisions, Plans plans) {
    this.pages = pages;
    this.installation = installation;
    this.decisions = decisions;
    this.plans = plans;
  }

  @GetMapping("/operator")
  ResponseEntity<String> first(Frame frame) {
    Operator.of(frame.caller());
    return Pages.go(new LocalPath(HERE));
  }

  @GetMapping(HERE)
  ResponseEntity<String> show(Frame frame, @RequestParam(defaultValue = "") String before) {
    Listed<TenantLine> found =
        installation.tenants(Operator.of(frame.caller()), new Form.Id(before).value());
    return pages.show(
        "operator/tenants.jte",
        frame.titled(frame.say("operator.tenants"), Section.OPERATOR),
        new TenantsView(
            found.lines().stream().map(line -> line(frame.words(), line)).toList(),
            plans.all().stream().map(Plan::name).toList(),
            found.next()));
  }

  private static TenantsView.Line line(Words words, TenantLine line) {
    return new TenantsView.Line(
        line.id(),
        line.name(),
        line.kind(),
        line.plan(),
        words.count(line.members()),
        words.count(line.repositories()),
        words.count(line.tokens()),
        words.dollars(line.microDollars()),
        words.day(line.createdAt()),
        line.disabledAt().isPresent());
  }

  @PostMapping(HERE + "/{id}/plan")
  ResponseEntity<String> assign(Frame frame, Form form, @PathVariable UUID id) {
    decisions.assign(Operator.of(frame.caller()), new TenantId(id), form.value("plan"));
    return Pages.go(HERE, Done.TENANT_CHANGED);
  }

  @PostMapping(HERE + "/{id}/disable")
  ResponseEntity<String> disable(Frame frame, @PathVariable UUID id) {
    decisions.setDisabled(Operator.of(frame.caller()), new TenantId(id), true);
    return Pages.go(HERE, Done.TENANT_CHANGED);
  }

  @PostMapping(HERE + "/{id}/enable")
  ResponseEntity<String> enable(Frame frame, @PathVariable UUID id) {
    decisions.setDisabled(Operator.of(frame.caller()), new TenantId(id), false);
    return Pages.go(HERE, Done.TENANT_CHANGED);
  }

  @GetMapping("/operator/spend")
  ResponseEntity<String> spend(Frame frame) {
    List<Spend> spending = installation.spend(Operator.of(frame.caller()));
    return pages.show(
        "operator/spend.jte",
        frame.titled(frame.say("operator.spend"), Section.OPERATOR),
        new SpendView(
            spending.stream()
                .map(spend ->
                    new SpendView.Line(
                        spend.name(),
                        frame.words().count(spend.calls()),
                        frame.words().count(spend.tokens()),
                        frame.words().dollars(spend.microDollars())))
                .toList(),
            frame.words().dollars(spending.stream().mapToLong(Spend::microDollars).sum())));
  }
}
