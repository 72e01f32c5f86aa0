package ai.wikibuilder.server.jobs.events;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where events of one kind of work are kept. Immutable.
 *
 * @param table with the columns tenant_id, number, kind, body and happened_at
 * @param work its column with the id of the work
 * @param works table of the work, with the column id: what has no row there is gone
 */
public record EventTable(String table, String work, String works) {
  private static final Pattern NAME = Pattern.compile("[a-z_]+");

  public EventTable {
    for (String name : List.of(table, work, works)) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("expected the name of a table or a column, got " + name);
      }
    }
  }
}
