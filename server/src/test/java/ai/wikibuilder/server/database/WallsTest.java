package ai.wikibuilder.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.database.TenantTables.Isolation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The second wall. Each test runs as the administrator in one transaction that is rolled back,
 * takes on the role of requests for its questions, and so can take a stone out of the wall and
 * look.
 */
@ExtendWith(RunningServer.class)
class WallsTest {
  /** Tables that belong to no tenant, and why. A new table stands here or has a tenant_id. */
  private static final Map<String, String> WITHOUT_TENANT =
      Map.ofEntries(
          Map.entry("tenants", "is the list of tenants; behind the wall by its id"),
          Map.entry("plans", "the same for everybody, no secret in it"),
          Map.entry("users", "a person is in several tenants; aiwiki_app has no right to it"),
          Map.entry("identities", "belongs to a person; aiwiki_app has no right to it"),
          Map.entry("browser_sessions", "belongs to a person; aiwiki_app has no right to it"),
          Map.entry("refresh_tokens", "belongs to a person; aiwiki_app has no right to it"),
          Map.entry("one_time_links", "belongs to a person; aiwiki_app has no right to it"),
          Map.entry("signing_keys", "the installation's; aiwiki_app has no right to it"),
          Map.entry("retired_master_keys", "numbers of keys; aiwiki_app has no right to it"),
          Map.entry("provider_visits", "before anybody is known; aiwiki_app has no right to it"),
          Map.entry("rate_buckets", "hashes of addresses and counts; whoever asks next needs them"),
          Map.entry(
              "scheduled_tasks", "names of tasks, ids of builds, times; whoever accepts adds"),
          Map.entry("schema_history", "steps of the schema; aiwiki_app has no right to it"));

  private static final Set<String> READABLE_WITHOUT_TENANT =
      Set.of("plans", "rate_buckets", "scheduled_tasks");

  private Connection administrator;
  private TenantTables tables;

  @BeforeEach
  void asAdministrator(Server server) throws SQLException {
    administrator = Administrator.of(RunningServer.part(server, Database.class)).connect();
    administrator.setAutoCommit(false);
    tables = TenantTables.filled(administrator);
  }

  @AfterEach
  void nothingHappened() throws SQLException {
    administrator.rollback();
    administrator.close();
  }

  @Test
  void everyTableHasATenantOrAReasonToHaveNone() throws SQLException {
    List<String> without =
        tables.names(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND"
                + " relnamespace = 'public'::regnamespace AND oid NOT IN (SELECT attrelid FROM"
                + " pg_attribute WHERE attname = 'tenant_id') ORDER BY 1");

    assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT_TENANT.keySet());
    assertThat(tables.withTenant()).hasSizeGreaterThan(8);
  }

  @Test
  void rowsAreApartInEveryTableOfTheCatalog() throws SQLException {
    for (String table : tables.withTenant()) {
      tables.check(table);
    }
    tables.check("tenants");
  }

  @Test
  void theRoleOfRequestsHasNoRightToTablesOfPeople() throws SQLException {
    for (String table : WITHOUT_TENANT.keySet()) {
      boolean readable = tables.mayRead("aiwiki_app", table);

      assertThat(readable)
          .as(table)
          .isEqualTo(READABLE_WITHOUT_TENANT.contains(table) || table.equals("tenants"));
    }
  }

  /** Without this the tests above might be green for a reason of their own. */
  @Test
  void everyStoneTakenOutOfTheWallIsNoticed() throws SQLException {
    List<String> tablesBehindIt = new ArrayList<>(tables.withTenant());
    tablesBehindIt.add("tenants");
    int stones = 0;
    for (String table : tablesBehindIt) {
      for (String change : changes(table)) {
        var before = administrator.setSavepoint();
        tables.change(change);

        assertThatThrownBy(() -> tables.check(table)).as(change).isInstanceOf(Isolation.class);

        administrator.rollback(before);
        stones++;
      }
    }
    assertThat(stones).isEqualTo(tablesBehindIt.size() * 8);
  }

  private List<String> changes(String table) throws SQLException {
    String column = table.equals("tenants") ? "id" : "tenant_id";
    List<String> changes = new ArrayList<>();
    for (String policy :
        tables.names(
            "SELECT policyname FROM pg_policies WHERE tablename = '%s' AND permissive = 'PERMISSIVE' ORDER BY 1"
                .formatted(table))) {
      changes.add("DROP POLICY %s ON %s".formatted(policy, table));
    }
    assertThat(changes).as("policies of " + table).hasSize(3);
    changes.add("ALTER TABLE %s DISABLE ROW LEVEL SECURITY".formatted(table));
    changes.add("ALTER TABLE %s NO FORCE ROW LEVEL SECURITY".formatted(table));
    changes.add("ALTER POLICY own ON %s USING (true)".formatted(table));
    changes.add("ALTER POLICY own ON %s USING (%s = current_tenant())".formatted(table, column));
    changes.add(
        "ALTER POLICY public_rows ON %s USING (%s = public_tenant())".formatted(table, column));
    return changes;
  }
}
