package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.web.TenantChoice;
import java.util.List;
import java.util.UUID;

/** What a tenant may use and has used. */
public record UsageView(
    UUID tenant, List<TenantChoice> choices, String plan, List<Limit> limits, List<Line> latest) {
  public UsageView {
    choices = List.copyOf(choices);
    limits = List.copyOf(limits);
    latest = List.copyOf(latest);
  }

  /**
   * One limit of the plan.
   *
   * @param part what is used of it, 0 to 1
   */
  public record Limit(String name, String used, String most, double part) {}

  /** One call or piece of work. */
  public record Line(String kind, String model, String tokens, String cost, String at) {}
}
