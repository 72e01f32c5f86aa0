package ai.wikibuilder.server.jobs.events;

import java.util.regex.Pattern;

/**
 * Where events of one kind of work are kept. Immutable.
 *
 * @param table with the columns tenant_id, number, kind, body and happened_at
 * @param work its column with the id of the work
 */
public record EventTable(String table, String work) {
  private static final Pattern NAME = Pattern.compile("[a-z_]+");

  public EventTable {
    if (!NAME.matcher(table).matches() || !NAME.matcher(work).matches()) {
      throw new IllegalArgumentException("names of a table and a column, got " + table);
    }
  }
}
