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

  /** What is in it, for people; a column that has no words yet is named. */
  String told() {
    return switch (toString()) {
      case "git_credentials.sealed_refresh" -> "renewals of git tokens";
      case "git_credentials.sealed_token" -> "git tokens";
      case "model_keys.sealed_key" -> "model keys";
      case "provider_visits.sealed_entry" -> "logins under way";
      case "signing_keys.sealed_private_key" -> "keys that sign logins";
      case "webhooks.sealed_secret" -> "secrets of webhooks";
      default -> toString();
    };
  }

  @Override
  public String toString() {
    return table + "." + column;
  }
}
