package ai.wikibuilder.server.rotation;

import ai.wikibuilder.server.secrets.KeyPrefix;
import ai.wikibuilder.server.secrets.KeySuccession;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is sealed, of all tenants. */
final class SealedRows {
  /** As the migration has it: whoever seals holds it shared until the row is visible. */
  private static final String ALONE = "SELECT pg_advisory_xact_lock(71350442)";

  private final SystemTransactions system;
  private final List<SealedColumn> columns;

  SealedRows(SystemTransactions system) {
    this.system = system;
    this.columns = system.run(SealedColumn::all);
  }

  List<SealedColumn> columns() {
    return columns;
  }

  /** How many are sealed with none of these keys. */
  long countBeside(List<KeyPrefix> known) {
    return count("NOT IN", known);
  }

  /** How many are sealed with one of these keys. */
  long countWith(List<KeyPrefix> keys) {
    return keys.isEmpty() ? 0 : count("IN", keys);
  }

  private long count(String which, List<KeyPrefix> keys) {
    return system.run(rows -> {
      long count = 0;
      for (SealedColumn column : columns) {
        count +=
            rows.sql(
                    column.in(
                            """
                            SELECT count(*) FROM {table} WHERE {column} IS NOT NULL
                              AND encode(substr({column}, 5, 5), 'hex')
                            """)
                        + which
                        + " (:keys)")
                .param("keys", hex(keys))
                .query((row, _) -> row.getLong(1))
                .single();
      }
      return count;
    });
  }

  private static List<String> hex(List<KeyPrefix> keys) {
    return keys.stream().map(KeyPrefix::hex).toList();
  }

  /** One sealed value of each column, to see that it opens. */
  void sample(KeySuccession succession) {
    system.run(rows -> {
      for (SealedColumn column : columns) {
        rows.sql(column.in("SELECT {column} FROM {table} WHERE {column} IS NOT NULL LIMIT 1"))
            .query((row, _) -> row.getBytes(1))
            .optional()
            .ifPresent(succession::rewrap);
      }
      return columns;
    });
  }

  /**
   * Wraps some rows anew, in one transaction.
   *
   * @return how many; fewer than {@code most} when there are no more
   */
  int rewrap(SealedColumn column, KeySuccession succession, int most) {
    return system.run(rows -> {
      Map<String, byte[]> old = new LinkedHashMap<>();
      rows.sql(
              column.in(
                  """
                  SELECT ctid::text, {column} FROM {table} WHERE {column} IS NOT NULL
                    AND encode(substr({column}, 5, 5), 'hex') IN (:keys)
                  LIMIT :most FOR UPDATE
                  """))
          .param("keys", hex(succession.olderPrefixes()))
          .param("most", most)
          .query(row -> {
            old.put(row.getString(1), row.getBytes(2));
          });
      old.forEach((place, sealed) ->
          rows.sql(column.in("UPDATE {table} SET {column} = :sealed WHERE ctid = :place::tid"))
              .param("sealed", succession.rewrap(sealed))
              .param("place", place)
              .update());
      return old.size();
    });
  }

  /**
   * From now on the database refuses what these keys seal. Waits for whoever is sealing at this
   * moment, so that every row of theirs is seen afterwards.
   */
  void retire(List<KeyPrefix> keys) {
    system.run(rows -> {
      rows.sql(ALONE).query((row, _) -> "").single();
      for (KeyPrefix key : keys) {
        retire(rows, key);
      }
      return keys;
    });
  }

  private static void retire(SystemRows rows, KeyPrefix key) {
    int added =
        rows.sql("INSERT INTO retired_master_keys (prefix) VALUES (:prefix) ON CONFLICT DO NOTHING")
            .param("prefix", key.bytes())
            .update();
    if (added > 0) { // a rotation that goes on comes here again
      rows.record(new AuditEntry(AuditAction.MASTER_KEY_RETIRED, key.toString()));
    }
  }
}
