package ai.wikibuilder.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** docs/operating/schema.md is what the catalog of a running database says. */
@ExtendWith(RunningServer.class)
class SchemaDocumentTest {
  private static final Path FILE = Path.of("../docs/operating/schema.md");

  private static final String HEAD =
      """
      # Tables

      Made from the catalog of a database by a test, so it is true. Rows of a table with a `tenant_id` stand behind row level
      security; what the others hold is said in `WallsTest`.

      ```mermaid
      erDiagram
      """;

  @Test
  void theDocumentShowsTheTables(Server server) throws SQLException, IOException {
    String text;
    try (Connection connection =
        Administrator.of(RunningServer.part(server, Database.class)).connect()) {
      text = HEAD + references(connection) + "```\n\n" + columns(connection);
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, text);
    }
    assertThat(FILE).hasContent(text);
  }

  /** One line for each table that refers to another; to tenants and users nearly all do. */
  private static String references(Connection connection) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (List<String> row :
        rows(
            connection,
            "SELECT DISTINCT confrelid::regclass::text, conrelid::regclass::text FROM pg_constraint"
                + " WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2")) {
      text.append("  %s ||--o{ %s : has\n".formatted(row.get(0), row.get(1)));
    }
    return text.toString();
  }

  private static String columns(Connection connection) throws SQLException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (List<String> row :
        rows(
            connection,
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
                + " WHERE table_schema = 'public' ORDER BY table_name, ordinal_position")) {
      tables
          .computeIfAbsent(row.get(0), _ -> new ArrayList<>())
          .add("`%s` %s".formatted(row.get(1), row.get(2)));
    }
    StringBuilder text = new StringBuilder("| Table | Columns |\n|---|---|\n");
    tables.forEach((table, columns) ->
        text.append("| `%s` | %s |\n".formatted(table, String.join(", ", columns))));
    return text.toString();
  }

  private static List<List<String>> rows(Connection connection, String question)
      throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      int count = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
          values.add(row.getString(i));
        }
        rows.add(values);
      }
    }
    return rows;
  }
}
