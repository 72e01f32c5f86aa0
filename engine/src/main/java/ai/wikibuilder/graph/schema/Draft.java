package ai.wikibuilder.graph.schema;

import ai.wikibuilder.graph.schema.Table.Column;
import ai.wikibuilder.graph.schema.Table.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table while its migrations are applied. */
final class Draft {
  /** Columns kept of one table; the widest tables of databases have about a thousand. */
  private static final int COLUMN_COUNT_MAX = 1_000;

  final Table.Source source;
  final String path;
  final int line;
  String name;

  /** The class that is the table; empty where none is. */
  String className = "";

  /** Classes it builds on, whose columns it has too where they are no tables of their own. */
  final List<String> bases = new ArrayList<>();

  private final List<Column> columns = new ArrayList<>();
  private final List<String> primaryKey = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();

  /** Keys to a table whose name is made of a model's: they count where there is such a table. */
  private final List<ForeignKey> presumed = new ArrayList<>();

  Draft(String name, Table.Source source, String path, int line) {
    this.name = name;
    this.source = source;
    this.path = path;
    this.line = line;
  }

  void column(Column column) {
    boolean known = columns.stream().anyMatch(one -> one.name().equalsIgnoreCase(column.name()));
    if (!known && columns.size() < COLUMN_COUNT_MAX && !column.name().isBlank()) {
      columns.add(column);
    }
  }

  /** Has keys that point to a class, or to a name that a table had, point to the table it is. */
  void pointToTables(Map<String, String> tablesByClass) {
    foreignKeys.replaceAll(key -> pointed(key, tablesByClass));
    presumed.replaceAll(key -> pointed(key, tablesByClass));
  }

  private static ForeignKey pointed(ForeignKey key, Map<String, String> tablesByClass) {
    String table = tablesByClass.getOrDefault(key.table(), key.table());
    return new ForeignKey(key.columns(), table, key.targets(), key.path(), key.line());
  }

  /** Keeps a key for the table that is called so, should there be one. */
  void presumedKey(ForeignKey key) {
    if (presumed.size() < COLUMN_COUNT_MAX) {
      presumed.add(key);
    }
  }

  /** Makes keys of what was presumed, where the table is known. */
  void settle(Set<String> tables) {
    presumed.stream().filter(key -> tables.contains(key.table())).forEach(this::foreignKey);
    presumed.clear();
  }

  boolean hasColumn(String name) {
    return columns.stream().anyMatch(one -> one.name().equalsIgnoreCase(name));
  }

  void drop(String column) {
    columns.removeIf(one -> one.name().equalsIgnoreCase(column));
    foreignKeys.removeIf(key -> key.columns().contains(column));
    presumed.removeIf(key -> key.columns().contains(column));
    primaryKey.remove(column);
  }

  /** Puts a column where an old one stood; behind the others when there is none. */
  void replace(String old, Column column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equalsIgnoreCase(old)) {
        columns.set(i, column);
        primaryKey.replaceAll(key -> key.equalsIgnoreCase(old) ? column.name() : key);
        return;
      }
    }
    column(column);
  }

  void rename(String old, String renamed) {
    for (Column column : List.copyOf(columns)) {
      if (column.name().equalsIgnoreCase(old)) {
        replace(
            old,
            new Column(renamed, column.type(), column.required(), column.path(), column.line()));
      }
    }
  }

  void type(String column, String type) {
    for (Column one : List.copyOf(columns)) {
      if (one.name().equalsIgnoreCase(column)) {
        replace(column, new Column(one.name(), type, one.required(), one.path(), one.line()));
      }
    }
  }

  void primaryKey(List<String> names) {
    for (String one : names) {
      if (!primaryKey.contains(one) && primaryKey.size() < COLUMN_COUNT_MAX) {
        primaryKey.add(one);
      }
    }
  }

  void dropPrimaryKey() {
    primaryKey.clear();
  }

  void foreignKey(ForeignKey key) {
    if (foreignKeys.size() < COLUMN_COUNT_MAX && !foreignKeys.contains(key)) {
      foreignKeys.add(key);
    }
  }

  /** Takes over what an abstract class states. */
  void inherit(Draft base) {
    base.columns.forEach(this::column);
    base.foreignKeys.forEach(this::foreignKey);
  }

  boolean hasColumns() {
    return !columns.isEmpty();
  }

  Table table() {
    return new Table(name, source, columns, primaryKey, foreignKeys, path, line);
  }
}
