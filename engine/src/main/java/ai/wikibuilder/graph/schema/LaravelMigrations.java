package ai.wikibuilder.graph.schema;

import ai.wikibuilder.graph.schema.Table.Column;
import ai.wikibuilder.graph.schema.Table.ForeignKey;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what Laravel's migrations do on their way up. */
final class LaravelMigrations {
  private static final Set<String> NO_COLUMN =
      Set.of(
          "index",
          "unique",
          "foreign",
          "dropIndex",
          "dropUnique",
          "dropForeign",
          "dropPrimary",
          "fullText",
          "spatialIndex",
          "engine",
          "charset",
          "collation",
          "comment",
          "change");

  private final String path;
  private final Tokens tokens;
  private final Tables tables;

  private LaravelMigrations(String path, Tokens tokens, Tables tables) {
    this.path = path;
    this.tokens = tokens;
    this.tables = tables;
  }

  static void apply(String path, Tokens tokens, Tables tables) {
    new LaravelMigrations(path, tokens, tables).run();
  }

  private void run() {
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, "function") && tokens.is(i + 1, "down")) {
        i = endOfBody(i);
        continue;
      }
      if (!tokens.sequence(i, "Schema", ":", ":") || !tokens.isString(i + 5)) {
        continue;
      }
      String name = tokens.text(i + 5);
      int call = i + 4;
      if (tokens.is(i + 3, "create")) {
        Draft draft = new Draft(name, Table.Source.LARAVEL, path, tokens.line(i));
        body(i + 4, draft);
        tables.create(draft);
      } else if (tokens.is(i + 3, "table")) {
        tables.find(path, name).ifPresent(draft -> body(call, draft));
      } else if (tokens.is(i + 3, "drop") || tokens.is(i + 3, "dropIfExists")) {
        tables.drop(path, name);
      } else if (tokens.is(i + 3, "rename") && tokens.isString(i + 7)) {
        tables.rename(path, name, tokens.text(i + 7));
      }
    }
  }

  /** The way back may stand first, last or between the ways there. */
  private int endOfBody(int function) {
    int open = function;
    while (open < tokens.count() && !tokens.is(open, '{')) {
      open++;
    }
    return Math.min(tokens.close(open), tokens.count());
  }

  private void body(int open, Draft draft) {
    int end = Math.min(tokens.close(open), tokens.count());
    for (int i = open; i < end; i++) {
      boolean call = tokens.is(i, "$table") && tokens.sequence(i + 1, "-", ">");
      if (call && tokens.is(i + 4, '(')) {
        statement(i, draft);
      }
    }
  }

  private void statement(int at, Draft draft) {
    String method = tokens.text(at + 3);
    int line = tokens.line(at);
    String first = tokens.isString(at + 5) ? tokens.text(at + 5) : "";
    switch (method) {
      case "id", "bigIncrements", "increments", "uuid" -> {
        boolean key = !method.equals("uuid") || chained(at, "primary") >= 0;
        String name = first.isEmpty() ? "id" : first;
        draft.column(new Column(name, method, true, path, line));
        if (key) {
          draft.primaryKey(List.of(name));
        }
      }
      case "timestamps", "timestampsTz" -> {
        draft.column(new Column("created_at", "timestamp", false, path, line));
        draft.column(new Column("updated_at", "timestamp", false, path, line));
      }
      case "softDeletes" -> draft.column(new Column("deleted_at", "timestamp", false, path, line));
      case "rememberToken" ->
          draft.column(new Column("remember_token", "string", false, path, line));
      case "dropColumn" -> dropped(at + 4, draft);
      case "renameColumn" -> draft.rename(first, tokens.text(at + 7));
      case "foreign" -> foreign(at, first, draft);
      case "primary" -> draft.primaryKey(strings(tokens.is(at + 5, '[') ? at + 5 : at + 4));
      case "dropPrimary" -> draft.dropPrimaryKey();
      case "foreignIdFor" -> ofModel(at, draft);
      case "morphs", "nullableMorphs", "uuidMorphs", "nullableUuidMorphs" -> {
        draft.column(new Column(first + "_type", "string", true, path, line));
        draft.column(new Column(first + "_id", method, true, path, line));
      }
      default -> column(at, method, draft);
    }
  }

  /** {@code foreignIdFor(ParcelType::class)} is the column {@code parcel_type_id}. */
  private void ofModel(int at, Draft draft) {
    int end = Math.min(tokens.close(at + 4), tokens.count());
    String model = "";
    String name = "";
    for (int i = at + 5; i < end; i++) {
      model = tokens.is(i, "class") ? tokens.text(i - 3) : model;
      name = tokens.isString(i) ? tokens.text(i) : name;
    }
    String words = model.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    if (words.isEmpty()) {
      return;
    }
    String column = name.isEmpty() ? words + "_id" : name;
    boolean required = chained(at, "nullable") < 0;
    Column made = new Column(column, "foreignIdFor", required, path, tokens.line(at));
    draft.column(made);
    int constrained = chained(at, "constrained");
    if (constrained >= 0) {
      pointed(constrained, made, words, draft);
    }
  }

  /** {@code constrained('shops')}, or the table that is called after the model. */
  private void pointed(int constrained, Column column, String model, Draft draft) {
    boolean named = tokens.isString(constrained + 2);
    String table = named ? tokens.text(constrained + 2) : plural(model);
    ForeignKey key =
        new ForeignKey(List.of(column.name()), table, List.of("id"), path, column.line());
    if (named) {
      draft.foreignKey(key);
    } else {
      draft.presumedKey(key);
    }
  }

  /** As Laravel names the table of a model, for words without a plural of their own. */
  private static String plural(String word) {
    if (word.matches(".*(?:ife|lf|eaf)")) {
      return word.replaceFirst("fe?$", "ves");
    }
    if (word.matches(".*[^aeiou]y")) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word.matches(".*(?:s|x|z|ch|sh)") ? word + "es" : word + "s";
  }

  private void column(int at, String method, Draft draft) {
    if (NO_COLUMN.contains(method) || !tokens.isString(at + 5)) {
      return;
    }
    String name = tokens.text(at + 5);
    int line = tokens.line(at);
    boolean required = chained(at, "nullable") < 0;
    Column column = new Column(name, method, required, path, line);
    if (chained(at, "change") >= 0) {
      draft.replace(name, column);
      return;
    }
    draft.column(column);
    if (chained(at, "primary") >= 0) {
      draft.primaryKey(List.of(name));
    }
    int constrained = chained(at, "constrained");
    if (constrained >= 0) {
      String model = name.endsWith("_id") ? name.substring(0, name.length() - 3) : name;
      pointed(constrained, column, model, draft);
    }
  }

  /** A method called behind another in the same statement, -1 when it is not. */
  private int chained(int from, String method) {
    for (int i = from; i < from + 60 && !tokens.is(i, ';'); i++) {
      if (tokens.is(i, method) && tokens.is(i - 1, '>') && tokens.is(i + 1, '(')) {
        return i;
      }
    }
    return -1;
  }

  private void foreign(int at, String column, Draft draft) {
    int on = chained(at, "on");
    int references = chained(at, "references");
    if (on >= 0 && tokens.isString(on + 2)) {
      List<String> targets = references >= 0 ? List.of(tokens.text(references + 2)) : List.of();
      draft.foreignKey(
          new ForeignKey(List.of(column), tokens.text(on + 2), targets, path, tokens.line(at)));
    }
  }

  private List<String> strings(int open) {
    List<String> result = new java.util.ArrayList<>();
    for (int i = open + 1; i < Math.min(tokens.close(open), open + 40); i++) {
      if (tokens.isString(i)) {
        result.add(tokens.text(i));
      }
    }
    return result;
  }

  private void dropped(int open, Draft draft) {
    strings(open).forEach(draft::drop);
  }
}
