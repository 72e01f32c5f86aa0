package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.quota.Plan;
import ai.wikibuilder.server.quota.Plans;
import ai.wikibuilder.server.quota.Usage;
import ai.wikibuilder.server.quota.UsageEntry;
import ai.wikibuilder.server.quota.UsageSummary;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.Tenant;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.TenantChoices;
import ai.wikibuilder.server.web.words.Words;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan of a tenant and what it has used of it, exact to the call. */
@Controller
final class UsagePages {
  private final Pages pages;
  private final Plans plans;
  private final Usage usage;
  private final Tenants tenants;
  private final TenantChoices choices;

  UsagePages(Pages pages, Plans plans, Usage usage, Tenants tenants, TenantChoices choices) {
    this.pages = pages;
    this.plans = plans;
    this.usage = usage;
    this.tenants = tenants;
    this.choices = choices;
  }

  @GetMapping("/settings/usage")
  ResponseEntity<String> show(Frame frame, @RequestParam(defaultValue = "") String tenant) {
    TenantId shown = choices.named(frame.caller(), tenant, Role.READER);
    Tenant found = tenants.find(shown).orElseThrow(TenantException::notFound);
    Plan plan = plans.find(found.plan()).orElseThrow();
    UsageSummary used = usage.thisMonth(shown);
    return pages.show(
        "settings/usage.jte",
        frame.titled(frame.say("settings.usage"), Section.SETTINGS),
        new UsageView(
            shown.value(),
            choices.of(frame.caller(), shown, Role.READER),
            plan.name(),
            limits(frame.words(), plan, used),
            used.latest().stream().map(entry -> line(frame.words(), entry)).toList()));
  }

  private static List<UsageView.Limit> limits(Words words, Plan plan, UsageSummary used) {
    return List.of(
        limit(words, "usage.builds", new Part(used.builds(), plan.buildsPerDay())),
        limit(words, "repositories", new Part(used.repositories(), plan.repositories())),
        limit(words, "usage.tokens", new Part(used.tokens(), plan.tokensPerMonth())),
        new UsageView.Limit(
            words.say("usage.money"),
            words.dollars(used.microDollars()),
            words.dollars(plan.microDollarsPerMonth()),
            part(used.microDollars(), plan.microDollarsPerMonth())));
  }

  private static UsageView.Limit limit(Words words, String name, Part part) {
    return new UsageView.Limit(
        words.say(name),
        words.count(part.used()),
        words.count(part.most()),
        part(part.used(), part.most()));
  }

  /** How much is used of how much. */
  private record Part(long used, long most) {}

  private static double part(long used, long most) {
    return most == 0 ? 1 : Math.min(1, (double) used / most);
  }

  private static UsageView.Line line(Words words, UsageEntry entry) {
    return new UsageView.Line(
        words.word("usage.kind", entry.kind()),
        entry.model().orElse(words.say("usage.no-model")),
        words.count(entry.tokensIn() + entry.tokensOut()),
        words.dollars(entry.microDollars()),
        words.minute(entry.usedAt()));
  }
}
