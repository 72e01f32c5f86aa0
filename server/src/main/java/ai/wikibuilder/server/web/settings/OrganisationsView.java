package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.web.Field;
import java.util.List;
import java.util.UUID;

/** The organisations a person is in, and the form that founds one. */
public record OrganisationsView(List<Line> lines, List<Field> fields) {
  public OrganisationsView {
    lines = List.copyOf(lines);
    fields = List.copyOf(fields);
  }

  /** One of them. */
  public record Line(UUID id, String name, String role, String plan) {}
}
