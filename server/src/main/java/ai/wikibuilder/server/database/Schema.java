package ai.wikibuilder.server.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to the present schema. Steps are in {@code db/migration}, each runs once. */
final class Schema {
  /** The oldest PostgreSQL this runs on: the one of Debian 12. */
  static final int POSTGRES_MAJOR_MIN = 15;

  private Schema() {}

  /**
   * Runs the steps that are missing; several servers that start at once take turns.
   *
   * @throws DatabaseException SCHEMA when the database is ahead of this program or a step fails;
   *     what the failed step did is undone
   */
  static void migrate(Login owner) {
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
          .locations("classpath:db/migration")
          .table("schema_history")
          .failOnMissingLocations(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new DatabaseException(
          DatabaseException.Kind.SCHEMA,
          "the schema of the database cannot be brought up to date: " + e.getMessage(),
          e);
    }
  }
}
