package ai.wikibuilder.server.web.settings;

import java.util.List;
import java.util.UUID;

/** Where a person is logged in. */
public record SessionsView(List<Line> lines) {
  public SessionsView {
    lines = List.copyOf(lines);
  }

  /**
   * One session.
   *
   * @param current whether this page belongs to it
   */
  public record Line(
      UUID id,
      String kind,
      String device,
      String address,
      String since,
      String lastSeen,
      boolean current) {}
}
