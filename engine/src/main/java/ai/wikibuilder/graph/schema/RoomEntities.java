package ai.wikibuilder.graph.schema;

import ai.wikibuilder.graph.schema.Table.Column;
import ai.wikibuilder.graph.schema.Table.ForeignKey;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Reads the entities of Android's Room: classes of Kotlin whose columns are given to them. */
final class RoomEntities {
  private final String path;
  private final Tokens tokens;
  private final Tables tables;

  private RoomEntities(String path, Tokens tokens, Tables tables) {
    this.path = path;
    this.tokens = tokens;
    this.tables = tables;
  }

  static void apply(String path, Tokens tokens, Tables tables) {
    RoomEntities entities = new RoomEntities(path, tokens, tables);
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.sequence(i, "@", "Entity")) {
        entities.entity(i);
      }
    }
  }

  /** Whether a file takes its marks from Room. */
  static boolean uses(Tokens tokens) {
    for (int i = 0; i < Math.min(tokens.count(), 1_200); i++) {
      if (tokens.sequence(i, "androidx", ".", "room")) {
        return true;
      }
    }
    return false;
  }

  private void entity(int at) {
    boolean options = tokens.is(at + 2, '(');
    int type = options ? Math.min(tokens.close(at + 2), tokens.count()) + 1 : at + 2;
    while (tokens.isWord(type) && !tokens.is(type, "class")) {
      type++;
    }
    if (!tokens.is(type, "class") || !tokens.is(type + 2, '(')) {
      return;
    }
    String name = tokens.text(type + 1);
    int named = options ? tokens.argument(at + 2, "tableName") : -1;
    Draft draft =
        new Draft(
            named < 0 ? name : tokens.text(named), Table.Source.ROOM, path, tokens.line(type));
    draft.className = name;
    columns(draft, type + 2);
    if (options) {
      keys(draft, at + 2);
    }
    tables.create(draft);
  }

  /** {@code @ColumnInfo(name = "a") val b: String,}. */
  private void columns(Draft draft, int open) {
    int end = Math.min(tokens.close(open), tokens.count());
    String column = "";
    boolean key = false;
    boolean skipped = false;
    for (int i = open + 1; i < end; i++) {
      if (tokens.is(i, '@')) {
        int named = tokens.is(i + 2, '(') ? tokens.argument(i + 2, "name") : -1;
        column = tokens.is(i + 1, "ColumnInfo") && named >= 0 ? tokens.text(named) : column;
        key = key || tokens.is(i + 1, "PrimaryKey");
        skipped =
            skipped
                || tokens.is(i + 1, "Ignore")
                || tokens.is(i + 1, "Embedded")
                || tokens.is(i + 1, "Relation");
        i = tokens.is(i + 2, '(') ? tokens.close(i + 2) : i + 1;
      } else if ((tokens.is(i, "val") || tokens.is(i, "var")) && tokens.is(i + 2, ':')) {
        String name = column.isEmpty() ? tokens.text(i + 1) : column;
        if (!skipped) {
          boolean required = !tokens.is(i + 4, '?');
          draft.column(new Column(name, tokens.text(i + 3), required, path, tokens.line(i)));
        }
        if (key) {
          draft.primaryKey(List.of(name));
        }
        column = "";
        key = false;
        skipped = false;
      }
    }
  }

  private void keys(Draft draft, int open) {
    int end = Math.min(tokens.close(open), tokens.count());
    for (int i = open + 1; i < end; i++) {
      if (tokens.sequence(i, "primaryKeys", "=")) {
        draft.primaryKey(texts(i + 2));
      } else if (tokens.sequence(i, "ForeignKey", "(")) {
        foreignKey(draft, i + 1);
        i = Math.min(tokens.close(i + 1), end);
      }
    }
  }

  private void foreignKey(Draft draft, int open) {
    String entity = "";
    List<String> columns = List.of();
    List<String> targets = List.of();
    for (int i = open + 1; i < Math.min(tokens.close(open), tokens.count()); i++) {
      boolean given = tokens.is(i + 1, '=');
      entity = given && tokens.is(i, "entity") ? tokens.text(i + 2) : entity;
      columns = given && tokens.is(i, "childColumns") ? texts(i + 2) : columns;
      targets = given && tokens.is(i, "parentColumns") ? texts(i + 2) : targets;
    }
    if (!entity.isEmpty() && !columns.isEmpty()) {
      draft.foreignKey(new ForeignKey(columns, entity, targets, path, tokens.line(open)));
    }
  }

  /** Those of {@code ["a", "b"]} and {@code arrayOf("a")}. */
  private List<String> texts(int at) {
    List<String> result = new ArrayList<>();
    int open = tokens.isWord(at) ? at + 1 : at;
    for (int i = open + 1; i < Math.min(tokens.close(open), tokens.count()); i++) {
      if (tokens.isString(i)) {
        result.add(tokens.text(i));
      }
    }
    return result;
  }
}
