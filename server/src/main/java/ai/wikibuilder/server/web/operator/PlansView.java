package ai.wikibuilder.server.web.operator;

import ai.wikibuilder.server.web.Field;
import java.util.List;

/** What each plan allows, to be edited. */
public record PlansView(List<Editable> plans) {
  public PlansView {
    plans = List.copyOf(plans);
  }

  /** One plan; names of its fields are the limits'. */
  public record Editable(String name, List<Field> fields) {
    public Editable {
      fields = List.copyOf(fields);
    }
  }
}
