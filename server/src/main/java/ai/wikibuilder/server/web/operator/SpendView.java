package ai.wikibuilder.server.web.operator;

import java.util.List;

/** What tenants have used this month. */
public record SpendView(List<Line> lines, String total) {
  public SpendView {
    lines = List.copyOf(lines);
  }

  public record Line(String name, String calls, String tokens, String cost) {}
}
