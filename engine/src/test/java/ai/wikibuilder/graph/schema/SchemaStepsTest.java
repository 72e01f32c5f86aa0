package ai.wikibuilder.graph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaStepsTest {
  @Test
  void aStepIsNumberedOrDatedAndStandsAmongMigrations() {
    assertThat(
            List.of(
                "db/migrate/20230912160752_story_text_searching.rb",
                "db/old_migrations/20120703184957_integrated_story_hotness.rb",
                "shop/orders/migrations/0001_initial.py",
                "database/migrations/2014_10_12_000000_create_users_table.php",
                "alembic/versions/1975ea83b712_add_table.py",
                "src/main/java/db/migration/V2__Prices.java",
                "migrations/Version20200101120000.php"))
        .allMatch(SchemaSteps::isStep);
  }

  @Test
  void whatRunsTheStepsIsNone() {
    assertThat(
            List.of(
                "src/migration/MigrationExecutor.ts",
                "alembic/env.py",
                "db/migrate.rb",
                "shop/2020_report.py",
                "src/migrations/index.js",
                "src/migrations/version.go"))
        .noneMatch(SchemaSteps::isStep);
  }
}
