package ai.wikibuilder.server.web.operator;

import ai.wikibuilder.server.web.Field;
import java.util.List;

/**
 * What each plan allows, to be edited.
 *
 * @param fresh fields of the form for a new plan
 */
public record PlansView(List<Editable> plans, List<Field> fresh) {
  public PlansView {
    fresh = List.copyOf(fresh);
    plans = List.copyOf(plans);
  }

  /** One plan; names of its fields are the limits'. */
  public record Editable(String name, List<Field> fields) {
    public Editable {
      fields = List.copyOf(fields);
    }
  }
}
