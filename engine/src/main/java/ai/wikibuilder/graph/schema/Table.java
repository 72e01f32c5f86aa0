package ai.wikibuilder.graph.schema;

import java.util.List;

/**
 * A table as the repository leaves it after its last migration. Immutable.
 *
 * @param name as written, without its schema; the name of the class where a model names no table
 * @param columns in the order they were added
 * @param primaryKey names of columns
 * @param path where it is created
 * @param line 1-based
 */
public record Table(
    String name,
    Source source,
    List<Column> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys,
    String path,
    int line) {

  /** What states it. */
  public enum Source {
    SQL,
    RAILS,
    LARAVEL,
    DJANGO,
    SQLALCHEMY,
    JPA,
    TYPEORM,
    PRISMA,
    DOCTRINE,
    ENTITY_FRAMEWORK,
    ROOM
  }

  /**
   * A column.
   *
   * @param type as the source writes it
   * @param required whether it must have a value, as far as the source says so
   */
  public record Column(String name, String type, boolean required, String path, int line) {}

  /**
   * Columns that point to another table.
   *
   * @param table the other table's name as written
   * @param targets columns of the other table, empty when the source names none
   */
  public record ForeignKey(
      List<String> columns, String table, List<String> targets, String path, int line) {
    public ForeignKey {
      columns = List.copyOf(columns);
      targets = List.copyOf(targets);
    }
  }

  public Table {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }
}
