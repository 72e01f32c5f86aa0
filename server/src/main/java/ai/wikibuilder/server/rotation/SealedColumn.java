package ai.wikibuilder.server.rotation;

import ai.wikibuilder.server.tenants.SystemRows;
import java.util.List;

/** A column of sealed values, as the catalog names it. */
record SealedColumn(String table, String column) {
  /** All of them: whatever begins with {@code sealed_}. */
  static List<SealedColumn> all(SystemRows rows) {
    return rows.sql(
            """
            SELECT quote_ident(c.relname) AS of_table, quote_ident(a.attname) AS named
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
              AND a.attname LIKE 'sealed\\_%' AND a.atttypid = 'bytea'::regtype
            ORDER BY 1, 2
            """)
        .query((row, _) -> new SealedColumn(row.getString(1), row.getString(2)))
        .list();
  }

  /** The statement with this table and column in it. */
  String in(String statement) {
    return statement.replace("{table}", table).replace("{column}", column);
  }

  @Override
  public String toString() {
    return table + "." + column;
  }
}
