package ai.wikibuilder.graph.schema;

import ai.wikibuilder.graph.schema.Table.Column;
import ai.wikibuilder.graph.schema.Table.ForeignKey;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the statements of SQL that make and change tables, in the dialects of PostgreSQL, MySQL and
 * SQLite. Everything else is stepped over.
 */
final class SqlStatements {
  /** Words that end the type of a column. */
  private static final Set<String> AFTER_TYPE =
      Set.of(
          "NOT",
          "NULL",
          "DEFAULT",
          "PRIMARY",
          "REFERENCES",
          "UNIQUE",
          "CHECK",
          "COLLATE",
          "COMMENT",
          "AUTO_INCREMENT",
          "AUTOINCREMENT",
          "GENERATED",
          "CONSTRAINT",
          "ON",
          "AS",
          "CHARSET",
          "KEY",
          "IDENTITY",
          "USING",
          "FIRST",
          "AFTER",
          "STORAGE",
          "ENCODE");

  /** Words that start a part of a table that is no column and no key. */
  private static final Set<String> NO_COLUMN =
      Set.of("UNIQUE", "INDEX", "CHECK", "EXCLUDE", "LIKE", "FULLTEXT", "SPATIAL", "PERIOD");

  private final String path;
  private final Tokens tokens;
  private final Tables tables;
  private final int limit;

  private SqlStatements(String path, Tokens tokens, Tables tables, int lastLine) {
    this.path = path;
    this.tokens = tokens;
    this.tables = tables;
    int end = 0;
    while (end < tokens.count() && tokens.line(end) <= lastLine) {
      end++;
    }
    this.limit = end;
  }

  /** Applies the statements of a file up to a line. */
  static void apply(String path, Tokens tokens, Tables tables, int lastLine) {
    new SqlStatements(path, tokens, tables, lastLine).run();
  }

  private boolean word(int at, String word) {
    return at < limit && tokens.isIgnoringCase(at, word);
  }

  private void run() {
    boolean starts = true;
    for (int i = 0; i < limit; i++) {
      if (starts && word(i, "CREATE")) {
        create(i + 1);
      } else if (starts && word(i, "ALTER") && word(i + 1, "TABLE")) {
        alter(i + 2);
      } else if (starts && word(i, "DROP") && word(i + 1, "TABLE")) {
        drop(skip(i + 2, "IF", "EXISTS"));
      } else if (starts && word(i, "RENAME") && word(i + 1, "TABLE") && word(i + 3, "TO")) {
        tables.rename(path, tokens.text(i + 2), tokens.text(i + 4));
      }
      starts = tokens.is(i, ';') || word(i, "GO") || tokens.startsLine(i + 1);
    }
  }

  private int skip(int from, String... words) {
    int at = from;
    for (String word : words) {
      at += word(at, word) ? 1 : 0;
    }
    return at;
  }

  /** A name that may stand behind a schema: its last part and where it ends. */
  private record Name(String text, int end) {}

  private Name name(int from) {
    int at = from;
    String text = "";
    for (int part = 0; part < 3; part++) {
      boolean bracketed = tokens.is(at, '[');
      int here = bracketed ? at + 1 : at;
      if (!tokens.isWord(here) && !tokens.isString(here)) {
        break;
      }
      text = tokens.text(here);
      at = bracketed ? here + 2 : here + 1;
      if (!tokens.is(at, '.')) {
        break;
      }
      at++;
    }
    return new Name(text, at);
  }

  private void create(int from) {
    int at =
        skip(from, "OR", "REPLACE", "GLOBAL", "LOCAL", "TEMPORARY", "TEMP", "UNLOGGED", "FOREIGN");
    if (!word(at, "TABLE")) {
      return;
    }
    int nameAt = skip(at + 1, "IF", "NOT", "EXISTS");
    Name name = name(nameAt);
    if (!tokens.is(name.end(), '(') || name.text().isEmpty()) {
      return;
    }
    Draft draft = new Draft(name.text(), Table.Source.SQL, path, tokens.line(nameAt));
    for (int part : parts(name.end())) {
      part(draft, part);
    }
    tables.create(draft);
  }

  /** First tokens of the parts between brackets that are divided by commas. */
  private List<Integer> parts(int open) {
    List<Integer> parts = new ArrayList<>();
    int end = Math.min(tokens.close(open), limit);
    int at = open + 1;
    boolean starts = true;
    while (at < end) {
      if (starts) {
        parts.add(at);
      }
      starts = tokens.is(at, ',');
      int inside = tokens.close(at);
      at = inside < end ? inside + 1 : at + 1;
    }
    return parts;
  }

  private void part(Draft draft, int from) {
    int at = from;
    if (word(at, "CONSTRAINT")) {
      at = name(at + 1).end();
    }
    String first = tokens.isWord(at) ? tokens.text(at).toUpperCase(Locale.ROOT) : "";
    if (first.equals("PRIMARY") && word(at + 1, "KEY")) {
      int open = at + 2;
      while (open < at + 6 && !tokens.is(open, '(')) {
        open++;
      }
      draft.primaryKey(names(open));
    } else if (first.equals("FOREIGN") && word(at + 1, "KEY")) {
      foreignKey(draft, at + 2);
    } else if (!NO_COLUMN.contains(first) && !isKey(at)) {
      column(draft, at);
    }
  }

  /** {@code KEY name (columns)} of MySQL, but not a column that is called key. */
  private boolean isKey(int at) {
    boolean named = tokens.is(at + 1, '(') || tokens.is(at + 2, '(');
    boolean type = tokens.text(at + 1).toLowerCase(Locale.ROOT).contains("char");
    return word(at, "KEY") && named && !type;
  }

  private List<String> names(int open) {
    List<String> names = new ArrayList<>();
    if (tokens.is(open, '(')) {
      for (int part : parts(open)) {
        Name name = name(part);
        if (!name.text().isEmpty()) {
          names.add(name.text());
        }
      }
    }
    return names;
  }

  private void foreignKey(Draft draft, int from) {
    int open = from;
    while (open < from + 4 && !tokens.is(open, '(')) {
      open++;
    }
    int close = tokens.close(open);
    if (word(close + 1, "REFERENCES")) {
      references(draft, names(open), close + 1);
    }
  }

  private void references(Draft draft, List<String> columns, int at) {
    Name table = name(at + 1);
    draft.foreignKey(
        new ForeignKey(columns, table.text(), names(table.end()), path, tokens.line(at)));
  }

  private Column column(Draft draft, int from) {
    Name name = name(from);
    int at = name.end();
    StringBuilder type = new StringBuilder();
    while (at < limit && !ends(at) && !AFTER_TYPE.contains(upper(at)) && type.length() < 80) {
      boolean glue = type.isEmpty() || !tokens.isWord(at) || tokens.is(at - 1, '(');
      type.append(glue ? "" : " ").append(tokens.text(at));
      if (tokens.is(at, '(')) {
        int close = Math.min(tokens.close(at), limit);
        for (int i = at + 1; i <= close && i < at + 30; i++) {
          type.append(tokens.isString(i) ? "'" + tokens.text(i) + "'" : tokens.text(i));
        }
        at = close;
      }
      at++;
    }
    boolean required = false;
    int last = at;
    while (last < limit && !ends(last)) {
      if (word(last, "NOT") && word(last + 1, "NULL")) {
        required = true;
      } else if (word(last, "PRIMARY") && word(last + 1, "KEY")) {
        required = true;
        draft.primaryKey(List.of(name.text()));
      } else if (word(last, "REFERENCES")) {
        references(draft, List.of(name.text()), last);
      }
      int inside = tokens.close(last);
      last = inside < limit ? inside + 1 : last + 1;
    }
    Column column = new Column(name.text(), type.toString(), required, path, tokens.line(from));
    draft.column(column);
    return column;
  }

  private String upper(int at) {
    return tokens.isWord(at) ? tokens.text(at).toUpperCase(Locale.ROOT) : "";
  }

  private boolean ends(int at) {
    return tokens.is(at, ',') || tokens.is(at, ')') || tokens.is(at, ';');
  }

  private void drop(int from) {
    int at = from;
    for (int one = 0; one < 50; one++) {
      Name name = name(at);
      tables.drop(path, name.text());
      if (!tokens.is(name.end(), ',')) {
        return;
      }
      at = name.end() + 1;
    }
  }

  private void alter(int from) {
    Name name = name(skip(from, "IF", "EXISTS", "ONLY"));
    int at = name.end();
    Draft draft = tables.find(path, name.text()).orElse(null);
    while (at < limit && !tokens.is(at, ';')) {
      if (draft != null) {
        action(draft, at);
      }
      while (at < limit && !tokens.is(at, ',') && !tokens.is(at, ';')) {
        int inside = tokens.close(at);
        at = inside < limit ? inside + 1 : at + 1;
      }
      at += tokens.is(at, ',') ? 1 : 0;
    }
  }

  private void action(Draft draft, int at) {
    if (word(at, "ADD")) {
      int column = skip(at + 1, "COLUMN", "IF", "NOT", "EXISTS");
      if (tokens.is(column, '(')) {
        parts(column).forEach(part -> part(draft, part));
      } else {
        part(draft, column);
      }
    } else if (word(at, "DROP")
        && !word(at + 1, "CONSTRAINT")
        && !word(at + 1, "INDEX")
        && !word(at + 1, "PRIMARY")
        && !word(at + 1, "FOREIGN")
        && !word(at + 1, "KEY")) {
      draft.drop(name(skip(at + 1, "COLUMN", "IF", "EXISTS")).text());
    } else if (word(at, "RENAME")) {
      rename(draft, at + 1);
    } else if (word(at, "ALTER") || word(at, "MODIFY")) {
      change(draft, at);
    } else if (word(at, "CHANGE")) {
      Name old = name(skip(at + 1, "COLUMN"));
      draft.replace(old.text(), column(new Draft("", draft.source, path, 1), old.end()));
    }
  }

  private void rename(Draft draft, int at) {
    if (word(at, "TO") || word(at, "AS")) {
      tables.rename(path, draft.name, name(at + 1).text());
      return;
    }
    Name old = name(skip(at, "COLUMN"));
    if (word(old.end(), "TO")) {
      draft.rename(old.text(), name(old.end() + 1).text());
    }
  }

  private void change(Draft draft, int at) {
    Name name = name(skip(at + 1, "COLUMN"));
    if (word(at, "MODIFY")) {
      int start = skip(at + 1, "COLUMN");
      draft.replace(name.text(), column(new Draft("", draft.source, path, 1), start));
      return;
    }
    int type = skip(name.end(), "SET", "DATA");
    if (word(type, "TYPE")) {
      // read as if it were a column, so that types of several words come out whole
      draft.type(name.text(), column(new Draft("", draft.source, path, 1), type).type());
    }
  }
}
