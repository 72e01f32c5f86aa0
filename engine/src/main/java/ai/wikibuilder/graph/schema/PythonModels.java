package ai.wikibuilder.graph.schema;

import ai.wikibuilder.graph.schema.Table.Column;
import ai.wikibuilder.graph.schema.Table.ForeignKey;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.List;

/** Reads the models of Django and SQLAlchemy and the tables Alembic creates. */
final class PythonModels {
  private final String path;
  private final Tokens tokens;
  private final Tables tables;

  private PythonModels(String path, Tokens tokens, Tables tables) {
    this.path = path;
    this.tokens = tokens;
    this.tables = tables;
  }

  static void apply(String path, Tokens tokens, Tables tables) {
    PythonModels models = new PythonModels(path, tokens, tables);
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, "class") && tokens.startsLine(i) && tokens.is(i + 2, '(')) {
        models.type(i);
      } else if (models.isTable(i) && tokens.isString(i + 2)) {
        models.table(i + 1);
      }
    }
  }

  /** {@code op.create_table("x", ...)}, {@code Table("x", metadata, ...)}. */
  private boolean isTable(int at) {
    boolean alembic = tokens.is(at, "create_table") && tokens.is(at - 2, "op");
    return (alembic || tokens.is(at, "Table")) && tokens.is(at + 1, '(');
  }

  private void table(int open) {
    Draft draft =
        new Draft(tokens.text(open + 1), Table.Source.SQLALCHEMY, path, tokens.line(open));
    for (int i = open + 1; i < Math.min(tokens.close(open), tokens.count()); i++) {
      if (tokens.is(i, "Column") && tokens.is(i + 1, '(') && tokens.isString(i + 2)) {
        sqlColumn(draft, tokens.text(i + 2), i + 1, tokens.is(i + 3, ',') ? i + 4 : i + 3);
        i = Math.max(i, Math.min(tokens.close(i + 1), tokens.count()));
      } else if (tokens.is(i, "PrimaryKeyConstraint") && tokens.isString(i + 2)) {
        draft.primaryKey(strings(i + 1));
      } else if (tokens.is(i, "ForeignKeyConstraint") && tokens.is(i + 2, '[')) {
        int targets = tokens.close(i + 2) + 2;
        foreignKey(draft, strings(i + 2), tokens.text(targets + 1), tokens.line(i));
      }
    }
    tables.create(draft);
  }

  private List<String> strings(int open) {
    List<String> result = new java.util.ArrayList<>();
    for (int i = open + 1; i < Math.min(tokens.close(open), open + 40); i++) {
      if (tokens.isString(i) && !tokens.is(i - 1, '=')) {
        result.add(tokens.text(i));
      }
    }
    return result;
  }

  /** {@code "users.id"} or {@code "schema.users.id"}. */
  private void foreignKey(Draft draft, List<String> columns, String target, int line) {
    int dot = target.lastIndexOf('.');
    if (dot > 0) {
      String table = target.substring(0, dot);
      draft.foreignKey(
          new ForeignKey(
              columns,
              table.substring(table.lastIndexOf('.') + 1),
              List.of(target.substring(dot + 1)),
              path,
              line));
    }
  }

  private void type(int at) {
    int end = endOfClass(at);
    String name = tokens.text(at + 1);
    boolean django = isDjango(at, end);
    Draft draft =
        new Draft(
            name, django ? Table.Source.DJANGO : Table.Source.SQLALCHEMY, path, tokens.line(at));
    boolean named = false;
    boolean isAbstract = false;
    for (int i = at + 3; i < tokens.close(at + 2) && i < at + 30; i++) {
      if (tokens.isWord(i)) {
        draft.bases.add(tokens.text(i));
      }
    }
    for (int i = at + 3; i < end; i++) {
      isAbstract |= tokens.sequence(i, "abstract", "=", "True");
      boolean table = tokens.is(i, "__tablename__") || (django && tokens.is(i, "db_table"));
      if (table && tokens.is(i + 1, '=') && tokens.isString(i + 2)) {
        draft.name = tokens.text(i + 2);
        named = true;
      } else if (tokens.startsLine(i) && tokens.isWord(i) && isMember(i, at)) {
        member(draft, i, django);
      }
    }
    if (django && isAbstract) {
      tables.base(draft);
    } else if ((django && draft.hasColumns()) || named) {
      if (django && draft.table().primaryKey().isEmpty()) {
        draft.column(new Column("id", "AutoField", true, path, tokens.line(at)));
        draft.primaryKey(List.of("id"));
      }
      tables.create(draft);
    }
  }

  /** Whether a line is one of the class itself and not of one inside it. */
  private boolean isMember(int line, int at) {
    int first = Math.min(tokens.close(at + 2), tokens.count()) + 1;
    while (first < line && !tokens.startsLine(first)) {
      first++;
    }
    return tokens.column(line) <= tokens.column(first);
  }

  /** By what it builds on, or because it states fields: a base of the project's own may be it. */
  private boolean isDjango(int at, int end) {
    for (int i = at + 3; i < tokens.close(at + 2) && i < at + 30; i++) {
      if (tokens.sequence(i, "models", ".", "Model")) {
        return true;
      }
    }
    boolean model = false;
    for (int i = at + 3; i < end && !tokens.is(at + 1, "Migration"); i++) {
      boolean field = tokens.sequence(i, "=", "models", ".") && tokens.is(i + 4, '(');
      model |= field && tokens.startsLine(i - 1) && isMember(i - 1, at);
    }
    return model;
  }

  /** The next token that stands as far left as the class: classes inside it belong to it. */
  private int endOfClass(int at) {
    int i = Math.min(tokens.close(at + 2), tokens.count()) + 1;
    while (i < tokens.count() && !(tokens.startsLine(i) && tokens.column(i) <= tokens.column(at))) {
      i++;
    }
    return i;
  }

  /** {@code name = models.CharField(...)}, {@code name: Mapped[int] = mapped_column(...)}. */
  private void member(Draft draft, int at, boolean django) {
    int equals = tokens.is(at + 1, '=') ? at + 1 : -1;
    String type = "";
    if (tokens.is(at + 1, ':') && tokens.is(at + 3, '[')) {
      equals = Math.min(tokens.close(at + 3), tokens.count()) + 1;
      type = tokens.is(at + 2, "Mapped") ? tokens.text(at + 4) : "";
    }
    if (equals < 0 || !tokens.is(equals, '=')) {
      return;
    }
    int call = tokens.is(equals + 2, '.') ? equals + 3 : equals + 1;
    String made = tokens.text(call);
    if (django && tokens.is(equals + 1, "models") && tokens.is(call + 1, '(')) {
      djangoField(draft, at, call);
    } else if (made.equals("Column") || made.equals("mapped_column")) {
      String column = tokens.isString(call + 2) ? tokens.text(call + 2) : tokens.text(at);
      int first = tokens.isString(call + 2) ? call + 4 : call + 2;
      sqlColumn(draft, column, call + 1, type.isEmpty() ? first : -1);
    }
  }

  private void djangoField(Draft draft, int at, int call) {
    String made = tokens.text(call);
    String name = tokens.text(at);
    int line = tokens.line(at);
    if (made.equals("ForeignKey") || made.equals("OneToOneField")) {
      int target = target(call + 1);
      String model = tokens.isString(target) ? tokens.text(target) : tokens.dotted(target);
      String last = model.substring(model.lastIndexOf('.') + 1);
      String plain = last.equals("AUTH_USER_MODEL") ? "User" : last;
      String table = plain.equals("self") ? draft.name : plain;
      draft.column(new Column(name + "_id", made, !says(call + 1, "null", "True"), path, line));
      if (!table.isEmpty()) {
        draft.foreignKey(new ForeignKey(List.of(name + "_id"), table, List.of(), path, line));
      }
    } else if (made.endsWith("Field") && !made.equals("ManyToManyField")) {
      draft.column(new Column(name, made, !says(call + 1, "null", "True"), path, line));
      if (says(call + 1, "primary_key", "True")) {
        draft.primaryKey(List.of(name));
      }
    }
  }

  /** What a key points to: what {@code to} names, else the first that has no name. */
  private int target(int open) {
    for (int i = open + 1; i < Math.min(tokens.close(open), tokens.count()); i++) {
      boolean first = tokens.is(i - 1, ',') || i == open + 1;
      if (first && tokens.sequence(i, "to", "=")) {
        return i + 2;
      }
      i = tokens.is(i, '(') ? Math.min(tokens.close(i), tokens.count()) : i;
    }
    return tokens.is(open + 2, '=') ? tokens.count() : open + 1;
  }

  private boolean says(int open, String option, String value) {
    for (int i = open + 1; i < Math.min(tokens.close(open), open + 80); i++) {
      if (tokens.is(i, option) && tokens.is(i + 1, '=') && tokens.is(i + 2, value)) {
        return true;
      }
    }
    return false;
  }

  private void sqlColumn(Draft draft, String name, int open, int typeAt) {
    int line = tokens.line(open);
    String type = tokens.dotted(typeAt);
    boolean key = says(open, "primary_key", "True");
    boolean required = key || says(open, "nullable", "False");
    for (int i = open + 1; i < Math.min(tokens.close(open), open + 80); i++) {
      if (tokens.is(i, "ForeignKey") && tokens.isString(i + 2)) {
        foreignKey(draft, List.of(name), tokens.text(i + 2), line);
      }
    }
    boolean typed = !type.endsWith("ForeignKey") && !tokens.is(typeAt + 1, '=');
    String plain = type.substring(type.lastIndexOf('.') + 1);
    draft.column(new Column(name, typed ? plain : "", required, path, line));
    if (key) {
      draft.primaryKey(List.of(name));
    }
  }
}
