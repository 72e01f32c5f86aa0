package ai.wikibuilder.server.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every table with a {@code tenant_id}, with a row of two tenants and of the tenant {@code public}
 * in each, in a transaction that nobody commits.
 */
final class TenantTables {
  private static final String PUBLIC = "00000000-0000-0000-0000-000000000001";

  private final Connection connection;
  private final String mine = UUID.randomUUID().toString();
  private final String foreign = UUID.randomUUID().toString();
  private final String person = UUID.randomUUID().toString();

  private TenantTables(Connection connection) {
    this.connection = connection;
  }

  static TenantTables filled(Connection connection) throws SQLException {
    TenantTables tables = new TenantTables(connection);
    tables.fill();
    return tables;
  }

  private void fill() throws SQLException {
    for (String tenant : List.of(mine, foreign)) {
      change(
          "INSERT INTO tenants (id, kind, name, plan) VALUES ('%s', 'personal', 'x', 'free')"
              .formatted(tenant));
    }
    change(
        "INSERT INTO users (id, email, email_key, personal_tenant_of) VALUES ('%1$s', '%1$s@x.org', '%1$s@x.org', '%2$s')"
            .formatted(person, mine));
    change(
        "SET LOCAL session_replication_role = replica"); // rows come in the order of the alphabet
    for (String table : withTenant()) {
      for (String tenant : List.of(mine, foreign, PUBLIC)) {
        change(insert(table, tenant));
      }
    }
    change("SET LOCAL session_replication_role = origin");
  }

  /** Rows refer to each other: each table has one row of a tenant, and this is its id. */
  private static String id(String table, String tenant) {
    byte[] name = (table + tenant).getBytes(StandardCharsets.UTF_8);
    return "'" + UUID.nameUUIDFromBytes(name) + "'";
  }

  /** From the catalog, so that a new table is looked at by itself. */
  List<String> withTenant() throws SQLException {
    return names(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE"
            + " a.attname = 'tenant_id' AND c.relkind IN ('r', 'p', 'v', 'm') AND"
            + " c.relnamespace = 'public'::regnamespace ORDER BY 1");
  }

  /** A row with something in every column that needs it. */
  private String insert(String table, String tenant) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet columns =
            statement.executeQuery(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '%s' AND is_nullable = 'NO' AND column_default IS NULL ORDER BY ordinal_position"
                    .formatted(table))) {
      while (columns.next()) {
        String column = columns.getString(1);
        values.put(
            column,
            switch (column) {
              case "id" -> id(table, tenant);
              case "repository_id" -> id("repositories", tenant);
              case "build_id" -> id("builds", tenant);
              case "conversation_id" -> id("conversations", tenant);
              case "research_id" -> id("research_runs", tenant);
              case "webhook_id" -> id("webhooks", tenant);
              default -> value(column, columns.getString(2));
            });
      }
    }
    values.put("tenant_id", "'" + tenant + "'");
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(table, String.join(", ", values.keySet()), String.join(", ", values.values()));
  }

  private String value(String column, String type) {
    return switch (column) {
      case "user_id" -> "'" + person + "'";
      case "role" -> "'reader'";
      case "kind" -> "'ask'";
      default ->
          switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "bytea" -> "decode(md5(random()::text), 'hex')";
            case "ARRAY" -> "'{}'";
            case "integer", "bigint" -> "1";
            case "timestamp with time zone" -> "now()";
            default -> "'x' || md5(random()::text)";
          };
    };
  }

  /**
   * Asks everything that the wall promises of one table.
   *
   * @throws Isolation when a promise does not hold
   */
  void check(String table) throws SQLException {
    String column = table.equals("tenants") ? "id" : "tenant_id";
    expect(table, "without a tenant nothing is seen", 0, seen(table, null, "true"));
    expect(table, "one's own row is seen", 1, seen(table, mine, column + " = '" + mine + "'"));
    expect(table, "no foreign row", 0, seen(table, mine, column + " = '" + foreign + "'"));
    expect(table, "public rows are seen", 1, seen(table, mine, column + " = '" + PUBLIC + "'"));
    expect(table, "the public tenant sees its rows once", 1, seen(table, PUBLIC, "true"));
    expect(table, "the system sees all three", 3, system(table, column));
    expect(table, "nobody writes foreign rows", 0, changed(table, mine, column, foreign));
    expect(table, "nobody writes public rows", 0, changed(table, PUBLIC, column, PUBLIC));
    expect(table, "no row moves to another tenant", 0, moved(table, column));
    expect(table, "the owner is not excepted", 1, forced(table));
  }

  private long forced(String table) throws SQLException {
    return count(
        "SELECT count(*) FROM pg_class WHERE oid = '%s'::regclass AND relforcerowsecurity"
            .formatted(table));
  }

  private static void expect(String table, String promise, long expected, long found) {
    if (expected != found) {
      throw new Isolation(
          "%s: %s, expected %d, found %d".formatted(table, promise, expected, found));
    }
  }

  private long seen(String table, @Nullable String tenant, String condition) throws SQLException {
    return as(
        "aiwiki_app",
        tenant,
        () -> count("SELECT count(*) FROM %s WHERE %s".formatted(table, condition)));
  }

  private long system(String table, String column) throws SQLException {
    String ours = "'%s', '%s', '%s'".formatted(mine, foreign, PUBLIC);
    return as(
        "aiwiki_system",
        null,
        () -> count("SELECT count(*) FROM %s WHERE %s IN (%s)".formatted(table, column, ours)));
  }

  /** Rows changed by a statement that the role's grants would allow. */
  private long changed(String table, String tenant, String column, String victim)
      throws SQLException {
    String where = " WHERE %s = '%s'".formatted(column, victim);
    long deleted = may("DELETE", table) ? write(tenant, "DELETE FROM " + table + where) : 0;
    Optional<String> writable = writableColumn(table);
    long updated =
        writable.isPresent()
            ? write(tenant, "UPDATE %s SET %s = %2$s%s".formatted(table, writable.get(), where))
            : 0;
    long inserted = may("INSERT", table) ? write(tenant, insert(table, victim)) : 0;
    return deleted + updated + inserted;
  }

  private long moved(String table, String column) throws SQLException {
    return may("UPDATE", table) && !table.equals("tenants")
        ? write(
            mine,
            "UPDATE %s SET %s = '%s' WHERE %2$s = '%s'".formatted(table, column, foreign, mine))
        : 0;
  }

  /** Rows written; none when the database refuses. */
  private long write(String tenant, String sql) throws SQLException {
    return as(
        "aiwiki_app",
        tenant,
        () -> {
          try (Statement statement = connection.createStatement()) {
            return (long) statement.executeUpdate(sql);
          } catch (SQLException e) {
            if (e.getMessage() != null && e.getMessage().contains("row-level security")) {
              return 0L;
            }
            if ("23505".equals(e.getSQLState())) {
              return 1L; // there is such a row already: the wall had let it pass
            }
            throw e;
          }
        });
  }

  private Optional<String> writableColumn(String table) throws SQLException {
    return names(
            ("SELECT column_name FROM information_schema.column_privileges WHERE grantee ="
                    + " 'aiwiki_app' AND privilege_type = 'UPDATE' AND table_name = '%s' AND"
                    + " column_name NOT IN ('id', 'tenant_id') ORDER BY 1")
                .formatted(table))
        .stream()
        .findFirst();
  }

  private boolean may(String right, String table) throws SQLException {
    return count(
            "SELECT count(*) FROM pg_class WHERE oid = '%s'::regclass AND has_table_privilege('aiwiki_app', oid, '%s')"
                .formatted(table, right))
        == 1;
  }

  boolean mayRead(String role, String table) throws SQLException {
    return count(
            "SELECT count(*) FROM pg_class WHERE oid = '%s'::regclass AND has_any_column_privilege('%s', oid, 'SELECT')"
                .formatted(table, role))
        == 1;
  }

  private long as(String role, @Nullable String tenant, Question question) throws SQLException {
    var before = connection.setSavepoint();
    change("SET LOCAL ROLE " + role);
    if (tenant != null) {
      change("SET LOCAL aiwiki.tenant = '%s'".formatted(tenant));
    }
    long answer = question.ask();
    connection.rollback(before);
    return answer;
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  List<String> names(String sql) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  void change(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private interface Question {
    long ask() throws SQLException;
  }

  /** A promise of the wall that does not hold. */
  static final class Isolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Isolation(String message) {
      super(message);
    }
  }
}
