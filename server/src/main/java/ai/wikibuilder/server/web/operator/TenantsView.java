package ai.wikibuilder.server.web.operator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tenants, as many as fit a page.
 *
 * @param plans names that can be chosen
 * @param next the last line, when there are more
 */
public record TenantsView(List<Line> lines, List<String> plans, Optional<UUID> next) {
  public TenantsView {
    lines = List.copyOf(lines);
    plans = List.copyOf(plans);
  }

  /** One of them. */
  public record Line(
      UUID id,
      String name,
      String kind,
      String plan,
      String members,
      String repositories,
      String tokens,
      String cost,
      String since,
      boolean disabled) {}
}
