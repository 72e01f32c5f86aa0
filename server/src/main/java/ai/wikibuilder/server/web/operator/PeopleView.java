package ai.wikibuilder.server.web.operator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * People, as many as fit a page.
 *
 * @param next the last line, when there are more
 */
public record PeopleView(List<Line> lines, Optional<UUID> next) {
  public PeopleView {
    lines = List.copyOf(lines);
  }

  /**
   * One of them.
   *
   * @param self whether it is the operator who looks
   */
  public record Line(
      UUID id,
      String email,
      boolean operator,
      boolean verified,
      boolean disabled,
      boolean self,
      String sessions,
      String since,
      String lastLogin) {}
}
